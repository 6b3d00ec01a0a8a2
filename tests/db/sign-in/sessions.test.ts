import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { leave } from '@/db/commands/people/leave';
import { giveRole, takeRole } from '@/db/commands/people/role-change';
import { keepTyping } from '@/db/commands/reading/kept-typing';
import { type Browser, beginSession, endSession, signOutEverywhere } from '@/db/commands/sign-in/sessions';
import { newToken } from '@/db/hashing/token';
import { personOfEndedSession, personOfSession, typingOf } from '@/db/queries/sign-in/sessions';
import { devices, events, people, sessions } from '@/db/schema';
import { cookieHours, lifetimes } from '@/lib/time/lifetimes';
import { type Name, refused, workingCouncil } from '../../support/council/working-council';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 16 });
const { id } = await workingCouncil(db);
const at = '2026-08-17T09:42:00.000Z';
const byCommand = { who: null, at };
const unknown: Browser = { session: null, device: null, address: null };

const enter = (name: Name, browser = unknown) =>
  db.transaction((tx) => beginSession(tx, { personId: id[name], by: 'password', browser }));
const within = async (token: string, idleHours?: number) => (await personOfSession(db, token, idleHours))?.name ?? null;

describe('a session', () => {
  test('is a random token of 256 bits, of which only the hash is in the record', async () => {
    const { token, device } = await enter('Olive');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await within(token)).toBe('Olive');
    const tables = await sql<{ table_name: string }[]>`
      select table_name from information_schema.tables where table_schema = 'public'`;
    for (const { table_name } of tables) {
      const [{ dump } = { dump: '' }] =
        await sql`select coalesce(string_agg(t::text, ''), '') as dump from ${sql(table_name)} t`;
      expect(dump.includes(token) || dump.includes(device), table_name).toBe(false);
    }
  });

  test('1,000 tokens are 1,000 different ones', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newToken().token)).size).toBe(1_000);
  });

  test('lives for 12 hours, to a few seconds', async () => {
    const { token } = await enter('Olive');
    await hoursPass(db, 12 - 5 / 3_600);
    expect(await within(token, 24)).toBe('Olive');
    await hoursPass(db, 5 / 3_600);
    expect(await within(token, 24)).toBeNull();
  });

  test('is not opened by what is no token, by a hash, or by a token that we did not give', async () => {
    const { token } = await enter('Olive');
    const [row] = await db.select().from(sessions).limit(1);
    for (const odd of ['', 'x', 'a'.repeat(43), `${token}a`, token.slice(1), row?.tokenHash ?? '', "' or 1=1 --"])
      expect(await within(odd)).toBeNull();
  });

  test('begins under a new token, and the one this browser was in before is over', async () => {
    const first = await enter('Olive');
    const second = await enter('Hana', { ...unknown, session: first.token });
    expect(second.token).not.toBe(first.token);
    expect([await within(first.token), await within(second.token)]).toEqual([null, 'Hana']);
  });

  test('a planted token opens nothing, before or after', async () => {
    const planted = 'p'.repeat(43);
    const { token } = await enter('Olive', { ...unknown, session: planted, device: planted });
    expect(token).not.toBe(planted);
    expect(await within(planted)).toBeNull();
    const marks = await db.select().from(devices).where(eq(devices.personId, id.Olive));
    expect(marks.every(({ tokenHash }) => tokenHash !== planted)).toBe(true);
  });

  test('is over after signing out, for whoever still holds its token, and that is recorded once', async () => {
    const { token } = await enter('Cal');
    await Promise.all(Array.from({ length: 8 }, () => endSession(db, token)));
    expect(await within(token)).toBeNull();
    const ends = await db.select().from(events).where(eq(events.kind, 'signed_out'));
    expect(ends.filter(({ actorId }) => actorId === id.Cal)).toHaveLength(1);
  });

  test('signing out everywhere ends every one, and says how many', async () => {
    const tokens = (await Promise.all([enter('Ada'), enter('Ada'), enter('Ada')])).map(({ token }) => token);
    await signOutEverywhere(db, id.Ada);
    expect(await Promise.all(tokens.map((token) => within(token)))).toEqual([null, null, null]);
    const ends = await db.select().from(events).where(eq(events.kind, 'sessions_ended'));
    expect(ends.at(-1)).toMatchObject({ actorId: id.Ada, subjectId: id.Ada, details: { sessions: 3, why: 'asked' } });
  });

  test('a role that is taken away in mid-session is gone at the next look', async () => {
    const { token } = await enter('Nora');
    for (let round = 0; round < 20; round += 1) {
      await giveRole(db, byCommand, { email: 'nora@testshire.example', role: 'performance_officer' });
      expect((await personOfSession(db, token))?.roles).toEqual(['performance_officer']);
      await takeRole(db, byCommand, { email: 'nora@testshire.example', role: 'performance_officer' });
      expect((await personOfSession(db, token))?.roles).toEqual([]);
    }
  });

  test('nobody who leaves keeps a session, also when they sign in at that very moment; 40 rounds', async () => {
    for (let round = 0; round < 40; round += 1) {
      const [person] = await db
        .insert(people)
        .values({ name: 'Lea', email: `lea${round}@testshire.example` })
        .returning();
      const begin = () =>
        db.transaction((tx) => beginSession(tx, { personId: person?.id ?? 0, by: 'password', browser: unknown }));
      const tries = await Promise.allSettled([
        begin(),
        leave(db, byCommand, { email: `lea${round}@testshire.example` }),
        begin(),
      ]);
      expect(tries[1]?.status).toBe('fulfilled');
      for (const tried of tries)
        if (tried.status === 'fulfilled' && typeof tried.value !== 'string')
          expect(await within(tried.value.token)).toBeNull();
        else if (tried.status === 'rejected') expect(tried.reason.message).toContain('has left');
      const open = await sql`select 1 from sessions where person_id = ${person?.id ?? 0} and ended_at is null`;
      expect(open).toHaveLength(0);
    }
  }, 60_000);
});

describe('what was typed when a session ended', () => {
  const fields = { comments: 'Half a sentence' };
  const kept = async (name: Name) => keepTyping(db, { personId: id[name], address: '/work', fields });

  test('comes back to the one whose session it was, for a day, and to nobody else', async () => {
    const key = await kept('Olive');
    expect(await typingOf(db, { id: key, personId: id.Olive })).toEqual(fields);
    expect(await typingOf(db, { id: key, personId: id.Hana })).toBeNull();
    expect(await typingOf(db, { id: 'another', personId: id.Olive })).toBeNull();
    await hoursPass(db, 23.9);
    expect(await typingOf(db, { id: key, personId: id.Olive })).toEqual(fields);
    await hoursPass(db, 0.1);
    expect(await typingOf(db, { id: key, personId: id.Olive })).toBeNull();
  });

  test('is thrown away after a day', async () => {
    const key = await kept('Olive');
    await hoursPass(db, 25);
    await kept('Hana');
    const rows = await sql`select 1 from kept_typing where id = ${key}`;
    expect(rows).toHaveLength(0);
  });

  test('is kept for whoever was in the session, ended or run out; not for those who never were, or have left', async () => {
    const { token } = await enter('Otis');
    await endSession(db, token);
    expect(await within(token)).toBeNull();
    expect(await personOfEndedSession(db, token)).toBe(id.Otis);
    expect(await personOfEndedSession(db, 'a'.repeat(43))).toBeNull();
    expect(await personOfEndedSession(db, null)).toBeNull();
    await leave(db, byCommand, { email: 'otis@testshire.example' });
    expect(await personOfEndedSession(db, token)).toBeNull();
  });

  test('a session that ran out by itself says for 24 hours whose words those are, opens nothing, and then is silent', async () => {
    const { token } = await enter('Olive');
    const whose = () => personOfEndedSession(db, token, 24);
    await hoursPass(db, 11);
    expect(await whose()).toBeNull();
    for (const hours of [1, 8, 15]) {
      await hoursPass(db, hours);
      expect([hours, await whose()]).toEqual([hours, id.Olive]);
      expect(await within(token, 24)).toBeNull();
    }
    await hoursPass(db, 1);
    expect(await whose()).toBeNull();
  });

  test('the cookie outlives the session by as long as typing is kept', () => {
    expect(cookieHours - lifetimes.session).toBe(lifetimes.typing);
    expect(cookieHours).toBe(36);
  });
});

test('a session of nobody cannot begin', async () => {
  const begin = db.transaction((tx) => beginSession(tx, { personId: 999_999, by: 'password', browser: unknown }));
  expect(await refused(begin)).toContain('has left');
});
