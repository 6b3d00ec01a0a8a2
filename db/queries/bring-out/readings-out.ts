import { and, asc, desc, inArray, isNull } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { historyAsItCounts } from '@/db/facts/history-figures';
import { actionsOf } from '@/db/facts/reading-facts';
import { historyBatches, historyFigures, readings } from '@/db/schema';
import type { HistoryOut, ReadingOut } from '@/lib/bring-out/council-out';
import { grouped } from '@/lib/collection/grouped';

/** The newest revision of each reading of measures, the oldest period first. */
export async function readingsOut(db: Connection, measureIds: number[]): Promise<Map<number, ReadingOut[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      id: readings.id,
      measureId: readings.measureId,
      periodStart: readings.periodStart,
      state: readings.state,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      missing: readings.missing,
      expectedOn: readings.expectedOn,
      provisional: readings.provisional,
      comments: readings.comments,
      unusual: readings.unusual,
      publicNote: readings.publicNote,
    })
    .from(readings)
    .where(inArray(readings.measureId, measureIds))
    .orderBy(asc(readings.measureId), asc(readings.periodStart), desc(readings.revision));
  const planned = await actionsOf(
    db,
    rows.map(({ id }) => id),
  );
  const known = rows.map(({ id, ...reading }) => ({ ...reading, actions: planned.get(id) ?? [] }));
  return grouped(known, ({ measureId }) => measureId);
}

/** The figures of measures that were published elsewhere as they count, confirmed or waiting, the oldest period first. */
export async function historyOut(db: Connection, measureIds: number[]): Promise<Map<number, HistoryOut[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await historyAsItCounts(db)
    .where(and(inArray(historyFigures.measureId, measureIds), isNull(historyBatches.discardedBy)))
    .orderBy(asc(historyFigures.measureId), asc(historyFigures.periodStart));
  return grouped(rows, ({ measureId }) => measureId);
}
