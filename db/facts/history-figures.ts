import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { editionReadings, historyBatches, historyFigures, measures, people, services, stands } from '@/db/schema';
import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import type { ReadingRecord } from '@/lib/series/measure-record';
import {
  type Corrections,
  type HistoryFigure,
  historyColumns,
  historyRecord,
  lastCorrections,
  ofFigure,
} from './elsewhere/corrected-history';
import { countsOn } from './periods/retirements';

const confirmed = isNotNull(historyBatches.confirmedBy);

/** Figures of history as records, by measure. */
export function historyByMeasure(rows: HistoryFigure[]): Map<number, ReadingRecord[]> {
  const records = new Map<number, ReadingRecord[]>();
  for (const row of rows) {
    const list = records.get(row.measureId) ?? [];
    list.push(historyRecord(row));
    records.set(row.measureId, list);
  }
  return records;
}

/** Figures of history as they count, with their batches, whatever became of those. */
export const historyAsItCounts = (db: Connection, corrected: Corrections = lastCorrections(db)) =>
  db
    .select(historyColumns(corrected))
    .from(historyFigures)
    .innerJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .leftJoin(corrected, ofFigure(corrected))
    .$dynamic();

/** The confirmed figures of measures that were published elsewhere, of periods before a day, the newest of each measure first. */
export const confirmedHistory = (db: Connection, measureIds: Given<number[]>, before: Given<string>) =>
  historyAsItCounts(db)
    .where(and(amongst(historyFigures.measureId, measureIds), confirmed, lt(historyFigures.periodStart, before)))
    .orderBy(asc(historyFigures.measureId), desc(historyFigures.periodStart));

/** The same as records, by measure. */
export const historyOf = async (db: Connection, measureIds: number[], before: string) =>
  historyByMeasure(await confirmedHistory(db, measureIds, before));

/** Those of a service that count on a day and that no standing edition shows: the next one is the first to show them. */
export async function unfrozenHistory(db: Connection, serviceId: number, asAt: string) {
  const corrected = lastCorrections(db);
  const frozen = db
    .select({ one: sql`1` })
    .from(editionReadings)
    .where(
      and(
        eq(editionReadings.code, measures.code),
        eq(editionReadings.periodStart, historyFigures.periodStart),
        // A correction is told by the first edition after it, whatever the editions before it show.
        sql`(${editionReadings.reading} ->> 'revision')::int >= coalesce(${corrected.revision}, 0)`,
        stands(editionReadings.editionId),
      ),
    );
  const rows = await historyAsItCounts(db, corrected)
    .innerJoin(measures, eq(measures.id, historyFigures.measureId))
    .where(
      and(
        eq(measures.serviceId, serviceId),
        confirmed,
        countsOn(asAt),
        lt(historyFigures.periodStart, asAt),
        notExists(frozen),
      ),
    )
    .orderBy(asc(historyFigures.measureId), desc(historyFigures.periodStart));
  return historyByMeasure(rows);
}

/** Readings and figures from elsewhere of one measure, the newest first. */
export const newestFirst = <T extends { periodStart: string }>(readings: T[], history: T[]): T[] =>
  history.length === 0
    ? readings
    : [...readings, ...history].sort((a, b) => b.periodStart.localeCompare(a.periodStart));

/** The figure of a measure and a period that came in as history, whether it waits or is confirmed; null where none did. */
export async function historyAt(db: Connection, measureId: number, periodStart: string): Promise<Elsewhere | null> {
  const [row] = await db
    .select({ where: historyBatches.publishedIn, on: historyBatches.publishedOn })
    .from(historyFigures)
    .innerJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .where(and(eq(historyFigures.measureId, measureId), eq(historyFigures.periodStart, periodStart)));
  return row ?? null;
}

/** A confirmed figure of history as it counts; null where there is none. */
export async function confirmedHistoryAt(
  db: Connection,
  measureId: number,
  periodStart: string,
): Promise<ReadingRecord | null> {
  const [row] = await historyAsItCounts(db).where(
    and(eq(historyFigures.measureId, measureId), eq(historyFigures.periodStart, periodStart), confirmed),
  );
  return row ? historyRecord(row) : null;
}

/** History of a service that waits for its confirmation, and how much it is. */
export type WaitingHistory = { id: number; figures: number; measures: number; authors: number[]; head: string | null };

/** What waits of a service's history, the oldest first. */
export async function waitingHistory(db: Connection, serviceId: number): Promise<WaitingHistory[]> {
  return db
    .select({
      id: historyBatches.id,
      figures: historyBatches.figures,
      measures: historyBatches.measures,
      authors: historyBatches.authors,
      head: people.name,
    })
    .from(historyBatches)
    .innerJoin(services, eq(services.id, historyBatches.serviceId))
    .leftJoin(people, eq(people.id, services.headId))
    .where(
      and(
        eq(historyBatches.serviceId, serviceId),
        isNull(historyBatches.confirmedBy),
        isNull(historyBatches.discardedBy),
      ),
    )
    .orderBy(asc(historyBatches.id));
}

/** The starts of the periods of measures that a confirmed figure from elsewhere gives, from a day on, by measure. */
export async function historyStarts(
  db: Connection,
  measureIds: number[],
  since: string,
): Promise<Map<number, string[]>> {
  const rows = await db
    .select({
      measureId: historyFigures.measureId,
      starts: sql<string[]>`jsonb_agg(${historyFigures.periodStart} order by ${historyFigures.periodStart})`,
    })
    .from(historyFigures)
    .innerJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .where(
      and(inArray(historyFigures.measureId, measureIds), confirmed, sql`${historyFigures.periodStart} >= ${since}`),
    )
    .groupBy(historyFigures.measureId);
  return new Map(rows.map(({ measureId, starts }) => [measureId, starts]));
}

/** Whether any figure of a measure came in as history, confirmed or not. */
export async function hasHistory(db: Connection, measureId: number): Promise<boolean> {
  const [first] = await db
    .select({ id: historyFigures.measureId })
    .from(historyFigures)
    .where(eq(historyFigures.measureId, measureId))
    .limit(1);
  return first !== undefined;
}
