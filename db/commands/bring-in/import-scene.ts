import { eq, getTableColumns } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { importRows, imports } from '@/db/schema';
import { type ImportState, isOpen } from '@/lib/bring-in/import-words';
import { Refused, StepRefused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { permissionFor } from './receive-file';

const { bytes: _bytes, view: _view, ...facts } = getTableColumns(imports);
type ImportFacts = Omit<typeof imports.$inferSelect, 'bytes' | 'view'>;
type Step = { command: string; id: number };

/** One step with a file by whoever brought it, with its row locked; for anybody else there is no such file. */
export async function onImport<T>(
  db: Database,
  acting: Acting,
  { command, id }: Step,
  work: (tx: Transaction, file: ImportFacts, who: Person) => Promise<T>,
): Promise<T> {
  const [known] = await db.select({ scope: imports.scope }).from(imports).where(eq(imports.id, id));
  const permission = permissionFor(known?.scope ?? 'council');
  return change(db, acting, {
    command,
    permission,
    find: async (tx) => {
      const about = await aboutCouncil(tx, { step: permission });
      const [file] = await tx.select(facts).from(imports).where(eq(imports.id, id)).for('update');
      return { about, file };
    },
    work: (tx, { file }, who) => {
      if (!file || file.personId !== who.id) throw new StepRefused('There is no such file.');
      return work(tx, file, who);
    },
  });
}

/** What somebody is told of a file that has ended. */
export const endedAlready = ({ sentence }: ImportFacts): string =>
  `This file has ended: ${sentence ?? 'it was brought in.'}`;

/** Throws where a file is in none of these states. */
export function refuseUnless(file: ImportFacts, states: ImportState[]): void {
  if (states.includes(file.state)) return;
  if (!isOpen(file.state)) throw new Refused(endedAlready(file));
  throw new Refused(
    file.state === 'questions'
      ? 'This file still has questions: answer them first.'
      : 'This file is being worked on: look again in a moment.',
  );
}

type Ending = { state: 'stopped' | 'refused'; at: string; sentence: string };

/** Ends a file of which nothing is brought in: what it would have done and its bytes are gone. */
export async function endImport(
  tx: Transaction | Database,
  id: number,
  { state, at, sentence }: Ending,
): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, id));
  await tx
    .update(imports)
    .set({ state, sentence, endedAt: at, bytes: null, view: null, done: null, total: null, beatAt: databaseClock })
    .where(eq(imports.id, id));
}
