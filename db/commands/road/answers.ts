import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { answers } from '@/db/schema';
import type { Acting } from './acting';

/**
 * Does a piece of work once: the same key by the same person gets the first answer, as JSON keeps it, and changes nothing.
 * The key stands or falls with the transaction, so a try that was refused may be made again.
 */
export async function answerOnce<T>(
  tx: Transaction,
  form: { personId: number; key: string; at: string },
  work: () => Promise<T>,
): Promise<T> {
  const { personId, key, at } = form;
  const own = and(eq(answers.personId, personId), eq(answers.key, key));
  // Whoever sends the same form meanwhile waits here until this transaction has ended.
  const [first] = await tx.insert(answers).values({ personId, key, at }).onConflictDoNothing().returning();
  if (!first) {
    const [given] = await tx.select({ answer: answers.answer }).from(answers).where(own);
    return given?.answer as T;
  }
  const answer = await work();
  await tx.update(answers).set({ answer }).where(own);
  return answer;
}

/** The same for a command that may come with the key of its form; each command answers a key for itself. */
export const answered = <T>(tx: Transaction, acting: Acting, command: string, work: () => Promise<T>): Promise<T> =>
  acting.key ? answerOnce(tx, { personId: acting.who, key: `${command} ${acting.key}`, at: acting.at }, work) : work();
