import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { hashPassword } from '@/db/hashing/password';
import { verifyRecord } from '@/db/queries/verify/verify';
import { devices, guesses, people, refusedSignIns } from '@/db/schema';
import { callerOf } from '@/lib/network/caller-address';
import { flood, guesser, left, place, quarters, spread } from '../../support/attack/floods';
import { emailOf, workingCouncil } from '../../support/council/working-council';
import { quarterAhead } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { id } = await workingCouncil(db);
const right = 'nine lives of the cat';
await db
  .update(people)
  .set({ passwordHash: await hashPassword(right) })
  .where(eq(people.id, id.Olive));
await openRecord(db, '2026-08-17T09:42:00Z');
const guess = guesser(db);
const olive = emailOf('Olive');

/** Both begin where most of a quarter of an hour is left, so that all of a thousand are counted together. */
beforeEach(async () => {
  for (const table of [guesses, refusedSignIns, devices]) await db.delete(table);
  await quarterAhead(db, 120);
}, 400_000);

/** Where a guess comes from whose sender made its X-Forwarded-For up, with so many proxies of ours in front. */
const made = (n: number, proxies: number) =>
  callerOf({ peer: '198.51.100.9', forwarded: `${spread(n)}, ${spread(n + 7)}`, proxies, secure: false });

test('1,000 wrong passwords, each with an X-Forwarded-For of its own: ten are looked at, and elsewhere the right one opens', async () => {
  const before = await left(db);
  expect(await flood(1_000, (n) => guess(olive, `wrong ${n}`, place(made(n, 0))))).toBe(10);
  expect(typeof (await guess(olive, right, place('192.0.2.1')))).toBe('object');
  const after = await left(db);
  // Two of what was refused, and one of her signing in.
  expect(after).toEqual({ events: before.events + 3, guesses: 30, counts: 1 });
}, 600_000);

test('1,000 from as many addresses: a hundred are looked at, and a browser that she has used still opens', async () => {
  const known = await guess(olive, right, place('192.0.2.1'));
  if (typeof known === 'string') throw new Error(known);
  const before = await left(db);
  expect(await flood(1_000, (n) => guess(olive, `wrong ${n}`, place(made(n, 1))))).toBe(100);
  expect(await guess(olive, right, place('192.0.2.2'))).toBe('throttled');
  expect(typeof (await guess(olive, right, place('192.0.2.2', known.device)))).toBe('object');
  const after = await left(db);
  expect(after.events - before.events).toBe(3);
  expect(after.counts).toBeLessThanOrEqual(16);
}, 600_000);

test('10,000 tries at known and unknown accounts leave a handful of rows, and the chain is whole', async () => {
  const before = await left(db);
  await flood(10_000, (n) => guess(n % 2 ? olive : `nobody${n}@testshire.example`, 'wrong', place(spread(n))));
  const [after, count] = [await left(db), await quarters(db)];
  // Of each quarter of an hour that it took: two of hers and two of all who are nobody.
  expect(after.events - before.events).toBeLessThanOrEqual(4 * count);
  expect(after.counts).toBeLessThanOrEqual(2 * 16 * count);
  expect(after.guesses).toBeLessThanOrEqual(17 * 100 * 3 * count);
  expect((await verifyRecord(db)).tampered).toBeNull();
}, 1_800_000);
