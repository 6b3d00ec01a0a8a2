import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { historyBatches, historyCorrections, historyFigures } from '@/db/schema';
import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import { type ReadingRecord, unwritten } from '@/lib/series/measure-record';

/** The confirmed correction of each figure that counts: the newest. */
export const lastCorrections = (db: Connection) =>
  db
    .selectDistinctOn([historyCorrections.measureId, historyCorrections.periodStart])
    .from(historyCorrections)
    .where(isNotNull(historyCorrections.confirmedBy))
    .orderBy(historyCorrections.measureId, historyCorrections.periodStart, desc(historyCorrections.revision))
    .as('corrected');

export type Corrections = ReturnType<typeof lastCorrections>;

/** That a correction is of a figure. */
export const ofFigure = ({ measureId, periodStart }: Corrections): SQL | undefined =>
  and(eq(measureId, historyFigures.measureId), eq(periodStart, historyFigures.periodStart));

/** A column of a figure as it counts: that of its correction where it has one, null or not. */
const counted = <T>({ id }: Corrections, now: PgColumn | SQL, was: PgColumn): SQL<T> =>
  sql<T>`case when ${id} is null then ${was} else ${now} end`;

/** The columns of a figure of history as it counts, with where it was published and what its last correction says. */
export const historyColumns = (corrected: Corrections) => ({
  measureId: historyFigures.measureId,
  periodStart: historyFigures.periodStart,
  value: counted<string | null>(corrected, corrected.value, historyFigures.value),
  numerator: counted<string | null>(corrected, corrected.numerator, historyFigures.numerator),
  denominator: counted<string | null>(corrected, corrected.denominator, historyFigures.denominator),
  provisional: counted<boolean>(corrected, corrected.provisional, historyFigures.provisional),
  where: historyBatches.publishedIn,
  on: historyBatches.publishedOn,
  revision: sql<number>`coalesce(${corrected.revision}, 0)`,
  reason: corrected.reason,
  note: corrected.note,
  wasValue: corrected.wasValue,
  wasNumerator: corrected.wasNumerator,
  wasDenominator: corrected.wasDenominator,
});

export type HistoryFigure = Pick<
  ReadingRecord,
  'periodStart' | 'value' | 'numerator' | 'denominator' | 'provisional' | 'revision'
> & {
  measureId: number;
  reason: ReadingRecord['revisionReason'];
  note: string | null;
  wasValue: string | null;
  wasNumerator: string | null;
  wasDenominator: string | null;
} & Elsewhere;

/** A figure of history as an edition takes it in: it has a figure, where it was published, and nothing that was written here. */
export function historyRecord(row: HistoryFigure): ReadingRecord {
  const { where, on, periodStart, value, numerator, denominator, provisional, revision } = row;
  const was = { value: row.wasValue, numerator: row.wasNumerator, denominator: row.wasDenominator, missing: null };
  return {
    ...unwritten(periodStart),
    value,
    numerator,
    denominator,
    provisional,
    state: 'published',
    elsewhere: { where, on },
    ...(revision > 0 && { revision, was, revisionReason: row.reason, publicNote: row.note }),
  };
}

/** What confirmed corrections took the place of, by measure: each figure with the revision that it was. */
export async function figuresBefore(db: Connection, measureIds: number[]) {
  const { measureId, periodStart, revision, wasValue, wasNumerator, wasDenominator } = historyCorrections;
  const rows = await db
    .select({
      measureId,
      periodStart,
      revision: sql<number>`${revision} - 1`,
      value: wasValue,
      numerator: wasNumerator,
      denominator: wasDenominator,
    })
    .from(historyCorrections)
    .where(and(sql`${measureId} = any(${sql.param(measureIds)}::int[])`, isNotNull(historyCorrections.confirmedBy)));
  return rows;
}
