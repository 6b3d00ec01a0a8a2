import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteUse } from '@/db/commands/sign-in/session-use';
import { type Browser, beginSession, type Entrance, endOwnSessions } from '@/db/commands/sign-in/sessions';
import { ownSessions, personOfEndedSession, personOfSession, whoIsSignedIn } from '@/db/queries/sign-in/sessions';
import { events, livedDay, sessions } from '@/db/schema';
import { lifetimes, mostSessions } from '@/lib/time/lifetimes';
import { type Name, workingCouncil } from '../../support/council/working-council';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 16 });
const { id } = await workingCouncil(db);
const unknown: Browser = { session: null, device: null, address: null };

beforeEach(async () => {
  await db.delete(sessions);
});

const enter = (name: Name, words: string | null = null, by: Entrance = 'password') =>
  db.transaction((tx) => beginSession(tx, { personId: id[name], by, browser: { ...unknown, words } }));
const within = async (token: string, idleHours?: number) => (await personOfSession(db, token, idleHours))?.name ?? null;
const listed = (name: Name, token: string) => ownSessions(db, { personId: id[name], token });
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];

describe('a session that nobody uses', () => {
  test('is over after the hours that are allowed; one in use is not', async () => {
    const [left, used] = [await enter('Olive'), await enter('Olive')];
    await hoursPass(db, lifetimes.idle - 0.1);
    expect(await whoIsSignedIn(db, used.token)).toMatchObject({ unnoted: true });
    await noteUse(db, used.token);
    expect(await whoIsSignedIn(db, used.token)).toMatchObject({ unnoted: false });
    await hoursPass(db, 0.2);
    expect([await within(left.token), await within(used.token)]).toEqual([null, 'Olive']);
    expect(await listed('Olive', used.token)).toMatchObject([{ here: true }]);
    // What was typed in it is still whose it was, and another setting would have kept it.
    expect(await personOfEndedSession(db, left.token)).toBe(id.Olive);
    expect([await within(left.token, 12), await within(used.token, 1)]).toEqual(['Olive', 'Olive']);
    await hoursPass(db, 12 - lifetimes.idle);
    await noteUse(db, used.token);
    expect(await within(used.token, 24)).toBeNull();
  });
});

describe('a person’s own sessions', () => {
  test('are told with their browsers, the one that asks first, and nobody else’s', async () => {
    const first = await enter('Olive', 'Firefox on Windows');
    await hoursPass(db, 1);
    const second = await enter('Olive', 'Safari on an iPhone');
    await enter('Hana', 'Chrome on Linux');
    const own = await listed('Olive', first.token);
    expect(own.map(({ browser, here }) => [browser, here])).toEqual([
      ['Firefox on Windows', true],
      ['Safari on an iPhone', false],
    ]);
    expect(Date.parse(own[1]?.startedAt ?? '') - Date.parse(own[0]?.startedAt ?? '')).toBeGreaterThan(3_500_000);
    expect(JSON.stringify(own)).not.toMatch(new RegExp(`${first.token}|${second.token}|[0-9a-f]{64}`));
  });

  test('are ended one by one, only by their person, and each is recorded once', async () => {
    const [here, there, hers] = [await enter('Olive'), await enter('Olive'), await enter('Hana')];
    const [{ id: which } = { id: 0 }] = (await listed('Olive', here.token)).filter((each) => !each.here);
    await endOwnSessions(db, { token: hers.token, which });
    await endOwnSessions(db, { token: null, which });
    await endOwnSessions(db, { token: 'a'.repeat(43), which: null });
    expect(await within(there.token)).toBe('Olive');
    const before = await db.$count(events);
    await Promise.all(Array.from({ length: 8 }, () => endOwnSessions(db, { token: here.token, which })));
    expect([await within(here.token), await within(there.token)]).toEqual(['Olive', null]);
    expect((await db.$count(events)) - before).toBe(1);
    expect(await lastEvent()).toMatchObject({
      kind: 'sessions_ended',
      actorId: id.Olive,
      subjectId: id.Olive,
      details: { sessions: 1, why: 'one' },
    });
    // A session that is over ends no other.
    await endOwnSessions(db, { token: there.token, which: null });
    expect(await within(here.token)).toBe('Olive');
  });

  test('all others end together, and this one stays', async () => {
    const [here, ...others] = [await enter('Olive'), await enter('Olive'), await enter('Olive'), await enter('Hana')];
    await endOwnSessions(db, { token: here.token, which: null });
    expect(await Promise.all(others.map(({ token }) => within(token)))).toEqual([null, null, 'Hana']);
    expect(await within(here.token)).toBe('Olive');
    expect(await lastEvent()).toMatchObject({ kind: 'sessions_ended', details: { sessions: 2, why: 'others' } });
  });

  test(`of more than ${mostSessions} the oldest ends, also when they begin at once, and it is recorded`, async () => {
    const oldest = await enter('Olive');
    const tokens = await Promise.all(Array.from({ length: mostSessions + 4 }, () => enter('Olive')));
    const living = await Promise.all(tokens.map(({ token }) => within(token)));
    expect(living.filter(Boolean)).toHaveLength(mostSessions);
    expect(await within(oldest.token)).toBeNull();
    const ended = await db.select().from(events).where(eq(events.kind, 'sessions_ended'));
    expect(ended.filter(({ details }) => (details as { why?: string }).why === 'too_many')).toHaveLength(5);
  });

  test('in a demonstration, where everybody is the same few people, nobody ends another’s', async () => {
    const { token } = await enter('Olive', null, 'demonstration');
    for (let n = 0; n < mostSessions + 2; n += 1) await enter('Olive', null, 'demonstration');
    expect(await within(token)).toBe('Olive');
  });
});

test('the moment of whoever is signed in is that of the record, on the day that it lives in', async () => {
  const { token } = await enter('Olive');
  const lived = { today: '2018-08-17' };
  await db.insert(livedDay).values(lived).onConflictDoUpdate({ target: livedDay.onlyOne, set: lived });
  expect(await whoIsSignedIn(db, token)).toMatchObject({
    today: '2018-08-17',
    at: expect.stringContaining('2018-08-1'),
  });
});
