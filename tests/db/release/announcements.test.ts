import { desc, eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { moveRelease } from '@/db/commands/release/move-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { releaseDue } from '@/db/commands/release/releases-due';
import { publishRolling } from '@/db/commands/release/rolling';
import { sha256 } from '@/db/hashing/sha256';
import { rowsOf } from '@/db/queries/published/in-force';
import { announcementMoves, announcements, editions, events, measures, readings, services } from '@/db/schema';
import { canonical } from '@/lib/record/canonical';
import { failures } from '@/lib/release/release-moment';
import { formatInstant } from '@/lib/time/instant';
import { announcedCouncil, announcement, ofTrams } from '../../support/council/announced-council';
import { refused } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const council = await announcedCouncil(db);
const { buses, id: people } = council;

const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];
const count = () => db.$count(editions, eq(editions.serviceId, buses.id));
/** An instant so many milliseconds later, or earlier. */
const later = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();

/** What one test left waiting does not stand in the way of the next. */
afterEach(async () => {
  const over = { state: 'cancelled', why: 'The test is over.' } as const;
  await db.update(announcements).set(over).where(eq(announcements.state, 'announced'));
});

describe('an announced release', () => {
  test('is whole at its moment and not a millisecond before, with what was announced and by whom', async () => {
    const { announce, dueAt, today, reading } = await council.round();
    const { id } = await announce(dueAt);
    expect(await announcement(db, id)).toMatchObject({
      state: 'announced',
      number: 1,
      asAt: today,
      dueAt: new Date(dueAt).toISOString(),
      announcedBy: people.Ada,
      included: [reading.readingId],
      editionId: null,
      why: null,
    });
    expect(await lastEvent()).toMatchObject({ kind: 'release_announced', subject: 'announcement', subjectId: id });
    expect(await releaseDue(db, later(dueAt, -1))).toEqual([]);
    expect(await count()).toBe(0);
    const outcomes = await releaseDue(db, dueAt);
    const [edition] = await db.select().from(editions);
    expect(outcomes).toEqual([{ id, editionId: edition?.id }]);
    expect(edition).toMatchObject({
      number: 1,
      asAt: today,
      publishedBy: people.Ada,
      publisher: 'performance officer',
    });
    expect(Date.parse(edition?.publishedAt ?? '')).toBe(Date.parse(dueAt));
    expect(await announcement(db, id)).toMatchObject({ state: 'released', editionId: edition?.id });
    expect(await lastEvent()).toMatchObject({ kind: 'edition_published', details: { number: 1, announcement: id } });
    const [row] = await db.select().from(readings).where(eq(readings.id, reading.readingId));
    expect(row?.state).toBe('published');
    expect(await releaseDue(db, later(dueAt, 60_000))).toEqual([]);
  });

  test('promised what it shows as it was promised before measures had pages, so that one announced then is still released', async () => {
    const { announce, dueAt } = await council.round();
    const { id } = await announce(dueAt);
    const [outcome] = await releaseDue(db, dueAt);
    const rows = await rowsOf(db, Number(outcome && 'editionId' in outcome && outcome.editionId));
    expect(rows[0]).toHaveProperty('sheet');
    const before = rows.map(({ signal: _, sheet: __, told: ___, ...row }) => row);
    expect((await announcement(db, id))?.seen).toBe(sha256(canonical({ rows: before, revised: [] })));
  });

  test('goes without what is approved after the announcement, and without its broken approval', async () => {
    const { as, reading } = await council.round();
    const back = await returnReading(db, as('Hana'), { ...reading, reason: 'Say more', suggested: null });
    const next = await council.round();
    const { id } = await next.announce(next.dueAt);
    const late = await submitReading(db, next.as('Olive'), back);
    await approveReading(db, next.as('Hana'), late);
    await db.update(readings).set({ comments: 'Slipped in.' }).where(eq(readings.id, late.readingId));
    expect(await releaseDue(db, next.dueAt)).toEqual([{ id, editionId: expect.any(Number) }]);
    const state = async (readingId: number) =>
      (await db.select().from(readings).where(eq(readings.id, readingId)))[0]?.state;
    expect([await state(next.reading.readingId), await state(late.readingId)]).toEqual(['published', 'approved']);
    await db.update(readings).set({ comments: 'Fewer breakdowns.' }).where(eq(readings.id, late.readingId));
  });

  test('keeps its service from being published at once, or by approval, until it is over', async () => {
    const { announce, dueAt, edition, as, today } = await council.round();
    const { id } = await announce(dueAt);
    const { number } = await announcement(db, id);
    const waits = `Edition ${number} is announced for ${formatInstant(dueAt)}: move or cancel it first.`;
    expect(await refused(publishEdition(db, as('Ada'), edition))).toBe(waits);
    expect(await refused(announce(later(dueAt, 1000)))).toBe(waits);
    await db.update(services).set({ release: 'rolling', quarantineHours: 0 }).where(eq(services.id, buses.id));
    expect(await publishRolling(db, `${today}T11:00:00Z`)).toEqual([]);
    await db.update(services).set({ release: 'release', quarantineHours: null }).where(eq(services.id, buses.id));
    await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Not yet.' });
    expect(await publishEdition(db, as('Ada'), edition)).toEqual({ number });
  });

  test('is refused for a moment that has come, a rolling service, an unanswered warning or another preview', async () => {
    const { announce, dueAt, as, edition, today } = await council.round();
    const announced = { ...edition, dueAt };
    expect(await refused(announce(`${today}T10:42:00Z`))).toMatch(/a moment to come: .* has passed/);
    expect(await refused(announceRelease(db, as('Ada'), { ...announced, service: 'trams', acknowledged: [] }))).toMatch(
      /^Say why/,
    );
    expect(await refused(announceRelease(db, as('Ada'), { ...announced, seen: '0'.repeat(64) }))).toMatch(
      /preview showed/,
    );
    expect(await refused(announceRelease(db, as('Ada'), { ...announced, service: 'ferries' }))).toMatch(
      /no such service/,
    );
    await db.update(services).set({ release: 'rolling', quarantineHours: 24 }).where(eq(services.slug, 'trams'));
    expect(await refused(announceRelease(db, as('Ada'), { ...announced, service: 'trams' }))).toMatch(
      /publishes by itself/,
    );
    await db.update(services).set({ release: 'release', quarantineHours: null }).where(eq(services.slug, 'trams'));
  });
});

describe('moving and calling off', () => {
  test('a move needs a public reason and the moment that was seen; then only the new moment counts', async () => {
    const { announce, dueAt, as } = await council.round();
    const { id } = await announce(dueAt);
    const toAt = later(dueAt, 3_600_000);
    const move = { id, dueAt, toAt, reason: 'The bureau is late.' };
    expect(await refused(moveRelease(db, as('Ada'), { ...move, reason: ' ' }))).toMatch(/^Tell the public why/);
    expect(await refused(moveRelease(db, as('Ada'), { ...move, toAt: dueAt }))).toMatch(/already: choose another/);
    expect(await refused(moveRelease(db, as('Ada'), { ...move, toAt: later(dueAt, -86_400_000) }))).toMatch(
      /has passed/,
    );
    expect(await moveRelease(db, as('Ada'), move)).toEqual({ dueAt: toAt });
    expect(await lastEvent()).toMatchObject({
      kind: 'release_moved',
      details: { toAt, reason: 'The bureau is late.' },
    });
    expect(await refused(moveRelease(db, as('Ada'), move))).toMatch(/was moved to .* meanwhile/);
    expect(await db.$count(announcementMoves, eq(announcementMoves.announcementId, id))).toBe(1);
    await expect(db.delete(announcementMoves)).rejects.toThrow();
    expect(await releaseDue(db, dueAt)).toEqual([]);
    expect(await releaseDue(db, toAt)).toMatchObject([{ id, editionId: expect.any(Number) }]);
    expect(await refused(cancelRelease(db, as('Ada'), { id, dueAt: toAt, reason: 'Late' }))).toMatch(
      /released already/,
    );
  });

  test('a cancelled one is never released, and says why', async () => {
    const { announce, dueAt, as } = await council.round();
    const { id } = await announce(dueAt);
    expect(await refused(cancelRelease(db, as('Ada'), { id, dueAt, reason: '' }))).toMatch(/^Tell the public why/);
    const { number } = await announcement(db, id);
    const once = () =>
      cancelRelease(db, as('Ada', { key: 'x'.repeat(16) }), { id, dueAt, reason: 'A depot was left out.' });
    expect([await once(), await once()]).toEqual([{ number }, { number }]);
    expect(await announcement(db, id)).toMatchObject({ state: 'cancelled', why: 'A depot was left out.' });
    expect(await lastEvent()).toMatchObject({ kind: 'release_cancelled', subjectId: id });
    expect(await releaseDue(db, dueAt)).toEqual([]);
    expect(await refused(moveRelease(db, as('Ada'), { id, dueAt, toAt: later(dueAt, 1), reason: 'x' }))).toMatch(
      /cancelled already/,
    );
  });
});

describe('at its moment it fails, and says so, when', () => {
  const failing = async (
    meddle: (round: Awaited<ReturnType<typeof council.round>>) => Promise<unknown>,
    why: string,
  ) => {
    const round = await council.round();
    const { id } = await round.announce(round.dueAt);
    await meddle(round);
    const before = await count();
    expect(await releaseDue(db, round.dueAt)).toEqual([{ id, why }]);
    expect(await count()).toBe(before);
    expect(await announcement(db, id)).toMatchObject({ state: 'failed', why });
    expect(await lastEvent()).toMatchObject({ kind: 'release_failed', actorId: null, details: { why } });
    return round;
  };

  test('a reading that it takes in was returned', () =>
    failing(
      ({ as, reading }) => returnReading(db, as('Hana'), { ...reading, reason: 'Say more', suggested: null }),
      failures.returned,
    ));

  test('what it would show is not what was announced', () =>
    failing(
      () => db.update(measures).set({ title: 'Buses in time' }).where(eq(measures.code, 'bus-01')),
      failures.changed,
    ));

  test('something stands in its way', async () => {
    const approvalOf = ({ reading }: { reading: { readingId: number } }, approvedHash: string) =>
      db.update(readings).set({ approvedHash }).where(eq(readings.id, reading.readingId));
    const [kept] = [{ hash: '' }];
    const round = await failing(async (round) => {
      const [row] = await db.select().from(readings).where(eq(readings.id, round.reading.readingId));
      kept.hash = row?.approvedHash ?? '';
      await approvalOf(round, 'f'.repeat(64));
    }, failures.blocked);
    await approvalOf(round, kept.hash);
  });

  test('another edition came before it, past all our rules', () =>
    failing(async ({ today }) => {
      const [last] = await db
        .select()
        .from(editions)
        .where(eq(editions.serviceId, buses.id))
        .orderBy(desc(editions.number))
        .limit(1);
      if (!last) throw new Error('there is no edition');
      const { id: _, ...copy } = last;
      await db.insert(editions).values({ ...copy, number: last.number + 1, asAt: today });
    }, failures.overtaken));
});

test('one fault keeps no other service waiting, and leaves no trace: the next try is whole', async () => {
  const [one, other] = [await council.round(), await council.round(ofTrams)];
  const [bus, tram] = [await one.announce(other.dueAt), await other.announce(other.dueAt)];
  await db.execute(sql`alter table edition_rows add constraint no_buses_today check (code <> 'bus-01') not valid`);
  await expect(releaseDue(db, other.dueAt)).rejects.toThrow('a release could not be tried');
  expect(await announcement(db, tram.id)).toMatchObject({ state: 'released' });
  expect(await announcement(db, bus.id)).toMatchObject({ state: 'announced', editionId: null });
  const before = await count();
  await db.execute(sql`alter table edition_rows drop constraint no_buses_today`);
  expect(await releaseDue(db, other.dueAt)).toMatchObject([{ id: bus.id }]);
  expect(await count()).toBe(before + 1);
});

describe('the day that an announced edition speaks of', () => {
  test('has to be given: without one it is refused, and not taken to be today', async () => {
    const { as, edition, dueAt } = await council.round();
    const before = await db.$count(announcements);
    for (const asAt of ['', 'today', '2026-02-30'])
      expect(await refused(announceRelease(db, as('Ada'), { ...edition, asAt, dueAt }))).toBe(
        'Enter the date that the scorecard speaks of.',
      );
    expect(await db.$count(announcements)).toBe(before);
  });
});
