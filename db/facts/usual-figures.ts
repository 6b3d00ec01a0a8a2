import type { Connection } from '@/db/connection/client';
import { usualValues } from '@/lib/figure/unusual';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { historyOf, newestFirst } from './history-figures';
import { type MeasureRow, type ReadingRow, readingsBefore, usualPeriods } from './reading-record';

/** The figures before a period that say what is usual for a measure, newest first: entered here, or published elsewhere before. */
export async function usualBefore(
  db: Connection,
  measure: MeasureRow,
  periodStart: string,
  readings?: ReadingRow[],
): Promise<string[]> {
  const entered = readings ?? (await readingsBefore(db, measure.id, periodStart));
  const history = (await historyOf(db, [measure.id], periodStart)).get(measure.id) ?? [];
  const earlier = newestFirst<(typeof entered)[number] | (typeof history)[number]>(entered, history);
  return usualValues(measure, periodStart, earlier.slice(0, usualPeriods));
}

/** The same from the facts of the measure as at a day after the period. */
export const usualIn = (record: MeasureRecord, periodStart: string): string[] =>
  usualValues(
    record,
    periodStart,
    record.readings.filter((reading) => reading.periodStart < periodStart).slice(0, usualPeriods),
  );
