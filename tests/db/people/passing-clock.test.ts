import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { invite } from '@/db/commands/people/invite';
import { keepTyping } from '@/db/commands/reading/kept-typing';
import { sweepPassing } from '@/db/commands/server/passing';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { type Browser, beginSession } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { databaseMoment } from '@/db/connection/clock';
import { invitationOf } from '@/db/queries/people/accounts-and-invitations';
import { personOfEndedSession, personOfSession, typingOf, whoIsSignedIn } from '@/db/queries/sign-in/sessions';
import { devices, guesses, livedDay, sessions } from '@/db/schema';
import { headsService } from '@/lib/people/who-acts-as-head';
import { londonDay } from '@/lib/time/period';
import { emailOf, type Name, workingCouncil } from '../../support/council/working-council';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { id, buses } = await workingCouncil(db);
await db.delete(livedDay);
const browser: Browser = { session: null, device: null, address: null };
const hour = 3_600_000;

/** This process's own clock is so many hours ahead from now on; negative for behind. */
const wrongBy = (hours: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * hour });
afterEach(() => {
  vi.useRealTimers();
});

const enter = (name: Name) => db.transaction((tx) => beginSession(tx, { personId: id[name], by: 'password', browser }));
const within = async (token: string) => (await personOfSession(db, token))?.name ?? null;
const fromNow = async (moment: string | undefined) =>
  (Date.parse(moment ?? '') - Date.parse(await databaseMoment(db))) / hour;

describe.each([13, 1, -1, -13, 24 * 400])('a server whose clock is wrong by %i hours', (hours) => {
  test('neither ends a session that lives nor keeps one that is over', async () => {
    const { token } = await enter('Olive');
    wrongBy(hours);
    expect(await within(token)).toBe('Olive');
    expect(await personOfEndedSession(db, token)).toBeNull();
    await hoursPass(db, 12);
    expect(await within(token)).toBeNull();
    expect(await personOfEndedSession(db, token)).toBe(id.Olive);
  });

  test('begins sessions, and remembers browsers, as every other does', async () => {
    wrongBy(hours);
    const { token } = await enter('Hana');
    expect(await within(token)).toBe('Hana');
    const [row] = await db.select().from(sessions).where(eq(sessions.personId, id.Hana));
    expect(await fromNow(row?.expiresAt)).toBeCloseTo(12, 1);
    const [known] = await db.select().from(devices).where(eq(devices.personId, id.Hana));
    expect(await fromNow(known?.seenAt)).toBeCloseTo(0, 1);
    await sweepPassing(db);
    expect(await within(token)).toBe('Hana');
    await db.delete(sessions);
    await db.delete(devices);
  });

  test('invites for 72 hours, and takes up what is not over', async () => {
    const by = { who: null, at: '2026-08-17T09:42:00Z' };
    const before = await invite(db, by, { email: emailOf('Nora') });
    wrongBy(hours);
    expect(await invitationOf(db, before.token)).not.toBeNull();
    const { token, expiresAt } = await invite(db, by, { email: emailOf('Nora') });
    expect(await fromNow(expiresAt)).toBeCloseTo(72, 1);
    await acceptInvitation(db, { token, password: 'a long walk by the river', browser });
  });

  test('looks at no wrong guess that another one would not', async () => {
    await db.delete(guesses);
    const guess = async () => {
      const ended = await signInByPassword(db, { email: emailOf('Cal'), password: 'wrong', browser });
      return 'refused' in ended && ended.refused;
    };
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe('no_password');
    wrongBy(hours);
    expect(await guess()).toBe('throttled');
    await hoursPass(db, 0.26);
    expect(await guess()).toBe('no_password');
  });

  test('keeps what was typed for a day', async () => {
    wrongBy(hours);
    const key = await keepTyping(db, { personId: id.Olive, address: '/work', fields: { n: '1' } });
    vi.useRealTimers();
    expect(await typingOf(db, { id: key, personId: id.Olive })).toEqual({ n: '1' });
  });

  test('has a deputy act on the days of the record, not on its own', async () => {
    const { token } = await enter('Dev');
    const acts = async () => {
      const signed = await whoIsSignedIn(db, token);
      return signed && headsService(signed.who, buses.id, signed.today);
    };
    const days = { '2026-06-30': false, '2026-07-01': true, '2026-08-31': true, '2026-09-01': false };
    wrongBy(hours);
    for (const [today, does] of Object.entries(days)) {
      await db.insert(livedDay).values({ today }).onConflictDoUpdate({ target: livedDay.onlyOne, set: { today } });
      expect([today, await acts()]).toEqual([today, does]);
      expect(londonDay((await whoIsSignedIn(db, token))?.at ?? '')).toBe(today);
    }
    await db.delete(livedDay);
  });
});
