import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { imports } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { onImport, refuseUnless } from './import-scene';

/** As many answers as a file has, and as long as each may be. */
const most = { answers: 5_000, key: 400, answer: 2_000 };

/** Answers questions about a file, or changes what its columns mean; it is read again with all that was answered until now. */
export function answerImport(
  db: Database,
  acting: Acting,
  { id, answers }: { id: number; answers: Record<string, string> },
): Promise<number> {
  return onImport(db, acting, { command: 'answer_import', id }, async (tx, file) => {
    refuseUnless(file, ['questions', 'ready']);
    const merged = Object.fromEntries(
      Object.entries({ ...file.answers, ...answers }).filter(([, answer]) => answer !== ''),
    );
    const isTooMuch = ([key, answer]: [string, string]) => key.length > most.key || answer.length > most.answer;
    if (Object.keys(merged).length > most.answers || Object.entries(merged).some(isTooMuch))
      throw new Refused('These are more answers than a file can have: bring it in as several files.');
    await tx
      .update(imports)
      .set({ answers: merged, state: 'waiting', sentence: null, tries: 0, beatAt: databaseClock })
      .where(eq(imports.id, id));
    return id;
  });
}
