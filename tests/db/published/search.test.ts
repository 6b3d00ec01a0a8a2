import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { shownEverywhere } from '@/app/_server/lease';
import { measuresInForce } from '@/app/(public)/search/measures-in-force';
import { keepSearchReady } from '@/app/(public)/search/ready-before-asked';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { searchedEditions, searchedMeasures } from '@/db/queries/published/searchable';
import { committeeServices, committees, editions, measures, readings, services, withdrawals } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { ada, measure, service, approved, draft } = await oneMeasureCouncil(db);
const [{ id: trams } = { id: 0 }] = await db
  .insert(services)
  .values({ slug: 'trams', name: 'Trams', position: 2 })
  .returning({ id: services.id });
const publish = (at: string) =>
  publishAsIs(db, { actorId: ada, publisher: 'performance officer', service: 'buses', asAt: at.slice(0, 10), at });
const [june, july, august, ever] = ['2026-06-20', '2026-07-20', '2026-08-17', '2030-01-01'].map(
  (day) => `${day}T08:30:00Z`,
) as [string, string, string, string];
const justAfter = (instant: string) => instant.replace('00Z', '01Z');
const day = '2026-08-17';
const found = async (before: string) => searchedMeasures(db, await searchedEditions(db, before), day);
const codes = async (typed: string, before = ever) =>
  (await measuresInForce(before, day)).search(typed).hits.map(({ measure }) => measure.code);

beforeAll(async () => {
  await db.insert(readings).values([
    { ...approved('2026-06-01', '88'), comments: 'Roadworks at the weir.' },
    { ...draft('2026-07-01', '7771'), comments: 'Wombats on the line.' },
  ]);
  await publish(july);
});

describe('what can be searched for', () => {
  test('is what the edition in force shows: by name, and nothing beside', async () => {
    expect(await found(june)).toEqual([]);
    expect(await found(july)).toEqual([]);
    expect(await found(justAfter(july))).toEqual([
      {
        code: 'bus-01',
        number: 1,
        title: 'Buses on time',
        unit: '%',
        colour: 'red',
        judged: null,
        period: 'Jun 2026',
        definition: 'How many journeys started on time.',
        current: { text: '88%', why: null, marks: [] },
        comments: 'Roadworks at the weir.',
        theme: null,
        standings: ['red', 'overdue'],
        service: { slug: 'buses', name: 'Buses' },
        committees: [],
      },
    ]);
  });

  test('names the committees to which the service reports, by name', async () => {
    const named = [
      { slug: 'travel', name: 'Travel scrutiny committee' },
      { slug: 'money', name: 'Audit committee' },
      { slug: 'other', name: 'Other committee' },
    ];
    const ids = await db.insert(committees).values(named).returning({ id: committees.id });
    await db
      .insert(committeeServices)
      .values(ids.map(({ id }, n) => ({ committeeId: id, serviceId: n < 2 ? service.id : trams })));
    expect((await found(ever))[0]?.committees).toEqual([
      { slug: 'money', name: 'Audit committee' },
      { slug: 'travel', name: 'Travel scrutiny committee' },
    ]);
    const offered = async (typed: string) =>
      (await measuresInForce(ever, day)).search(typed).offers.places.map(({ address }) => address);
    expect(await offered('travel scrutiny')).toEqual(['/committees/travel']);
    expect(await offered('other')).toEqual([]);
    expect(await codes('travel scrutiny')).toEqual([]);
  });

  test('neither a draft, nor a measure or words that no edition has', async () => {
    await db
      .update(measures)
      .set({ title: 'Canary departures', definition: 'Zebra' })
      .where(eq(measures.id, measure.id));
    await db.update(services).set({ name: 'Omnibuses' }).where(eq(services.id, service.id));
    const { id: _, ...same } = measure;
    await db.insert(measures).values({ ...same, code: 'bus-02', number: 2, title: 'Unicorn stops' });
    expect(await codes('roadworks')).toEqual(['bus-01']);
    for (const word of ['wombats', 'canary', 'zebra', 'omnibuses', 'unicorn', '7771', 'bus-02'])
      expect(
        (await codes(word)).filter((code) => code !== 'bus-01'),
        word,
      ).toEqual([]);
    const all = JSON.stringify(await found(ever));
    expect(all).not.toMatch(/wombats|canary|zebra|omnibuses|unicorn|7771/i);
    expect(all).toContain('Buses on time');
  });

  test('an edition to come is not there before its moment, and is the one in force after', async () => {
    await publish(august);
    expect((await found(august)).map(({ title }) => title)).toEqual(['Buses on time']);
    expect((await found(justAfter(august))).map(({ title }) => title)).toEqual(['Canary departures', 'Unicorn stops']);
    expect(await codes('unicorn', august)).toEqual([]);
    expect(await codes('unicorn', justAfter(august))).toEqual(['bus-02']);
  });

  test('a withdrawn edition is not, from the moment of its withdrawal', async () => {
    const [second] = await db.select({ id: editions.id }).from(editions).where(eq(editions.number, 2));
    const withdrawnAt = '2026-08-18T08:30:00Z';
    const reason = 'Two columns were swapped.';
    await db.insert(withdrawals).values({ editionId: second?.id ?? 0, withdrawnAt, withdrawnBy: ada, reason });
    expect(await codes('unicorn', withdrawnAt)).toEqual(['bus-02']);
    expect(await codes('unicorn', justAfter(withdrawnAt))).toEqual([]);
    expect(await codes('buses on time', justAfter(withdrawnAt))).toEqual(['bus-01']);
  });
});

test('the index is made once for the editions in force, and anew when those or the committees change', async () => {
  const search = async (before = ever) => (await measuresInForce(before, day)).search;
  const first = await search();
  expect(await search()).toBe(first);
  expect(await Promise.all([search(), search()])).toEqual([first, first]);
  expect(await search(justAfter(august))).not.toBe(first);
  await db.update(committees).set({ name: 'Journeys committee' }).where(eq(committees.slug, 'travel'));
  expect(await search()).not.toBe(first);
  const { search: again } = await measuresInForce(ever, day);
  expect(again('journeys committee').offers.places.map(({ name }) => name)).toEqual(['Journeys committee']);
});

test('an index goes by what its editions say: the same numbers in a database that was brought back are others', async () => {
  const [first] = await db
    .select({ id: editions.id, sha256: editions.sha256 })
    .from(editions)
    .where(eq(editions.number, 1));
  const { editions: searched } = await measuresInForce(justAfter(july), day);
  expect(searched.map(({ id, sha256 }) => ({ id, sha256 }))).toEqual([first]);
});

test('the index is there before anybody asks: made at the start, and with each publication', async () => {
  const held = () => (globalThis as { candourSearch?: { name: string } }).candourSearch?.name;
  delete (globalThis as { candourSearch?: unknown }).candourSearch;
  onTestFinished(keepSearchReady());
  await expect.poll(held).toContain('"buses"');
  const first = held();
  await db.update(committees).set({ name: 'Ways committee' }).where(eq(committees.slug, 'travel'));
  expect(held()).toBe(first);
  // What a publication waits for before it is confirmed.
  await shownEverywhere();
  await expect.poll(held).toContain('Ways committee');
});
