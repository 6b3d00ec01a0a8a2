import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSignIn } from '@/db/commands/people/sign-in-of-others';
import { keepTyping, mostKept } from '@/db/commands/reading/kept-typing';
import { noteRefusal } from '@/db/commands/sign-in/refused-sign-ins';
import { databaseMoment } from '@/db/connection/clock';
import { openRecord } from '@/db/events/opening';
import { hashPassword } from '@/db/hashing/password';
import { refusedBefore } from '@/db/queries/sign-in/sessions';
import { verifyRecord } from '@/db/queries/verify/verify';
import { devices, events, guesses, keptTyping, people, refusedSignIns } from '@/db/schema';
import { refusedMeanwhile } from '@/lib/people/sign-in-words';
import { flood, guesser, left, place, spread } from '../../support/attack/floods';
import { workingCouncil } from '../../support/council/working-council';
import { hoursPass, quarterAhead } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { id } = await workingCouncil(db);
const at = '2026-08-17T09:45:00.000Z';
const olive = 'olive@testshire.example';
const right = 'nine lives of the cat';
await db
  .update(people)
  .set({ passwordHash: await hashPassword(right) })
  .where(eq(people.id, id.Olive));
await openRecord(db, at);

/** Each test has a quarter of an hour to itself, in which refusals are counted together. */
beforeEach(async () => {
  await quarterAhead(db, 15);
  for (const table of [guesses, refusedSignIns, devices, keptTyping]) await db.delete(table);
}, 30_000);

const guess = guesser(db);
const rows = () => left(db);

describe('a flood of wrong passwords', () => {
  test('at one account from one address: ten are looked at, two events, one count', async () => {
    const before = await rows();
    expect(await flood(40, (n) => guess(olive, `wrong ${n}`, place('203.0.113.9')))).toBe(10);
    const after = await rows();
    expect(after).toEqual({ events: before.events + 2, guesses: 30, counts: 1 });
    const [counted] = await db.select().from(refusedSignIns);
    expect(counted).toMatchObject({ account: id.Olive, tries: 40, throttled: 30 });
  });

  test('at one account from 120 addresses: 100 are looked at, two events, sixteen counts at most', async () => {
    const before = await rows();
    expect(await flood(120, (n) => guess(olive, `wrong ${n}`, place(spread(n))))).toBe(100);
    const after = await rows();
    expect(after.events - before.events).toBe(2);
    expect(after.counts).toBeLessThanOrEqual(16);
    expect(after.guesses).toBe(300);
  });

  test('at 200 accounts that nobody has, each from an address of its own: no more rows than sixteen accounts leave', async () => {
    const before = await rows();
    const sixteen = Array.from({ length: 16 }, (_, n) => `unknown ${n.toString(16)}`);
    const present = await databaseMoment(db);
    await db.insert(guesses).values(sixteen.flatMap((key) => Array.from({ length: 98 }, () => ({ key, at: present }))));
    const looked = await flood(200, (n) => guess(`nobody${n}@testshire.example`, 'wrong', place(spread(n))));
    expect(looked).toBeLessThanOrEqual(32);
    const after = await rows();
    expect(after.events - before.events).toBeLessThanOrEqual(2);
    expect(after.counts).toBeLessThanOrEqual(16);
    expect(after.guesses).toBe(16 * 98 + looked * 3);
    await hoursPass(db, 61 / 60);
    await guess(olive, 'wrong', place(null));
    expect(await db.$count(guesses)).toBe(2);
  }, 120_000);

  test('2,000 refusals of a quarter of an hour are 16 rows and two events, which go after a month; the chain is whole', async () => {
    const before = await rows();
    await flood(2_000, (n) =>
      noteRefusal(db, { personId: id.Olive, address: spread(n), why: n < 100 ? 'password' : 'throttled' }),
    );
    const after = await rows();
    expect(after).toEqual({ events: before.events + 2, guesses: 0, counts: 16 });
    const counts = await db.select().from(refusedSignIns);
    expect(counts.reduce((sum, { tries }) => sum + tries, 0)).toBe(2_000);
    await hoursPass(db, 31 * 24);
    await noteRefusal(db, { personId: id.Hana, address: null, why: 'password' });
    expect(await db.$count(refusedSignIns)).toBe(1);
    expect((await verifyRecord(db)).tampered).toBeNull();
  }, 120_000);

  test('the next quarter of an hour is told anew', async () => {
    const before = await rows();
    const refuse = () => noteRefusal(db, { personId: id.Olive, address: null, why: 'password' });
    for (let n = 0; n < 3; n += 1) await refuse();
    await hoursPass(db, 0.25);
    for (let n = 0; n < 2; n += 1) await refuse();
    expect((await rows()).events - before.events).toBe(2);
  });
});

describe('whose door is closed', () => {
  test('a stranger at one address closes no other: whatever was tried elsewhere, up to 42 times, the right one gets in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ from: fc.integer({ min: 0, max: 8 }), tries: fc.integer({ min: 1, max: 14 }) }), {
          maxLength: 3,
        }),
        async (strangers) => {
          await db.delete(guesses);
          const ends: Record<number, number> = {};
          for (const { from, tries } of strangers)
            for (let n = 0; n < tries; n += 1)
              if ((await guess(olive, 'wrong', place(spread(from)))) !== 'throttled')
                ends[from] = (ends[from] ?? 0) + 1;
          for (const looked of Object.values(ends)) expect(looked).toBeLessThanOrEqual(10);
          expect(typeof (await guess(olive, right, place('198.51.100.1')))).toBe('object');
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);

  test('past 100 a browser not seen before waits, a known one gets in, and the command opens the door, with an event', async () => {
    const known = await guess(olive, right, place('198.51.100.1'));
    if (typeof known === 'string') throw new Error(known);
    await flood(101, (n) => guess(olive, `wrong ${n}`, place(spread(n))));
    expect(await guess(olive, right, place('198.51.100.2'))).toBe('throttled');
    expect(typeof (await guess(olive, right, place('198.51.100.2', known.device)))).toBe('object');
    expect(await openSignIn(db, { who: null, at }, { email: ' Olive@Testshire.example' })).toBe('Olive');
    expect(typeof (await guess(olive, right, place('198.51.100.2')))).toBe('object');
    const opened = await db.select().from(events).where(eq(events.kind, 'sign_in_opened'));
    expect(opened).toMatchObject([{ subject: 'person', subjectId: id.Olive, details: { name: 'Olive' } }]);
  }, 60_000);

  test('it opens by itself 15 minutes after', async () => {
    await flood(101, (n) => guess(olive, `wrong ${n}`, place(spread(n))));
    await hoursPass(db, 14 / 60);
    expect(await guess(olive, right, place('198.51.100.2'))).toBe('throttled');
    await hoursPass(db, 1.1 / 60);
    expect(typeof (await guess(olive, right, place('198.51.100.2')))).toBe('object');
  });
});

test('the person is told at the next sign-in how many were refused, once', async () => {
  for (let n = 0; n < 13; n += 1) await guess(olive, 'wrong', place('203.0.113.9'));
  const signIn = async () => {
    const begun = await guess(olive, right, place('198.51.100.1'));
    if (typeof begun === 'string') throw new Error(begun);
    return refusedBefore(db, begun.token);
  };
  expect(await signIn()).toBe(13);
  expect(await signIn()).toBe(0);
  // Of the same quarter of an hour, after they were told.
  await guess(olive, 'wrong', place('203.0.113.10'));
  expect(await signIn()).toBe(1);
  expect(refusedMeanwhile(13)).toContain('Since you last signed in, 13 sign-ins with your address were refused.');
  expect([refusedMeanwhile(0), refusedMeanwhile(1)]).toEqual([null, expect.stringContaining('1 sign-in with')]);
});

test('of what somebody typed before their session ended, the last twenty forms are kept', async () => {
  const form = (personId: number, n: number) =>
    keepTyping(db, { personId, address: '/work', fields: { n: String(n) } });
  const hers = await form(id.Hana, 0);
  for (let n = 0; n < mostKept + 15; n += 1) await form(id.Olive, n);
  const kept = await db.select().from(keptTyping).where(eq(keptTyping.personId, id.Olive));
  expect(kept.map(({ fields }) => Number(fields.n)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: mostKept }, (_, n) => n + 15),
  );
  expect(await db.$count(keptTyping, eq(keptTyping.id, hers))).toBe(1);
});
