import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { importRows, imports } from '@/db/schema';
import type { PlanAction, PlanCounts, PlanRow } from '@/lib/bring-in/plan-row-shape';
import { kinds } from '@/lib/bring-in/wish';
import type { Person } from '@/lib/people/person';
import { importFacts, lineOf, seenBy } from './import-list';
import type { ImportView, PlanChoice, PlanView } from './import-view';
import { figuresLaidBy, madeBy } from './made';

/** As many rows of a plan as one page shows. */
const rowsOnPage = 50;

type Question = { who: Person; id: number; plan?: PlanChoice };

/** A file with all that its page shows; null where there is none that this person may see. */
export async function importPage(db: Database, { who, id, plan = {} }: Question): Promise<ImportView | null> {
  const [file] = await importFacts(db, and(eq(imports.id, id), seenBy(who)));
  if (!file) return null;
  const [more] = await db
    .select({ view: imports.view, answers: imports.answers })
    .from(imports)
    .where(eq(imports.id, id));
  const view = more?.view ?? null;
  const { done, total } = file;
  return {
    ...lineOf(file),
    sha256: file.sha256,
    version: file.version,
    progress: done !== null && total !== null ? { done, total } : null,
    notices: view?.notices ?? [],
    sheets: view?.sheets ?? [],
    questions: view?.questions ?? [],
    leftOut: view?.leftOut ?? [],
    leftOutMore: view?.leftOutMore ?? 0,
    first: view?.first ?? [],
    answers: more?.answers ?? {},
    plan: await planView(db, id, plan),
    made: file.state === 'done' ? await madeBy(db, id) : [],
    laid: file.state === 'done' ? await figuresLaidBy(db, id) : 0,
    onlyGood: file.onlyGood,
    submits: file.submits,
  };
}

/** Whether a row names somebody for a post, and makes nothing itself. */
const isPost = sql<boolean>`${importRows.row} ->> 'post' is not null`;

/** Whether a row is a figure that was published elsewhere. */
const isHistory = sql<boolean>`(${importRows.row} ->> 'history')::boolean is true`;

function summed(rows: { action: PlanAction; count: number }[]): PlanCounts {
  const counts: PlanCounts = { create: 0, change: 0, same: 0, refuse: 0 };
  for (const { action, count: number } of rows) counts[action] += number;
  return counts;
}

/** What a file would do: all rows counted, and one page of those that were chosen; null where nothing is planned. */
async function planView(
  db: Database,
  id: number,
  { action = null, kind = null, page = 1 }: PlanChoice,
): Promise<PlanView | null> {
  const counted = await db
    .select({ kind: importRows.kind, action: importRows.action, isPost, isHistory, count: count() })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.kind, importRows.action, isPost, isHistory);
  if (counted.length === 0) return null;
  const counts = summed(counted);
  const byKind = kinds.flatMap((each) => {
    const own = counted.filter((row) => row.kind === each);
    return own.length === 0 ? [] : [{ kind: each, counts: summed(own.filter((row) => !row.isPost)) }];
  });
  const chosen = counted.filter(
    (row) => (action === null || row.action === action) && (kind === null || row.kind === kind),
  );
  const rows = chosen.reduce((total, row) => total + row.count, 0);
  const pages = Math.max(1, Math.ceil(rows / rowsOnPage));
  const number = Math.min(Math.max(1, page), pages);
  const shown = await db
    .select({ position: importRows.position, row: importRows.row })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, id),
        action === null ? undefined : eq(importRows.action, action),
        kind === null ? undefined : eq(importRows.kind, kind),
      ),
    )
    .orderBy(asc(importRows.position))
    .limit(rowsOnPage)
    .offset((number - 1) * rowsOnPage);
  return {
    counts,
    byKind,
    posts: summed(counted.filter((row) => row.isPost)),
    history: summed(counted.filter((row) => row.isHistory)),
    chosen: { action, kind },
    rows: shown.map(({ position, row }) => ({ ...(row satisfies PlanRow), position })),
    page: { number, count: pages, rows },
  };
}
