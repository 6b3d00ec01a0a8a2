import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { signInAsDemoPerson } from '@/db/commands/sign-in/demonstration';
import { acceptInvitation, linkByInvitation } from '@/db/commands/sign-in/invitations';
import { changePassword } from '@/db/commands/sign-in/passwords';
import type { Browser } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { signInByIdentity } from '@/db/commands/sign-in/single-sign-on';
import { databaseMoment } from '@/db/connection/clock';
import { hashPassword } from '@/db/hashing/password';
import { invitationOf } from '@/db/queries/people/accounts-and-invitations';
import { demoChoices } from '@/db/queries/people/demo-choices';
import { personOfSession } from '@/db/queries/sign-in/sessions';
import { council, devices, events, guesses, people, refusedSignIns } from '@/db/schema';
import { refusal } from '../../support/council/one-measure-council';
import { workingCouncil } from '../../support/council/working-council';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 24 });
const { id } = await workingCouncil(db);
const at = '2026-08-17T09:42:00.000Z';
const strange: Browser = { session: null, device: null, address: null };
const right = 'nine lives of the cat';

beforeEach(async () => {
  await db.delete(guesses);
  await db.delete(refusedSignIns);
  await db.delete(devices);
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(right) })
    .where(eq(people.id, id.Olive));
});

const olive = 'olive@testshire.example';
const guess = async (password: string, { email = olive, browser = strange } = {}) => {
  const ended = await signInByPassword(db, { email, password, browser });
  return 'refused' in ended ? ended.refused : ended;
};
const entered = async (...words: Parameters<typeof guess>) => typeof (await guess(...words)) !== 'string';
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];

describe('by password', () => {
  test('the right one opens, however the address is written; a wrong one does not', async () => {
    expect(await entered(right)).toBe(true);
    expect(await entered(right, { email: '  OLIVE@Testshire.Example ' })).toBe(true);
    expect(await guess('nine lives of the dog')).toBe('password');
    expect(await guess('')).toBe('password');
  });

  test('a password typed with composed or decomposed letters is the same password', async () => {
    await db
      .update(people)
      .set({ passwordHash: await hashPassword('café au lait chaud') })
      .where(eq(people.id, id.Olive));
    expect(await entered('cafe\u0301 au lait chaud')).toBe(true);
  });

  test('each refusal is recorded with its reason, without the password or an unknown address', async () => {
    for (const [email, why, subject] of [
      [olive, 'password', 'person'],
      ['nobody@testshire.example', 'unknown', 'council'],
      ['hana@testshire.example', 'no_password', 'person'],
    ] as const) {
      expect(await guess('secret secret secret', { email })).toBe(why);
      const event = await lastEvent();
      expect(event).toMatchObject({ kind: 'sign_in_refused', actorId: null, subject, details: { why } });
      expect(JSON.stringify(event)).not.toMatch(/secret|nobody/);
    }
  });

  test('somebody who has left does not get in with the right password', async () => {
    await db
      .insert(people)
      .values({ name: 'Lea', email: 'lea@testshire.example', passwordHash: await hashPassword(right) });
    expect(await entered(right, { email: 'lea@testshire.example' })).toBe(true);
    await leave(db, { who: null, at }, { email: 'lea@testshire.example' });
    expect(await guess(right, { email: 'lea@testshire.example' })).toBe('left');
  });

  test('a password that is changed while it is looked at opens nothing; 20 rounds', async () => {
    for (let round = 0; round < 20; round += 1) {
      await db.delete(guesses);
      const [old, next] = [`the old one of round ${round}`, `the new one of round ${round}`];
      await db
        .update(people)
        .set({ passwordHash: await hashPassword(old) })
        .where(eq(people.id, id.Olive));
      const [tried] = await Promise.all([
        guess(old),
        changePassword(db, { personId: id.Olive, present: old, wanted: next, browser: strange }),
      ]);
      if (typeof tried !== 'string') expect(await personOfSession(db, tried.token)).toBeNull();
    }
  }, 60_000);
});

describe('the throttle', () => {
  const account = { email: olive };

  test('at most 10 wrong guesses of 40 racing ones are looked at, and then the right one is not either', async () => {
    const ends = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`wrong guess ${n}`, account)));
    expect(ends.filter((end) => end === 'password')).toHaveLength(10);
    expect(ends.filter((end) => end === 'throttled')).toHaveLength(30);
    expect(await guess(right)).toBe('throttled');
  });

  test('from 130 addresses an account gets 100 guesses, and no address more than ten', async () => {
    for (let n = 0; n < 130; n += 1) {
      const end = await guess(`wrong ${n}`, { browser: { ...strange, address: `203.0.113.${n}` } });
      expect(end).toBe(n < 100 ? 'password' : 'throttled');
    }
  });

  test('the right person still gets in, from a browser in which they have been before', async () => {
    const before = await guess(right);
    if (typeof before === 'string') throw new Error(before);
    const known = { ...strange, device: before.device };
    for (let n = 0; n < 20; n += 1) await guess(`wrong ${n}`);
    expect(await guess(right)).toBe('throttled');
    expect(await entered(right, { browser: known })).toBe(true);
    // That browser has a limit of its own, and is no way around for the accounts of others.
    for (let n = 0; n < 10; n += 1) expect(await guess(`wrong ${n}`, { browser: known })).toBe('password');
    expect(await guess(right, { browser: known })).toBe('throttled');
    for (let n = 0; n < 12; n += 1)
      expect(await guess(`wrong ${n}`, { email: 'hana@testshire.example', browser: known })).toBe(
        n < 10 ? 'no_password' : 'throttled',
      );
  });

  test('after 15 minutes guesses are looked at again; what is right never counted', async () => {
    for (let n = 0; n < 12; n += 1) expect(await entered(right)).toBe(true);
    for (let n = 0; n < 10; n += 1) await guess(`wrong ${n}`);
    await hoursPass(db, 14.5 / 60);
    expect(await guess(right)).toBe('throttled');
    await hoursPass(db, 0.6 / 60);
    expect(await entered(right)).toBe(true);
  });

  test('an address that nobody has is throttled alike', async () => {
    for (let n = 0; n < 12; n += 1)
      expect(await guess(`wrong ${n}`, { email: 'nobody@testshire.example' })).toBe(n < 10 ? 'unknown' : 'throttled');
  });

  test('one network address gets 100 guesses, over all accounts', async () => {
    const browser = { ...strange, address: '198.51.100.7' };
    const present = await databaseMoment(db);
    await db.insert(guesses).values(Array.from({ length: 100 }, () => ({ key: 'address 198.51.100.7', at: present })));
    expect(await guess(right, { browser })).toBe('throttled');
    expect(await entered(right)).toBe(true);
  });

  test('keeps neither addresses nor passwords, and nothing for longer than a day', async () => {
    await guess('a wrong secret', { email: 'somebody@else.example' });
    const [row] = await db.select().from(guesses);
    expect(row?.key).toMatch(/^(account [0-9a-f]{64} from |unknown [0-9a-f])$/);
    await hoursPass(db, 24);
    await guess('another');
    expect(await db.$count(guesses)).toBe(2);
  });
});

test('an unknown address, a wrong password and a throttled guess take as long as each other', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const time = async (email: string) => {
    const start = performance.now();
    await guess('a wrong password', { email });
    return performance.now() - start;
  };
  for (let n = 0; n < 120; n += 1) {
    // Fresh buckets, so that the known one is looked at; every other round they are full.
    if (n % 2 === 0) await db.delete(guesses);
    times.known.push(await time(olive));
    times.unknown.push(await time(`nobody${n}@testshire.example`));
  }
  const pairs = times.known.flatMap((known) =>
    times.unknown.map((unknown) => (known > unknown ? 1 : known < unknown ? 0 : 0.5)),
  );
  const auc = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
  // 0.5 cannot be told apart; without the password check for unknown people it is 1.0.
  expect(auc).toBeGreaterThan(0.3);
  expect(auc).toBeLessThan(0.7);
}, 60_000);

describe('an invitation', () => {
  const by = { who: null, at };
  const hana = { email: 'hana@testshire.example' };
  const accept = (token: string, password = 'a good long password') =>
    acceptInvitation(db, { token, password, browser: strange });
  const outcome = (attempt: Promise<unknown>) => refusal(attempt);

  test('sets the first password and signs in; it is used once, also by 16 at once; 20 rounds', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { token } = await invite(db, by, hana);
      const ends = await Promise.all(
        Array.from({ length: 16 }, (_, n) => outcome(accept(token, `password number ${n} of ${round}`))),
      );
      expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
      expect(ends.filter((end) => end.startsWith('This invitation has been used'))).toHaveLength(15);
      const winner = ends.indexOf('accepted');
      await db.delete(guesses);
      expect(await entered(`password number ${winner} of ${round}`, hana)).toBe(true);
    }
  }, 60_000);

  test('a newer one ends the older, 72 hours end it, and a bad password does not use it up', async () => {
    const first = await invite(db, by, hana);
    const second = await invite(db, by, hana);
    expect(await outcome(accept(first.token))).toContain('has been used');
    expect(await invitationOf(db, first.token)).toBeNull();
    expect(await outcome(accept(second.token, 'short'))).toContain('at least 12 characters');
    expect(await outcome(accept(second.token, 'Hana@Testshire.example'))).toContain('not your e-mail address');
    expect(await outcome(accept(second.token, 'letmeinletmein'))).toContain('lists that strangers try first');
    expect(await invitationOf(db, second.token)).toEqual({ name: 'Hana', ...hana });
    await hoursPass(db, 71.9);
    expect(await invitationOf(db, second.token)).not.toBeNull();
    await hoursPass(db, 0.1);
    expect(await outcome(accept(second.token))).toContain('has run out');
    const third = await invite(db, by, hana);
    await hoursPass(db, 71.9);
    expect(await outcome(accept(third.token))).toBe('accepted');
  });

  test('ends every session of before: whoever had the old password is out', async () => {
    const before = await guess(right);
    if (typeof before === 'string') throw new Error(before);
    const { token } = await invite(db, by, { email: olive });
    const begun = await accept(token, 'another good password');
    expect(await personOfSession(db, before.token)).toBeNull();
    expect(await personOfSession(db, begun.token)).toMatchObject({ name: 'Olive' });
    const kinds = (await db.select().from(events).orderBy(desc(events.id)).limit(4)).map(({ kind }) => kind);
    expect(kinds).toEqual(['signed_in', 'password_set', 'sessions_ended', 'person_invited']);
  });

  test('of somebody who has left opens nothing', async () => {
    await db.insert(people).values({ name: 'Leo', email: 'leo@testshire.example' });
    const { token } = await invite(db, by, { email: 'leo@testshire.example' });
    await leave(db, by, { email: 'leo@testshire.example' });
    expect(await outcome(accept(token))).toContain('has been used');
  });
});

describe('single sign-on', () => {
  const identity = { issuer: 'https://login.example', subject: 'subject-of-dev' };
  const come = (subject = identity.subject) => signInByIdentity(db, { ...identity, subject, browser: strange });

  test('an identity that nobody linked is refused and recorded, whatever its e-mail address may be', async () => {
    expect(await come()).toBeNull();
    expect(await lastEvent()).toMatchObject({ kind: 'sign_in_refused', details: { why: 'unknown' } });
  });

  test('an invitation links it, once, by issuer and subject', async () => {
    const { token } = await invite(db, { who: null, at }, { email: 'dev@testshire.example' });
    const begun = await linkByInvitation(db, { token, ...identity, browser: strange });
    expect(begun.personId).toBe(id.Dev);
    expect((await come())?.personId).toBe(id.Dev);
    expect(await come('another-subject')).toBeNull();
    expect(await signInByIdentity(db, { ...identity, issuer: 'https://evil.example', browser: strange })).toBeNull();
    expect(await refusal(linkByInvitation(db, { token, ...identity, browser: strange }))).toContain('has been used');
  });

  test('an identity of somebody else is never taken over, and the invitation stays good', async () => {
    const { token } = await invite(db, { who: null, at }, { email: 'cal@testshire.example' });
    expect(await refusal(linkByInvitation(db, { token, ...identity, browser: strange }))).toContain('another person');
    expect(await invitationOf(db, token)).toMatchObject({ name: 'Cal' });
    expect((await come())?.personId).toBe(id.Dev);
  });

  test('whoever has left does not come in by it', async () => {
    await leave(db, { who: null, at }, { email: 'dev@testshire.example' });
    expect(await come()).toBeNull();
    expect(await lastEvent()).toMatchObject({ kind: 'sign_in_refused', details: { why: 'left' } });
  });
});

describe('changing one’s password', () => {
  const change = (present: string, wanted: string) =>
    changePassword(db, { personId: id.Olive, present, wanted, browser: strange });

  test('ends every session, also the one it is asked in, and begins a new one', async () => {
    const before = await guess(right);
    if (typeof before === 'string') throw new Error(before);
    const begun = await change(right, 'another fine password');
    expect(await personOfSession(db, before.token)).toBeNull();
    expect(await personOfSession(db, begun.token)).toMatchObject({ name: 'Olive' });
    expect([await guess(right), await entered('another fine password')]).toEqual(['password', true]);
  });

  test('needs the present one, at most ten guesses of it, and a good new one', async () => {
    expect(await refusal(change(right, 'short'))).toContain('at least 12');
    expect(await refusal(change(right, 'Password1234'))).toContain('lists that strangers try first');
    for (let n = 0; n < 10; n += 1)
      expect(await refusal(change('wrong', 'another fine password'))).toContain('not your present');
    expect(await refusal(change(right, 'another fine password'))).toContain('too many wrong ones');
  });
});

describe('one-click sign-in', () => {
  const come = (who: string) => signInAsDemoPerson(db, { who, browser: strange });

  test('does not exist in a real council’s record, not even for somebody with the address of a demo person', async () => {
    await db.insert(people).values({ name: 'Ada Byrne', email: 'ada@candour.example' });
    for (const who of ['ada', 'olive', 'Olive', olive, '1', '__proto__', 'constructor', ''])
      expect(await come(who)).toBeNull();
    expect(await demoChoices(db)).toEqual([]);
  });

  test('in the demonstration it is for its people alone', async () => {
    await db.update(council).set({ demonstration: 'All of this is invented.' });
    expect((await demoChoices(db)).map(({ name }) => name)).toEqual(['Ada Byrne']);
    expect(await come('ada')).not.toBeNull();
    for (const who of ['hana', 'Olive', olive, '1', '__proto__', 'constructor']) expect(await come(who)).toBeNull();
    await sql`update people set left_at = now() where email = 'ada@candour.example'`;
    expect(await come('ada')).toBeNull();
  });
});
