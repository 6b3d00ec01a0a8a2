import { asc, desc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { keepRendering } from '@/db/commands/release/renderings';
import { addService, changeService } from '@/db/commands/service/services';
import { constraintOf } from '@/db/connection/constraint-sentences';
import { openRecord } from '@/db/events/opening';
import { keptService } from '@/db/queries/framework/services';
import { latestEditions } from '@/db/queries/published/feed';
import { editionByNumber, editionInForce, presentSlugInPublic, rowsOf } from '@/db/queries/published/in-force';
import { headsNow } from '@/db/queries/verify/chain-heads';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editions, events, renderings, services } from '@/db/schema';
import { serviceFields } from '@/lib/framework/service-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { mistyped } from '../../support/council/mistyped';
import { at, ending, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses } = await workingCouncil(db);
await openRecord(db, at);

const late = '2999-12-31T23:00:00Z';
const slugNow = async () =>
  (await db.select({ slug: services.slug }).from(services).where(eq(services.id, buses.id)))[0]?.slug ?? '';

/** Ada gives Buses another address, or another notice, as its page does it. */
const rename = (slug: string) => change({ slug });
async function change(more: { slug?: string; notice?: string }): Promise<string> {
  const now = await slugNow();
  const here = await keptService(db, await person('Ada'), now);
  if (!here) throw new Error(`${now} is not there`);
  return changeService(db, as('Ada'), { slug: now, words: { ...here.words, ...more }, was: here.was });
}
const publish = (service: string, moment = at) =>
  publishEdition(db, as('Ada', { at: moment }), { service, asAt: today, note: null, acknowledged: everyWarning });
const everyWarning = ['bus-01', 'bus-02'].flatMap((code) =>
  ['open', 'overdue', 'first', 'no-change'].map((kind) => ({ finding: `${kind}:${code}:2026-07-01`, reason: 'Known' })),
);

test('an address that was never published leads nowhere in public, and is its service’s all the same', async () => {
  await rename('omnibuses');
  expect(await presentSlugInPublic(db, 'buses')).toBeNull();
  const words = {
    name: 'Ferries',
    slug: 'buses',
    notice: null,
    place: 3,
    release: 'release',
    quarantineHours: null,
    contact: null,
  } as const;
  expect(await mistyped(addService(db, as('Ada'), { words }))).toBe(
    '/scorecards/buses was the address of Buses once, and leads there for ever: choose another.',
  );
  await rename('buses');
  expect(await slugNow()).toBe('buses');
});

test('a published service that is renamed keeps its editions, their hashes and what verify finds', async () => {
  for (const code of ['bus-01', 'bus-02'])
    await approveReading(
      db,
      as('Hana'),
      await submitted(db, as('Olive'), code).catch(async () => submitted(db, as('Oskar'), code)),
    );
  await publish('buses');
  const before = await editionByNumber(db, 'buses', 1);
  if (!before) throw new Error('nothing is published');
  const bytes = JSON.stringify(await rowsOf(db, before.id));
  const kept = { editionId: before.id, edition: before.head.sha256, key: 'k', date: today, html: Buffer.from('x') };
  await keepRendering(db, 'secret', kept);

  const heads = await headsNow(db);
  await rename('bus-travel');
  // Heads that were kept before fit the chain after, and are still asked for by its name.
  expect((await verifyRecord(db, heads)).tampered).toBeNull();
  const missing = heads.map((head) => ({ ...head, events: head.events + 50 }));
  expect((await verifyRecord(db, missing)).tampered?.what).toMatch(/events are missing/);
  expect(await editionInForce(db, 'buses', late)).toBeNull();
  const after = await editionByNumber(db, 'bus-travel', 1);
  expect(after).toEqual({
    ...before,
    head: { ...before.head, service: { ...before.head.service, slug: 'bus-travel' } },
  });
  expect(JSON.stringify(await rowsOf(db, before.id))).toBe(bytes);
  expect(await db.$count(renderings)).toBe(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  expect(event && eventSentence({ ...event, who: 'Ada' })).toBe(
    'Ada changed Buses: the address from “buses” to “bus-travel”.',
  );
});

test('renamed twice, both old addresses lead to the present one at once; back again the first one is it', async () => {
  await rename('coaches');
  for (const earlier of ['buses', 'omnibuses', 'bus-travel'])
    expect(await presentSlugInPublic(db, earlier)).toBe('coaches');
  expect(await presentSlugInPublic(db, 'coaches')).toBeNull();
  await rename('buses');
  for (const earlier of ['coaches', 'bus-travel']) expect(await presentSlugInPublic(db, earlier)).toBe('buses');
  expect(await presentSlugInPublic(db, 'buses')).toBeNull();
  const [entry] = await latestEditions(db, 'buses');
  // Readers of the feed know the edition by the address that the service had first.
  expect(entry).toMatchObject({ firstSlug: 'buses', service: { slug: 'buses' } });
});

test('nobody takes an address that leads to another service: not by a page, and not past it', async () => {
  const trams = await keptService(db, await person('Ada'), 'trams');
  if (!trams) throw new Error('trams are not there');
  const words = { ...trams.words, slug: 'coaches' };
  expect(await mistyped(changeService(db, as('Ada'), { slug: 'trams', words, was: trams.was }))).toMatch(
    /^\/scorecards\/coaches was the address of Buses once/,
  );
  const constraint = async (attempt: Promise<unknown>) => constraintOf(await attempt.catch((error: unknown) => error));
  const stays = 'an_address_stays_with_its_service';
  expect(
    await constraint(
      db
        .update(services)
        .set({ slug: 'coaches', earlierSlugs: ['trams'] })
        .where(eq(services.slug, 'trams')),
    ),
  ).toBe(stays);
  expect(await constraint(db.insert(services).values({ slug: 'coaches', name: 'Coaches', position: 9 }))).toBe(stays);
  expect(
    await constraint(
      db
        .update(services)
        .set({ earlierSlugs: ['buses'] })
        .where(eq(services.slug, 'trams')),
    ),
  ).toBe(stays);
  const stand = 'earlier_addresses_stand';
  expect(await constraint(db.update(services).set({ earlierSlugs: null }).where(eq(services.slug, 'buses')))).toBe(
    stand,
  );
  expect(await constraint(db.update(services).set({ slug: 'light-rail' }).where(eq(services.slug, 'trams')))).toBe(
    stand,
  );
});

test('a page that was opened under the old address is told of the new one, and publishing from it goes on', async () => {
  const seen = await keptService(db, await person('Ada'), 'buses');
  if (!seen) throw new Error('buses are not there');
  await rename('road-travel');
  const stale = { slug: 'buses', words: { ...seen.words, name: 'Bus' }, was: seen.was };
  expect(await refused(changeService(db, as('Ada'), stale))).toMatch(
    /the address is “road-travel” by now, and was “buses”/,
  );
  await change({ notice: 'Counted at the stops.' });
  await publish('buses', '2026-08-17T10:00:00Z');
  expect((await editionInForce(db, 'road-travel', late))?.head.number).toBe(2);
});

test('renaming and publishing at once both end well, in whichever order, and the scorecard is whole', async () => {
  for (let round = 0; round < 4; round += 1) {
    await change({ notice: `Counted ${round + 2} times.` });
    const now = await slugNow();
    const [published, renamed] = await Promise.all([
      ending(publish(now, `2026-08-17T1${round + 1}:00:00Z`)),
      ending(rename(`travel-${round}`)),
    ]);
    expect([published, renamed]).toEqual([{ done: expect.anything() }, { done: `travel-${round}` }]);
    expect(await presentSlugInPublic(db, now)).toBe(`travel-${round}`);
    const inForce = await editionInForce(db, `travel-${round}`, late);
    expect(inForce?.head.number).toBe(3 + round);
    expect(await rowsOf(db, inForce?.id ?? 0)).toHaveLength(2);
  }
  const numbers = await db.select({ number: editions.number }).from(editions).orderBy(asc(editions.number));
  expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('of two services that want the same address at once one gets it', async () => {
  const words = (name: string) =>
    ({
      name,
      slug: 'water',
      notice: null,
      place: 1,
      release: 'release',
      quarantineHours: null,
      contact: null,
    }) as const;
  const ends = await Promise.all([
    ending(addService(db, as('Ada'), { words: words('Canals') })),
    ending(rename('water')),
  ]);
  expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
  expect(await db.$count(services, sql`slug = 'water'`)).toBe(1);
  expect(serviceFields({ ...words('Canals') })['the address']).toBe('water');
  expect((await verifyRecord(db)).tampered).toBeNull();
});
