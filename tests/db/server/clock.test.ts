import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { giveEarlyReading, readEarly } from '@/db/commands/release/early-reading';
import { releaseDue } from '@/db/commands/release/releases-due';
import { publishRolling } from '@/db/commands/release/rolling';
import { liveIn } from '@/db/commands/server/lived-day';
import { recordMoment } from '@/db/connection/clock';
import { earlyPage, earlyReadings } from '@/db/queries/release/early';
import { announcements, council, editions, livedDay, readings, services } from '@/db/schema';
import { driftOf } from '@/lib/time/clock-drift';
import { londonDay } from '@/lib/time/period';
import { announcedCouncil, announcement, ofTrams } from '../../support/council/announced-council';
import { submitted } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const world = await announcedCouncil(db);
const hour = 3_600_000;
const from = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();
const far = '2999-12-31';

/** Each test begins with a record that lives by the clock of its database, as a council's own does. */
beforeEach(async () => {
  await db.delete(livedDay);
});
afterEach(async () => {
  const over = { state: 'cancelled', why: 'The test is over.' } as const;
  await db.update(announcements).set(over).where(eq(announcements.state, 'announced'));
});

/** An edition announced for half an hour from now, by the clock of the database, with Cal on its list from then on. */
async function soon() {
  const dueAt = from(await recordMoment(db), hour / 2);
  const round = await world.round();
  const { id } = await round.announce(dueAt);
  return { ...round, id, dueAt };
}

describe('a server whose clock is wrong', () => {
  test('by an hour ahead cannot end an embargo, however many try at once', async () => {
    const { id, dueAt } = await soon();
    const before = await db.$count(editions);
    const fast = from(dueAt, hour / 2);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => releaseDue(db, fast)));
    expect(outcomes.flat()).toEqual([]);
    expect(await db.$count(editions)).toBe(before);
    expect((await announcement(db, id)).state).toBe('announced');
  });

  test('by an hour behind does not release what is due; the next one does, once, and says its own moment', async () => {
    const { id, dueAt } = await soon();
    await db.insert(livedDay).values({ today: far });
    expect(await releaseDue(db, from(dueAt, -hour))).toEqual([]);
    const outcomes = await Promise.all([
      releaseDue(db, dueAt),
      releaseDue(db, dueAt),
      releaseDue(db, from(dueAt, hour)),
    ]);
    expect(outcomes.flat()).toEqual([{ id, editionId: expect.any(Number) }]);
  });

  test('never publishes at a moment that the record has not reached', async () => {
    const round = await world.round(ofTrams);
    const { id } = await round.announce(round.dueAt);
    const fast = from(await recordMoment(db), 24 * hour);
    const [outcome] = await releaseDue(db, fast);
    expect(outcome).toMatchObject({ id });
    const [edition] = await db.select().from(editions).where(eq(editions.serviceId, world.trams.id));
    expect(Date.parse(edition?.publishedAt ?? '')).toBeLessThanOrEqual(Date.parse(await recordMoment(db)));
  });

  test('shows nobody what they may read from a moment that is still to come', async () => {
    const { id, dueAt, as } = await soon();
    const cal = await world.person('Cal');
    const fromAt = from(dueAt, -hour / 4);
    await giveEarlyReading(db, as('Ada'), { id, email: 'cal@testshire.example', fromAt });
    const fast = from(dueAt, -1);
    const seen = async (at: string) => [
      (await earlyReadings(db, cal, at)).length,
      (await earlyPage(db, cal, id, at)) !== null,
      await readEarly(db, as('Cal', { at }), id),
    ];
    expect(await seen(fast)).toEqual([0, false, false]);
    await db.insert(livedDay).values({ today: far });
    expect(await seen(from(fromAt, -1))).toEqual([0, false, false]);
    expect(await seen(fast)).toEqual([1, true, true]);
  });

  test('does not end a quarantine', async () => {
    await db.update(services).set({ release: 'rolling', quarantineHours: 24 }).where(eq(services.id, world.trams.id));
    const now = await recordMoment(db);
    const { code, owner, head } = ofTrams;
    const seen = await submitted(db, world.as(owner), code, undefined, '2020-01-01');
    await approveReading(db, world.as(head, { at: from(now, -23 * hour), today: londonDay(now) }), seen);
    expect(await publishRolling(db, from(now, 2 * hour))).toEqual([]);
    const [row] = await db.select().from(readings).where(eq(readings.id, seen.readingId));
    expect(row?.state).toBe('approved');
    await db.insert(livedDay).values({ today: far });
    expect(await publishRolling(db, from(now, 2 * hour))).toHaveLength(1);
  });
});

describe('the clock of the record', () => {
  test('is that of its database, or the present time of day on the day that is lived in', async () => {
    const read = async () => {
      const before = new Date().toISOString();
      const theirs = await recordMoment(db);
      return { before, theirs, after: new Date().toISOString() };
    };
    expect(driftOf(await read())).toBeNull();
    await db.insert(livedDay).values({ today: '2018-08-17' });
    expect(londonDay(await recordMoment(db))).toBe('2018-08-17');
  });

  test('is moved for a demonstration only, for all at once, and back', async () => {
    await liveIn(db, '2018-08-17');
    expect(await db.$count(livedDay)).toBe(0);
    await db.update(council).set({ demonstration: 'It is invented.' });
    await liveIn(db, '2018-08-17');
    await Promise.all([liveIn(db, '2018-09-20'), liveIn(db, '2018-09-20')]);
    expect(await db.select().from(livedDay)).toMatchObject([{ today: '2018-09-20' }]);
    await liveIn(db, null);
    expect(await db.$count(livedDay)).toBe(0);
    await db.update(council).set({ demonstration: null });
  });
});
