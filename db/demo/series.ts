import type { Transaction } from '@/db/connection/client';
import { londonInstant } from '@/lib/time/instant';
import { benchmarks, benchmarkValues, definitionVersions, rebases, seriesBreaks } from '../schema';
import type { DemoMeasure } from './demo-measure';

/** Seeds what the series of a measure is held against: its earlier wordings, breaks and rebases, and the figures of others. */
export async function seedSeries(tx: Transaction, measureId: number, demo: DemoMeasure, rebasedBy: number) {
  const { title, definition, numeratorLabel, denominatorLabel } = demo;
  const words = { measureId, title, numeratorLabel, denominatorLabel };
  if (demo.earlier) {
    const { from: effectiveFrom, ...decision } = demo.earlier.next;
    await tx.insert(definitionVersions).values([
      { ...words, version: 1, effectiveFrom: demo.earlier.from, definition: demo.earlier.definition },
      { ...words, version: 2, effectiveFrom, definition, ...decision },
    ]);
  }
  if (demo.breaks)
    await tx
      .insert(seriesBreaks)
      .values(demo.breaks.map(({ start, reason }) => ({ measureId, periodStart: start, reason })));
  if (demo.rebases)
    await tx.insert(rebases).values(
      demo.rebases.map(({ start, reason }) => ({
        measureId,
        periodStart: start,
        reason,
        rebasedBy,
        rebasedAt: londonInstant(start, '12:00'),
      })),
    );
  for (const { values, ...series } of demo.benchmarks ?? []) {
    const [row] = await tx
      .insert(benchmarks)
      .values({ ...series, measureId })
      .returning({ id: benchmarks.id });
    if (!row) throw new Error('a series of others was not written');
    await tx
      .insert(benchmarkValues)
      .values(values.map(({ from, until, value }) => ({ benchmarkId: row.id, fromDay: from, untilDay: until, value })));
  }
}
