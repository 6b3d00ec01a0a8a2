import { asc, eq } from 'drizzle-orm';
import { type Acting, dayOf, type Party } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { importRows, imports } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { applyImport } from './apply';
import { answerImport } from './import-answers';
import { confirmImport, stopImport } from './import-steps';
import { readImport } from './read-import';
import { receiveFile } from './receive-file';

type File = { name: string; bytes: Uint8Array; answers: Record<string, string>; check: boolean; onlyGood: boolean };

/** Brings a file in at the command line, by a person of the record; answers what it would do, or did, as lines of text. */
export async function bringInFile(
  db: Database,
  party: Party,
  { name, bytes, answers, check, onlyGood }: File,
): Promise<string> {
  if (party.who === null) throw new Refused('Say who brings the file in, with --by and an e-mail address.');
  const acting: Acting & Party = { ...party, who: party.who, today: dayOf(party) };
  const id = await receiveFile(db, acting, { name, bytes, scope: 'council' });
  try {
    await readImport(db, id, acting);
    if (Object.keys(answers).length > 0 && (await stateOf(db, id)).state !== 'refused') {
      await answerImport(db, acting, { id, answers });
      await readImport(db, id, acting);
    }
    const { state, sentence } = await stateOf(db, id);
    if (state === 'refused') throw new Refused(sentence ?? 'This file cannot be read.');
    const lines = await linesOf(db, id);
    if (check) {
      await stopImport(db, acting, { id });
      return [...lines, 'Nothing was changed: this was a check.'].join('\n');
    }
    if (state === 'questions')
      throw new Refused([...lines, 'Answer the questions with --answers first: nothing was changed.'].join('\n'));
    await confirmImport(db, acting, { id, onlyGood }).catch((error: unknown) => {
      throw error instanceof Refused ? new Refused([...lines, error.message].join('\n')) : error;
    });
    await applyImport(db, id, acting);
    const ended = await stateOf(db, id);
    if (ended.state !== 'done') throw new Refused(ended.sentence ?? 'Nothing was brought in.');
    return [...lines, ended.sentence ?? ''].join('\n');
  } finally {
    // What was refused here is not left to wait: nobody looks at a page.
    if (['questions', 'ready', 'waiting'].includes((await stateOf(db, id)).state)) await stopImport(db, acting, { id });
  }
}

async function stateOf(db: Database, id: number) {
  const [file] = await db
    .select({ state: imports.state, sentence: imports.sentence, view: imports.view })
    .from(imports)
    .where(eq(imports.id, id));
  if (!file) throw new Refused('This file is not there any more.');
  return file;
}

/** What a file asks and what it would do, a line each. */
async function linesOf(db: Database, id: number): Promise<string[]> {
  const { view } = await stateOf(db, id);
  const questions = (view?.questions ?? []).map(({ id: key, sentence, choices, answer, proposed }) => {
    const given = answer ?? proposed;
    return `question ${key}: ${sentence} (${choices.map(({ value, label }) => `${value}: ${label}`).join('; ') || 'type it'})${given ? ` – ${given}` : ''}`;
  });
  const rows = await db
    .select({ row: importRows.row })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.position));
  const planned = rows.map(
    ({ row: { action, place, what, sentence } }) => `${action} ${place.sheet} ${place.row}: ${what}. ${sentence}`,
  );
  return [...(view?.notices ?? []), ...questions, ...planned];
}
