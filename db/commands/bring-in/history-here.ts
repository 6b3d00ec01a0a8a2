import { inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { historyAsItCounts } from '@/db/facts/history-figures';
import { historyFigures } from '@/db/schema';
import type { MeasureNow } from '@/lib/bring-in/plan/row/council-now';

/** Figures of measures that were published elsewhere and are here already as they count, waiting or confirmed, by measure. */
export async function historyHere(db: Connection, measureIds: number[]): Promise<Map<number, MeasureNow['history']>> {
  const rows = await historyAsItCounts(db).where(inArray(historyFigures.measureId, measureIds));
  const byMeasure = new Map<number, MeasureNow['history']>();
  for (const { measureId, periodStart, value, numerator, denominator, provisional } of rows) {
    const figures = byMeasure.get(measureId) ?? new Map();
    figures.set(periodStart, { value, numerator, denominator, provisional });
    byMeasure.set(measureId, figures);
  }
  return byMeasure;
}
