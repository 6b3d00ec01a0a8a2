import { expect, test } from 'vitest';
import { releaseOrder, releasesFor } from '@/db/queries/release/release-page';
import { reviewOrder, reviewsFor } from '@/db/queries/review/review-page';
import { workOf } from '@/db/queries/work/work';
import { entriesOn, pageOfList } from '@/lib/form/page-of-list';
import { largeCouncil, today } from '../../support/scale/large-council';
import { sceneOf } from '../../support/scale/scene';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 1 });
await largeCouncil(db, sql, { services: 3, measures: 300, years: 1, editionsAYear: 12 });
// One head and one owner for all of it, and services in which there is nothing yet.
await sql`update services set head_id = (select id from people where name = 'Hana')`;
await sql`update measures set owner_id = (select id from people where name = 'Olive')`;
await sql`insert into services (slug, name, position) select 'empty-' || n, 'Empty ' || n, 100 + n from generate_series(1, 57) n`;
const { hana, olive, ada } = await sceneOf(db, sql);
const counted = await countedStatements();

/** Everything that the pages of a list of so many hold, one behind the other. */
async function allPages<T>(total: number, page: (number: number) => Promise<T[]>): Promise<T[]> {
  const { pages } = pageOfList(total, 1);
  const entries: T[] = [];
  for (let number = 1; number <= pages; number += 1) entries.push(...(await page(number)));
  return entries;
}

test('60 readings that wait for Hana come in pages of 50, each once, the oldest due first', async () => {
  const order = await reviewOrder(db, hana, today);
  const all = await reviewsFor(db, hana, today);
  expect(order).toEqual(all.map(({ readingId }) => readingId));
  expect(order).toHaveLength(60);
  const paged = await allPages(order.length, (page) => reviewsFor(db, hana, today, entriesOn(order, page)));
  expect(paged).toEqual(all);
  expect(await reviewsFor(db, hana, today, entriesOn(order, 3))).toEqual([]);
});

test('a reading that waits for another head is on no page, whoever asks for it by its number', async () => {
  const order = await reviewOrder(db, hana, today);
  expect(await reviewOrder(db, olive, today)).toEqual([]);
  expect(await reviewsFor(db, olive, today, order.slice(0, 2))).toEqual([]);
});

test('all that awaits Olive comes in pages, in the order and the words of the list without pages', async () => {
  const all = await workOf(db, olive, today);
  expect(all.total).toBe(all.items.length);
  expect(all.total).toBe(480);
  const paged = await allPages(all.total, async (page) => (await workOf(db, olive, today, page)).items);
  expect(paged).toEqual(all.items);
  const beyond = await workOf(db, olive, today, 99);
  expect([beyond.items, beyond.total]).toEqual([[], all.total]);
});

test('60 services come in pages to the performance officer, in the list of releases and in what awaits her', async () => {
  const order = await releaseOrder(db, ada);
  expect(order).toHaveLength(60);
  const all = await releasesFor(db, ada, today);
  const paged = await allPages(
    60,
    async (page) => (await releasesFor(db, ada, today, entriesOn(order ?? [], page))) ?? [],
  );
  expect(paged).toEqual(all);
  const work = await workOf(db, ada, today);
  expect(await allPages(work.total, async (page) => (await workOf(db, ada, today, page)).items)).toEqual(work.items);
  expect(await releaseOrder(db, hana)).toBeNull();
});

test('a page takes no more statements than a list without pages', async () => {
  for (const [page, list] of [
    [(own: typeof db) => workOf(own, olive, today, 1), (own: typeof db) => workOf(own, olive, today)],
    [(own: typeof db) => releasesFor(own, ada, today, ['service-1']), (own: typeof db) => releasesFor(own, ada, today)],
  ] as const)
    expect(await counted(page)).toBeLessThanOrEqual(await counted(list));
});
