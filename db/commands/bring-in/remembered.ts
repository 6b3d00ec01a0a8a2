import { sql } from 'drizzle-orm';
import type { Connection, Transaction } from '@/db/connection/client';
import { rememberedAnswers } from '@/db/schema';

/** What headings and words meant in the files before this one. */
export async function answersBefore(db: Connection): Promise<Record<string, string>> {
  const rows = await db
    .select({ key: rememberedAnswers.key, answer: rememberedAnswers.answer })
    .from(rememberedAnswers);
  return Object.fromEntries(rows.map(({ key, answer }) => [key, answer]));
}

/** Remembers answers, each in the place of the one before. */
export async function rememberAnswers(tx: Transaction, answers: Record<string, string>, at: string): Promise<void> {
  const rows = Object.entries(answers).map(([key, answer]) => ({ key, answer, at }));
  if (rows.length === 0) return;
  await tx
    .insert(rememberedAnswers)
    .values(rows)
    .onConflictDoUpdate({ target: rememberedAnswers.key, set: { answer: sql`excluded.answer`, at: sql`excluded.at` } });
}
