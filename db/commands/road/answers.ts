import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { answers } from '@/db/schema';
import { KeyReused, Refused } from '@/lib/form/refused';
import type { Party } from './who-and-when';

type Form = { personId: number; key: string; at: string; digest?: string | undefined };

/**
 * Does a piece of work once: the same key by the same person gets the first answer, as JSON keeps it, and changes nothing.
 * The key is part of the transaction, so a try that was refused may be made again. An answer that is `toldOnce` is
 * kept nowhere: the same form sent again is refused with that sentence. With a `digest` the answer is kept beside it, and
 * something else under the same key is refused.
 */
async function answerOnce<T>(
  tx: Transaction,
  { personId, key, at, digest }: Form,
  work: () => Promise<T>,
  toldOnce?: string,
): Promise<T> {
  const sameForm = and(eq(answers.personId, personId), eq(answers.key, key));
  // The same form sent at the same time waits here until this transaction has ended.
  const [first] = await tx.insert(answers).values({ personId, key, at }).onConflictDoNothing().returning();
  if (!first) {
    if (toldOnce) throw new Refused(toldOnce);
    const [earlier] = await tx.select({ answer: answers.answer }).from(answers).where(sameForm);
    if (digest === undefined) return earlier?.answer as T;
    const kept = earlier?.answer as { digest: string; answer: T };
    if (kept.digest !== digest) throw new KeyReused();
    return kept.answer;
  }
  const answer = await work();
  const keptAnswer = digest === undefined ? answer : { digest, answer };
  if (!toldOnce) await tx.update(answers).set({ answer: keptAnswer }).where(sameForm);
  return answer;
}

/** The same for a command that may come with the key of its form; each command answers a key for itself. */
export function answered<T>(
  tx: Transaction,
  { who, key, at, digest }: Party,
  command: string,
  work: () => Promise<T>,
  toldOnce?: string,
): Promise<T> {
  if (!key || who === null) return work();
  return answerOnce(tx, { personId: who, key: `${command} ${key}`, at, digest }, work, toldOnce);
}
