import { and, eq } from 'drizzle-orm';
import { applyImport } from '@/db/commands/bring-in/apply';
import { councilNow } from '@/db/commands/bring-in/council-now';
import { confirmImport } from '@/db/commands/bring-in/import-steps';
import { keepPlan, planSlowly } from '@/db/commands/bring-in/plan-kept';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { personById } from '@/db/facts/person';
import { importRows, imports } from '@/db/schema';
import type { ImportScope } from '@/lib/bring-in/import-words';
import type { Wish } from '@/lib/bring-in/wish';

const view = { notices: [], sheets: [], questions: [], leftOut: [], leftOutMore: 0, first: [] };
let files = 0;

/** A file that was received, and understood as these wishes: what it would do is kept, to be confirmed. */
export async function understood(db: Database, acting: Acting, wishes: Wish[], scope: ImportScope = 'council') {
  files += 1;
  const bytes = Buffer.from(`File ${files}`);
  const fileName = 'Children Q1.xlsx';
  const id = await receiveFile(db, acting, { name: fileName, bytes, scope, kind: 'workbook' });
  await db.update(imports).set({ state: 'reading' }).where(eq(imports.id, id));
  const who = await personById(db, acting.who);
  if (!who) throw new Error('nobody brings this file');
  const plan = await planSlowly(wishes, await councilNow(db, wishes), { who, scope, fileName }, acting.today);
  await keepPlan(db, { id, view, plan, hasQuestions: false, remembered: { 'heading: Indicator': 'title' } });
  return { id, rows: plan.rows.map(({ row }) => row), counts: plan.counts };
}

/** Confirms a file that is ready and brings it in; answers how it ended. */
export async function bringIn(
  db: Database,
  acting: Acting,
  id: number,
  more: { onlyGood?: boolean; submits?: boolean } = {},
) {
  await confirmImport(db, acting, { id, onlyGood: more.onlyGood ?? false, submits: more.submits ?? false });
  await applyImport(db, id, { at: acting.at, today: acting.today });
  return outcome(db, id);
}

/** How a file stands: its state, its sentence, what it came to, and the rows that were refused. */
export async function outcome(db: Database, id: number) {
  const [file] = await db
    .select({ state: imports.state, sentence: imports.sentence, counts: imports.counts })
    .from(imports)
    .where(eq(imports.id, id));
  const refused = await db
    .select({ row: importRows.row })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.action, 'refuse')))
    .orderBy(importRows.position);
  return { ...file, refused: refused.map(({ row }) => row.sentence) };
}
