import { sql as raw } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { hashPassword } from '@/db/hashing/password';
import { people } from '@/db/schema';
import { workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const each = 500;
const { db } = await freshDatabase({ max: 4 });
await workingCouncil(db);

/** How long a refused sign-in of an address takes, in milliseconds. */
async function timed(email: string): Promise<number> {
  const browser = { session: null, device: null, address: null };
  const start = performance.now();
  const counting: (() => Promise<void>)[] = [];
  const ended = await signInByPassword(db, { email, password: 'a wrong password', browser }, (work) =>
    counting.push(work),
  );
  const took = performance.now() - start;
  // As in the application: counted when the answer is on its way.
  for (const count of counting) await count();
  expect('refused' in ended && ended.refused).toBe(email.startsWith('known') ? 'password' : 'unknown');
  return took;
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** How often a time of the first kind is longer than one of the second: 0.5 where the two cannot be told apart. */
function auc(first: number[], second: number[]): number {
  const wins = first.flatMap((one) => second.map((other) => (one > other ? 1 : one < other ? 0 : 0.5)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

test(`${each} known and ${each} unknown addresses in turn: medians within 5%, and the times tell nobody which is which`, async () => {
  const passwordHash = await hashPassword('nine lives of the cat');
  await db.insert(people).values(
    Array.from({ length: each }, (_, n) => ({
      name: `Known ${n}`,
      email: `known${n}@testshire.example`,
      passwordHash,
    })),
  );
  await db.execute(raw`analyze`);
  for (let n = 0; n < 20; n += 1) await timed(`unknown-warm${n}@testshire.example`);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < each; n += 1) {
    // Now one first, now the other, so that neither always follows the same thing.
    const pair = [`known${n}`, `unknown${n}`] as const;
    for (const who of n % 2 ? pair : pair.toReversed())
      times[who.startsWith('known') ? 'known' : 'unknown'].push(await timed(`${who}@testshire.example`));
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const area = auc(times.known, times.unknown);
  console.log(`known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, AUC ${area.toFixed(3)}`);
  expect(Math.abs(known / unknown - 1)).toBeLessThan(0.05);
  expect(area).toBeGreaterThan(0.45);
  expect(area).toBeLessThan(0.55);
}, 600_000);
