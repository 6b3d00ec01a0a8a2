import { and, eq, gt, inArray, like, lt, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { guesses } from '@/db/schema';
import { type Bucket, keyPartsOf } from '@/lib/people/guess-buckets';
import { guessWindow } from '@/lib/people/sign-in-limits';
import { lifetimes } from '@/lib/time/lifetimes';

const turns = 71_002;

/**
 * Counts a guess in each of its buckets before anybody looks at it; answers when, by the database's clock; null when one is
 * full, and then it counts nowhere. Racing guesses of a bucket take turns, so that not one more than the limit is ever looked at.
 */
export async function admitGuess(db: Database, buckets: Bucket[]): Promise<string | null> {
  return db.transaction(async (tx) => {
    const at = await databaseMoment(tx);
    await tx.delete(guesses).where(lt(guesses.at, hoursAfter(at, -lifetimes.guess)));
    // In one order for everybody, so that nobody waits in a circle.
    const ordered = buckets.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const { key } of ordered) await tx.execute(sql`select pg_advisory_xact_lock(${turns}::int, hashtext(${key}))`);
    for (const { key, limit } of ordered) {
      const since = hoursAfter(at, -guessWindow.minutes / 60);
      const tried = await tx.$count(guesses, and(eq(guesses.key, key), gt(guesses.at, since)));
      if (tried >= limit) return null;
    }
    await tx.insert(guesses).values(ordered.map(({ key }) => ({ key, at })));
    return at;
  });
}

/** A guess that was right, counted at that moment, is taken out of the count again; those that were wrong stay in it. */
export async function forgiveGuess(tx: Transaction, buckets: Bucket[], at: string): Promise<void> {
  for (const { key } of buckets) {
    const oneGuess = tx
      .select({ row: sql`ctid` })
      .from(guesses)
      .where(and(eq(guesses.key, key), eq(guesses.at, at)))
      .limit(1);
    await tx.delete(guesses).where(inArray(sql`ctid`, oneGuess));
  }
}

/** Forgets every guess at an account, from wherever it came and in whichever browser. */
export async function forgetGuesses(tx: Transaction, account: string): Promise<void> {
  const { all, places, device } = keyPartsOf(account);
  const ofAccount = or(
    eq(guesses.key, all),
    like(guesses.key, `${places}%`),
    like(guesses.key, `${device.start}%${device.end}`),
  );
  await tx.delete(guesses).where(ofAccount);
}
