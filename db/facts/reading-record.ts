import { and, desc, eq, sql } from 'drizzle-orm';
import type { Connection, Transaction } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { actions, measures, readings, services } from '@/db/schema';
import { pick } from '@/lib/collection/pick';
import type { Content } from '@/lib/reading/content';
import type { ReadingFacts } from '@/lib/reading/workflow';
import { endOf, name } from '@/lib/time/period';
import { plannedActions } from './reading-facts';

export type ReadingRow = typeof readings.$inferSelect;
export type MeasureRow = typeof measures.$inferSelect;

/** A measure with the service that it belongs to. */
export type MeasurePlace = { measure: MeasureRow; service: typeof services.$inferSelect };

type Which = { code: Given<string> } | { id: Given<number> };

/** A measure by its code, or by its number in the record, with its service: one row, or none. */
export const placesOf = (db: Connection, which: Which) =>
  db
    .select({ measure: measures, service: services })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where('code' in which ? eq(measures.code, which.code) : eq(measures.id, which.id));

/** The same; null when there is none. */
export async function measurePlace(db: Connection, which: Which): Promise<MeasurePlace | null> {
  const [row] = await placesOf(db, which);
  return row ?? null;
}

/** Keeps everybody else from beginning a reading of this measure until the transaction has ended. */
export async function lockMeasure(tx: Transaction, id: number): Promise<void> {
  await tx.select({ id: measures.id }).from(measures).where(eq(measures.id, id)).for('no key update');
}

/** A reading, locked until the transaction has ended; null when there is none. */
export async function lockReading(tx: Transaction, id: number): Promise<ReadingRow | null> {
  const [row] = await tx.select().from(readings).where(eq(readings.id, id)).for('update');
  return row ?? null;
}

/** The newest revision of a measure's reading of a period; null when nothing is written yet. */
export async function newestReading(
  db: Connection,
  measureId: number,
  periodStart: string,
): Promise<ReadingRow | null> {
  const [row] = await newest(db, measureId, periodStart);
  return row ?? null;
}

/** The same, locked until the transaction has ended. */
export async function lockNewest(tx: Transaction, measureId: number, periodStart: string): Promise<ReadingRow | null> {
  const [row] = await newest(tx, measureId, periodStart).for('update');
  return row ?? null;
}

const newest = (db: Connection, measureId: number, periodStart: string) =>
  db
    .select()
    .from(readings)
    .where(and(eq(readings.measureId, measureId), eq(readings.periodStart, periodStart)))
    .orderBy(desc(readings.revision))
    .limit(1);

const writtenColumns = [
  'value',
  'numerator',
  'denominator',
  'missing',
  'expectedOn',
  'provisional',
  'unusual',
  'comments',
  'publicNote',
  'revisionReason',
  'completed',
] as const satisfies readonly (keyof Content)[];

/** What a reading says, without its actions: the columns that people write; warnings only where some are kept. */
export function wordsOf(reading: Omit<Content, 'actions'>): Omit<Content, 'actions'> {
  const words = pick(reading, writtenColumns);
  return reading.kept?.length ? { ...words, kept: reading.kept } : words;
}

/** What a reading says now, its actions included. */
export const contentOf = async (db: Connection, reading: ReadingRow): Promise<Content> =>
  contentFrom(reading, await plannedActions(db, [reading.id]));

/** The same from the rows of its actions. */
export const contentFrom = (reading: ReadingRow, planned: Awaited<ReturnType<typeof plannedActions>>): Content => ({
  ...wordsOf(reading),
  actions: planned.map(({ readingId: _, ...action }) => action),
});

/** Puts these actions in the place of a reading's own. */
export async function replaceActions(tx: Transaction, readingId: number, planned: Content['actions']): Promise<void> {
  await tx.delete(actions).where(eq(actions.readingId, readingId));
  if (planned.length === 0) return;
  await tx
    .insert(actions)
    .values(planned.map(({ due, ...action }, index) => ({ ...action, dueOn: due, readingId, position: index + 1 })));
}

/** What the steps need to know of a measure's reading, or of one not begun yet. */
export function factsOfReading(
  measure: MeasureRow,
  reading: Pick<ReadingRow, 'state' | 'authors' | 'submittedBy'> | null,
  periodStart: string,
  today: string,
): ReadingFacts {
  return {
    measureId: measure.id,
    serviceId: measure.serviceId,
    state: reading?.state ?? null,
    authors: reading?.authors ?? [],
    submittedBy: reading?.submittedBy ?? null,
    ended: endOf({ frequency: measure.frequency, start: periodStart }) < today,
  };
}

/** How an event names a reading, so that it reads as a sentence without asking anybody else. */
export const readingDetails = (
  { number, code, frequency }: MeasureRow,
  { periodStart, revision, version }: { periodStart: string; revision: number; version: number | null },
) => ({
  measure: number,
  code,
  period: name({ frequency, start: periodStart }),
  periodStart,
  revision,
  version,
});

/** How many periods say what is usual. */
export const usualPeriods = 12;

/** The last approved readings before a period, newest first: what is usual for this measure. */
export async function readingsBefore(db: Connection, measureId: number, periodStart: string): Promise<ReadingRow[]> {
  return db
    .selectDistinctOn([readings.periodStart])
    .from(readings)
    .where(
      and(
        eq(readings.measureId, measureId),
        sql`${readings.periodStart} < ${periodStart}`,
        sql`${readings.state} in ('approved', 'published')`,
      ),
    )
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(usualPeriods);
}

/** The revision that a correction takes the place of; null for a first reading. */
export async function readingBefore(db: Connection, { measureId, periodStart, revision }: ReadingRow) {
  const [row] = await db
    .select()
    .from(readings)
    .where(
      and(
        eq(readings.measureId, measureId),
        eq(readings.periodStart, periodStart),
        eq(readings.revision, revision - 1),
      ),
    );
  return row ?? null;
}
