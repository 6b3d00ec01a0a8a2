import { setTimeout as wait } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { returnReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { giveEarlyReading, readEarly, takeEarlyReading } from '@/db/commands/release/early-reading';
import { moveRelease } from '@/db/commands/release/move-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { releaseDue } from '@/db/commands/release/releases-due';
import { announcements, editions, events, readings } from '@/db/schema';
import { announcedCouncil, announcement } from '../../support/council/announced-council';
import { ending, type Name, refused } from '../../support/council/working-council';
import { deadlocks } from '../../support/record/races';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const council = await announcedCouncil(db);
const editionsOfBuses = () => db.$count(editions, eq(editions.serviceId, council.buses.id));
const rounds = Number(process.env.CANDOUR_STORM_ROUNDS ?? 10);
const refusals = () => db.$count(events, eq(events.kind, 'step_refused'));

test(`${rounds} × four processes release while Ada publishes and cancels: one edition, or none where she cancelled`, async () => {
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const { announce, dueAt, edition, as } = await council.round();
    const { id } = await announce(dueAt);
    const before = await editionsOfBuses();
    const at = { at: dueAt };
    const publish = () => ending(publishEdition(db, as('Ada', at), edition));
    const cancel = () => ending(cancelRelease(db, as('Ada', at), { id, dueAt, reason: 'Not yet.' }));
    const release = () => releaseDue(db, dueAt);
    // Whoever sets off first is likely to be first: every one has its turn.
    const starts = [release, publish, release, cancel, release, release];
    const turned = [...starts.slice(round % 6), ...starts.slice(0, round % 6)];
    const ends = await Promise.all(turned.map(async (start) => ({ start, end: await start() })));
    const of = (start: unknown) => ends.filter((each) => each.start === start).map(({ end }) => end);
    const outcomes = of(release).flat();
    const done = (start: unknown) => of(start).some((end) => 'done' in end);
    const made = (await editionsOfBuses()) - before;
    const { state, editionId } = await announcement(db, id);
    seen.add(`${state} ${made}`);
    expect(outcomes.length).toBe(state === 'released' ? 1 : 0);
    expect(done(cancel)).toBe(state === 'cancelled');
    expect(made).toBe(state === 'released' || done(publish) ? 1 : 0);
    expect(editionId !== null).toBe(state === 'released');
    if (made === 0) await publishEdition(db, as('Ada', at), edition);
  }
  expect([...seen]).toContain('released 1');
  expect([...seen].some((end) => end.startsWith('cancelled'))).toBe(true);
  expect(await deadlocks(db)).toBe(0);
});

test(`${rounds} × a release against the return of a reading that it takes in: one of them, and the record says which`, async () => {
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const { announce, dueAt, as, reading } = await council.round();
    const { id } = await announce(dueAt);
    const before = await editionsOfBuses();
    const back = () =>
      ending(returnReading(db, as('Hana', { at: dueAt }), { ...reading, reason: 'Say more', suggested: null }));
    // The return sets off a little later in most rounds, and after the release in some, so that each is first now and then.
    const released = releaseDue(db, dueAt);
    const head = round % 15 === 14 ? released : wait(4 * (round % 15));
    const [end] = await Promise.all([head.then(back), released]);
    const [row] = await db.select().from(readings).where(eq(readings.id, reading.readingId));
    const { state } = await announcement(db, id);
    seen.add(state);
    expect(row?.state).toBe(state === 'released' ? 'published' : 'returned');
    expect((await editionsOfBuses()) - before).toBe(state === 'released' ? 1 : 0);
    expect('done' in end).toBe(state === 'failed');
  }
  expect([...seen].sort()).toEqual(['failed', 'released']);
  expect(await deadlocks(db)).toBe(0);
});

test('two moves at once: one moment counts, and the other is told', async () => {
  const { announce, dueAt, as } = await council.round();
  const { id } = await announce(dueAt);
  const to = (hours: number) => new Date(Date.parse(dueAt) + hours * 3_600_000).toISOString();
  const ends = await Promise.all(
    [1, 2, 3, 4].map((hours) =>
      ending(moveRelease(db, as('Ada'), { id, dueAt, toAt: to(hours), reason: `By ${hours}` })),
    ),
  );
  expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
  for (const end of ends)
    if ('refused' in end) expect(end.refused).toMatch(/was moved to .* meanwhile: look at it again/);
  await cancelRelease(db, as('Ada'), { id, dueAt: (await announcement(db, id)).dueAt, reason: 'Over.' });
});

describe('who may', () => {
  const others: Name[] = ['Olive', 'Oskar', 'Hana', 'Dev', 'Adam', 'Cal', 'Otis', 'Hester', 'Nora'];

  test('only Ada announces, moves, cancels and says who reads early; each other try is kept and changes nothing', async () => {
    const { announce, dueAt, as, edition } = await council.round();
    const announcementOf = { ...edition, dueAt };
    const only = 'Only the performance officer can announce, move or cancel a release.';
    for (const name of others) expect(await refused(announceRelease(db, as(name), announcementOf))).toBe(only);
    const { id } = await announce(dueAt);
    await giveEarlyReading(db, as('Ada'), { id, email: 'cal@testshire.example', fromAt: as('Ada').at });
    const before = [await announcement(db, id), await refusals()] as const;
    const tries = (name: Name) => [
      () => moveRelease(db, as(name), { id, dueAt, toAt: `${dueAt.slice(0, 11)}13:00:00Z`, reason: 'So' }),
      () => cancelRelease(db, as(name), { id, dueAt, reason: 'So' }),
      () => giveEarlyReading(db, as(name), { id, email: 'nora@testshire.example', fromAt: as(name).at }),
      () => takeEarlyReading(db, as(name), { id, personId: council.id.Cal }),
    ];
    for (const name of others) for (const attempt of tries(name)) expect(await refused(attempt())).toBe(only);
    expect(await announcement(db, id)).toEqual(before[0]);
    expect(await refusals()).toBe(before[1] + others.length * 4);
    expect(await refused(cancelRelease(db, as('Ada'), { id: 99_999, dueAt, reason: 'So' }))).toMatch(/no such release/);
    await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Over.' });
  });
});

describe('early reading', () => {
  test('is for who is listed, from their moment on, while the release waits; each day of it is told of once', async () => {
    const { announce, dueAt, as, today } = await council.round();
    const { id } = await announce(dueAt);
    const fromAt = `${today}T11:00:00Z`;
    const cal = { id, email: 'CAL@testshire.example', fromAt };
    const may = (name: Name, at: string) => readEarly(db, as(name, { at }), id);
    const eventCount = () => db.$count(events, and(eq(events.kind, 'pre_release_read'), eq(events.subjectId, id)));
    expect(await may('Cal', fromAt)).toBe(false);
    expect(await giveEarlyReading(db, as('Ada'), cal)).toEqual({ name: 'Cal' });
    expect(await refused(giveEarlyReading(db, as('Ada'), cal))).toBe('This person is on the list already.');
    expect(await refused(giveEarlyReading(db, as('Ada'), { ...cal, email: 'x@y.example' }))).toMatch(/^Nobody here/);
    expect(await refused(giveEarlyReading(db, as('Ada'), { ...cal, fromAt: dueAt }))).toMatch(/before the release/);
    expect(await refused(giveEarlyReading(db, as('Ada'), { ...cal, fromAt: '1901-01-01T09:00:00Z' }))).toBe(
      '09:00 on 1 January 1901 has passed: choose a moment to come.',
    );
    expect(await may('Cal', `${today}T10:59:59.999Z`)).toBe(false);
    // The moment at which the form was opened means at once, and never begins before it is given.
    const opened = new Date(Date.parse(as('Ada').at) - 20 * 60_000).toISOString();
    await giveEarlyReading(db, as('Ada'), { id, email: 'nora@testshire.example', fromAt: opened });
    expect(await may('Nora', opened)).toBe(false);
    await takeEarlyReading(db, as('Ada'), { id, personId: council.id.Nora });
    expect(await eventCount()).toBe(0);
    expect(await Promise.all([1, 2, 3, 4].map(() => may('Cal', fromAt)))).toEqual([true, true, true, true]);
    expect(await eventCount()).toBe(1);
    const [event] = await db.select().from(events).where(eq(events.kind, 'pre_release_read'));
    expect(event).toMatchObject({ actorId: council.id.Cal, subject: 'announcement', subjectId: id });
    for (const name of ['Olive', 'Hana', 'Ada', 'Nora'] as const) expect(await may(name, fromAt)).toBe(false);
    expect(await takeEarlyReading(db, as('Ada'), { id, personId: council.id.Cal })).toEqual({ name: 'Cal' });
    expect(await refused(takeEarlyReading(db, as('Ada'), { id, personId: council.id.Cal }))).toMatch(/not on the list/);
    expect(await may('Cal', fromAt)).toBe(false);
    await giveEarlyReading(db, as('Ada'), cal);
    await releaseDue(db, dueAt);
    expect(await may('Cal', dueAt)).toBe(false);
    expect(await refused(giveEarlyReading(db, as('Ada'), { ...cal, email: 'nora@testshire.example' }))).toMatch(
      /released/,
    );
    expect(await db.$count(announcements, eq(announcements.state, 'announced'))).toBe(0);
  });
});
