import { and, eq, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { personById } from '@/db/facts/person';
import { imports, measures } from '@/db/schema';
import { sheetsOf } from '@/lib/bring-in/plan/file-sheets';
import { fileView, shownSheets, waitsForAnswers } from '@/lib/bring-in/plan/file-view';
import { questionsOfHistory, wishesAsPublished } from '@/lib/bring-in/plan/row/published-before';
import { understandSteps } from '@/lib/bring-in/understanding/understand';
import type { Answers, Context } from '@/lib/bring-in/understanding-shape';
import { Refused } from '@/lib/form/refused';
import { councilNow } from './council-now';
import { endImport } from './import-scene';
import { isAbandoned, keepPlan, type Progress, planSlowly, progressOf } from './plan-kept';
import { answersBefore } from './remembered';
import { slowly } from './turns';

const mostTries = 3;

/**
 * Reads a file that waits, understands it and plans what it would do. Whoever stops in the middle leaves it to be read again; a file
 * that stops its readers three times is refused. Answers whether it was read.
 */
export async function readImport(
  db: Database,
  id: number,
  { at, today }: { at: string; today: string },
): Promise<boolean> {
  const [file] = await db
    .update(imports)
    .set({ state: 'reading', tries: sql`${imports.tries} + 1`, done: 0, total: 100, beatAt: databaseClock })
    .where(
      and(eq(imports.id, id), or(oneOf(imports.state, 'waiting'), and(oneOf(imports.state, 'reading'), isAbandoned))),
    )
    .returning();
  if (!file?.bytes) return false;
  const { kind, bytes, fileName } = file;
  const refuse = (sentence: string) => endReading(db, id, at, sentence);
  if (file.tries > mostTries) {
    await refuse(
      `This file was begun ${mostTries} times and could not be read to its end: bring it in as several files.`,
    );
    return false;
  }
  const progress = progressOf(db, id);
  const who = await personById(db, file.personId);
  if (!who) {
    await refuse('Whoever brought this file is not here any more.');
    return false;
  }
  const answers = { ...(await answersBefore(db)), ...file.answers };
  const context = await contextOf(db, today);
  const understood = await understoodFile({ kind, bytes, fileName }, answers, context, shareOf(progress));
  if ('refused' in understood) {
    await refuse(understood.refused);
    return false;
  }
  const { sheets, understanding } = understood;
  const council = await councilNow(db, understanding.wishes);
  const ofHistory = file.scope === 'council' ? questionsOfHistory(understanding.wishes, council, answers) : [];
  const questions = [...ofHistory, ...understanding.questions];
  const wishes = wishesAsPublished(understanding.wishes, ofHistory);
  const party = { who, scope: file.scope, fileName };
  const plan = await planSlowly(wishes, council, party, today, (done, total) =>
    progress(readShare + Math.round((done / Math.max(1, total)) * (100 - readShare)), 100),
  );
  try {
    const { remembered, leftOut } = understanding;
    const view = fileView(sheets, { questions, leftOut }, plan.rows, today);
    await keepPlan(db, { id, view, plan, remembered, hasQuestions: waitsForAnswers({ questions }) });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** What a file means, and its sheets as a page shows them; the file itself is not held any longer. */
async function understoodFile(
  file: Parameters<typeof sheetsOf>[0],
  answers: Answers,
  context: Context,
  onProgress: (share: number) => void,
) {
  const read = await sheetsOf(file, onProgress);
  if ('refused' in read) return read;
  const { sheets, ...understanding } = await slowly(understandSteps(read.workbook, answers, context));
  return { sheets: shownSheets(read.workbook, { sheets }), understanding };
}

/** The part of the work that reading the file is, out of a hundred. */
const readShare = 60;
const shareOf = (progress: Progress) => (share: number) => progress(Math.round(share * readShare), 100);

/** The council as far as sheets are read against it. */
async function contextOf(db: Database, today: string): Promise<Context> {
  const { services, people } = await councilNow(db, []);
  const codes = await db.select({ code: measures.code }).from(measures);
  return {
    today,
    services: services.map(({ name }) => name),
    people: people.filter(({ hasLeft }) => !hasLeft).map(({ name, email }) => ({ name, email })),
    codes: codes.map(({ code }) => code),
  };
}

/** Ends a file that cannot be read, unless somebody stopped it meanwhile. */
async function endReading(db: Database, id: number, at: string, sentence: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.id, id), oneOf(imports.state, 'reading')))
      .for('update');
    if (open) await endImport(tx, id, { state: 'refused', at, sentence });
  });
}
