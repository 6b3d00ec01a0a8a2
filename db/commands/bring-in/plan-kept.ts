import { and, asc, between, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { importRows, imports } from '@/db/schema';
import type { FileView } from '@/lib/bring-in/file-view-shape';
import { type Plan, planSteps } from '@/lib/bring-in/plan/plan';
import { type Previewed, shownRow } from '@/lib/bring-in/plan/plan-again';
import type { CouncilNow, PlanParty } from '@/lib/bring-in/plan/row/council-now';
import type { Planned } from '@/lib/bring-in/plan/row/planned';
import type { PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { Refused } from '@/lib/form/refused';
import { breathe, slowly } from './turns';

/** Hears how many of how many are done. */
export type Progress = (done: number, total: number) => void;

/** Makes a plan in steps between which others have their turn. */
export function planSlowly(
  wishes: Wish[],
  council: CouncilNow,
  party: PlanParty,
  today: string,
  progress: Progress = () => {},
): Promise<Plan> {
  return slowly(planSteps(wishes, council, party, today), (done) => progress(done, wishes.length));
}

/** How long nobody has to have worked on a file until somebody else takes it over, in seconds. */
const patience = 60;

/** That nobody works on a file any more which somebody had begun. */
export const isAbandoned = sql`${imports.beatAt} < ${databaseClock} - make_interval(secs => ${patience})`;

/** Gives a file up in the middle, after a fault: whoever looks next takes it over at once, and its tries go on counting. */
export async function giveUp(db: Database, id: number): Promise<void> {
  await db
    .update(imports)
    .set({ beatAt: sql`${databaseClock} - make_interval(secs => ${2 * patience})` })
    .where(and(eq(imports.id, id), oneOf(imports.state, 'reading', 'working')));
}

/** How often progress is written, in milliseconds. */
const pace = 500;

/**
 * Writes how far the work on a file has come, at most twice a second and beside the work: nothing waits for it. Whoever finds no
 * sign for a minute takes the work over.
 */
export function progressOf(db: Database, id: number): Progress {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < pace) return;
    last = now;
    void db
      .update(imports)
      .set({ done, total, beatAt: databaseClock })
      .where(and(eq(imports.id, id), sql`${imports.state} in ('reading', 'working')`))
      // What a page shows of it is late, and nothing else.
      .catch(() => {});
  };
}

/** As many rows as one statement writes. */
const atOnce = 200;

type Kept = {
  id: number;
  view: FileView;
  plan: Plan;
  hasQuestions: boolean;
  /** What the headings and words of the file mean for the next one as well. */
  remembered: Record<string, string>;
};

/** Keeps what a file would do in the place of what was kept before; refused where the file was stopped meanwhile. */
export async function keepPlan(db: Database, { id, view, plan, hasQuestions, remembered }: Kept): Promise<void> {
  await db.transaction(async (tx) => {
    const [open] = await tx
      .update(imports)
      .set({
        state: hasQuestions ? 'questions' : 'ready',
        view,
        remembered,
        counts: plan.counts,
        version: sql`${imports.version} + 1`,
        done: null,
        total: null,
        tries: 0,
        beatAt: databaseClock,
      })
      .where(and(eq(imports.id, id), oneOf(imports.state, 'reading')))
      .returning({ id: imports.id });
    if (!open) throw new Refused('This file was stopped while it was read.');
    await tx.delete(importRows).where(eq(importRows.importId, id));
    const rows = keptRows(id, plan.rows);
    for (let from = 0; from < rows.length; from += atOnce) {
      await tx.insert(importRows).values(rows.slice(from, from + atOnce));
      await breathe();
    }
  });
}

function keptRows(importId: number, planned: Planned[]): (typeof importRows.$inferInsert)[] {
  const seen = new Set<Wish>();
  return planned.map(({ row, wish }, index) => {
    const isFirst = !seen.has(wish);
    seen.add(wish);
    return { importId, position: index + 1, kind: row.kind, action: row.action, row, wish: isFirst ? wish : null };
  });
}

/** A wish with its rows as they were kept, each by its position. */
export type KeptWish = Previewed & { positions: number[] };

/** As many rows as are held at once while they are looked through. */
const atATime = 2_000;

/**
 * The wishes of a file with what its page showed of them, in the order in which they are done. Where a row stands in its file is left
 * in the record: most of what a large file weighs is that.
 */
export async function keptWishes(tx: Transaction, id: number): Promise<KeptWish[]> {
  const kept: KeptWish[] = [];
  for (let from = 0; ; from += atATime) {
    const rows = await tx
      .select({
        position: importRows.position,
        row: importRows.row,
        wish: sql<Omit<Wish, 'places'> | null>`${importRows.wish} - 'places'`,
      })
      .from(importRows)
      .where(and(eq(importRows.importId, id), between(importRows.position, from + 1, from + atATime)))
      .orderBy(asc(importRows.position));
    if (rows.length === 0) return kept;
    for (const { position, row, wish } of rows) {
      if (wish) kept.push({ wish: { ...wish, places: noPlaces }, shown: [], positions: [] });
      const last = kept.at(-1);
      last?.shown.push(shownRow(row));
      last?.positions.push(position);
    }
    await breathe();
  }
}

const noPlaces = {};

/** The rows of a file at some positions, in their order. */
export async function rowsAt(tx: Transaction, id: number, positions: number[]): Promise<PlanRow[]> {
  const found: PlanRow[] = [];
  for (let from = 0; from < positions.length; from += atATime) {
    const rows = await tx
      .select({ row: importRows.row })
      .from(importRows)
      .where(and(eq(importRows.importId, id), inArray(importRows.position, positions.slice(from, from + atATime))))
      .orderBy(asc(importRows.position));
    found.push(...rows.map(({ row }) => row));
  }
  return found;
}

/** What a file did, after some of its rows were refused at the last moment: those that were refused stay to be shown. */
export async function keepOutcome(tx: Transaction, id: number, refusals: PlanRow[]): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, id));
  const rows = refusals.map((row, index) => ({
    importId: id,
    position: index + 1,
    kind: row.kind,
    action: row.action,
    row,
  }));
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.insert(importRows).values(rows.slice(from, from + atOnce));
}
