import { getTableColumns, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { historyFigures } from '@/db/schema';
import type { MeasureNow } from '@/lib/plan/council-now';

/** Figures of measures that were published elsewhere and are here already, waiting or confirmed, by measure. */
export async function historyHere(db: Connection, measureIds: number[]): Promise<Map<number, MeasureNow['history']>> {
  const { batchId: _, ...columns } = getTableColumns(historyFigures);
  const rows = await db.select(columns).from(historyFigures).where(inArray(historyFigures.measureId, measureIds));
  const byMeasure = new Map<number, MeasureNow['history']>();
  for (const { measureId, periodStart, ...figure } of rows) {
    const figures = byMeasure.get(measureId) ?? new Map();
    figures.set(periodStart, figure);
    byMeasure.set(measureId, figures);
  }
  return byMeasure;
}
