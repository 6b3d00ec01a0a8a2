import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { sha256 } from '@/db/hashing/sha256';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { editionRows, editions, events, readings } from '@/db/schema';
import { editionText } from '@/lib/edition/canonical-text';
import { oneMeasureCouncil, refusal } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { ada, draft, approved } = await oneMeasureCouncil(db);
const publication = {
  actorId: ada,
  publisher: 'performance officer',
  service: 'buses',
  asAt: '2026-08-17',
  at: '2026-08-17T08:30:00Z',
};
const latest = { slug: 'buses', before: '2027-01-01T00:00:00Z' };
const inForce = () => editionInForce(db, latest.slug, latest.before);

test('Ada publishes: the approved figure is frozen, its reading marked, the event written', async () => {
  await db.insert(readings).values([approved('2026-06-01', '88'), approved('2026-07-01', '91')]);
  const { id, number } = await publishAsIs(db, publication);
  expect(number).toBe(1);
  const [row] = await rowsOf(db, id);
  expect(row).toMatchObject({
    current: { text: '91%' },
    previous: { text: '88%', label: 'Jun 2026' },
    rag: { colour: 'green' },
  });
  expect(await db.$count(readings, eq(readings.state, 'published'))).toBe(2);
  const [event] = await db.select().from(events);
  expect(event).toMatchObject({
    kind: 'edition_published',
    actorId: ada,
    subjectId: id,
    details: { number: 1, readings: 2 },
  });
});

test('the edition carries the SHA-256 of its canonical text as it stands in the record', async () => {
  const edition = await inForce();
  if (!edition) throw new Error('no edition');
  const { sha256: carried, ...head } = edition.head;
  expect(carried).toBe(sha256(editionText(head, await rowsOf(db, edition.id))));
});

test('a draft is not in the edition, nor a figure of a period that has not ended by its day', async () => {
  await db.insert(readings).values([draft('2026-08-01', '12'), approved('2026-09-01', '13')]);
  const { id } = await publishAsIs(db, { ...publication, at: '2026-08-17T09:00:00Z' });
  const frozen = JSON.stringify(await rowsOf(db, id));
  expect(frozen).not.toMatch(/"12%?"|"13%?"/);
  expect(await db.$count(readings, eq(readings.state, 'approved'))).toBe(1);
});

test('it refuses a day to come, an unknown service, and a clock that has stepped back', async () => {
  expect(await refusal(publishAsIs(db, { ...publication, asAt: '2026-08-18' }))).toMatch(/has not come/);
  expect(await refusal(publishAsIs(db, { ...publication, service: 'trams' }))).toMatch(/no service called/);
  expect(await refusal(publishAsIs(db, { ...publication, at: '2026-08-17T08:59:59Z' }))).toMatch(/later edition/);
});

test('all or nothing: when its last statement fails, nothing of the edition is there', async () => {
  const state = async () => [
    await db.$count(editions),
    await db.$count(editionRows),
    await db.$count(events),
    await db.$count(readings, eq(readings.state, 'published')),
  ];
  const before = await state();
  await db.insert(readings).values(approved('2026-05-01', '85'));
  await db.execute(sql`create function fail() returns trigger language plpgsql as $$ begin raise 'no event'; end $$`);
  await db.execute(sql`create trigger fail before insert on events for each row execute function fail()`);
  expect(await refusal(publishAsIs(db, { ...publication, at: '2026-08-17T10:00:00Z' }))).toBe('no event');
  await db.execute(sql`drop trigger fail on events`);
  expect(await state()).toEqual(before);
});

test('twenty publications at once: twenty editions, numbered without gap, each whole, one event each', async () => {
  const first = (await inForce())?.head.number ?? 0;
  const [had] = [await db.$count(events)];
  const at = '2026-08-17T11:00:00Z';
  const made = await Promise.all(Array.from({ length: 20 }, () => publishAsIs(db, { ...publication, at })));
  expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => first + 1 + i),
  );
  const rows = await db.select({ id: editionRows.editionId }).from(editionRows);
  for (const { id } of made) expect(rows.filter((row) => row.id === id)).toHaveLength(1);
  expect(await db.$count(events)).toBe(had + 20);
});
