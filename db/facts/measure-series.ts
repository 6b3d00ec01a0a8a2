import { asc, eq, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { benchmarks, benchmarkValues, definitionVersions, rebases, seriesBreaks } from '@/db/schema';
import type { MeasureRecord } from '@/lib/series/measure-record';

type Series = Pick<MeasureRecord, 'wordings' | 'breaks' | 'rebases' | 'benchmarks'>;

/** What the series of measures are held against: their wordings, breaks and rebases, and the figures of others; by measure. */
export async function seriesOf(db: Connection, measureIds: number[]): Promise<(measureId: number) => Series> {
  const wordings = await db
    .select()
    .from(definitionVersions)
    .where(inArray(definitionVersions.measureId, measureIds))
    .orderBy(asc(definitionVersions.effectiveFrom));
  const breaks = await db
    .select({ measureId: seriesBreaks.measureId, start: seriesBreaks.periodStart, reason: seriesBreaks.reason })
    .from(seriesBreaks)
    .where(inArray(seriesBreaks.measureId, measureIds))
    .orderBy(asc(seriesBreaks.periodStart));
  const rebased = await db
    .select({ measureId: rebases.measureId, start: rebases.periodStart, reason: rebases.reason })
    .from(rebases)
    .where(inArray(rebases.measureId, measureIds))
    .orderBy(asc(rebases.periodStart));
  const others = await benchmarksOf(db, measureIds);
  const rowsFor = <T extends { measureId: number }>(rows: T[], id: number): Omit<T, 'measureId'>[] =>
    rows.filter(({ measureId }) => measureId === id).map(({ measureId: _, ...row }) => row);
  return (id) => ({
    wordings: rowsFor(wordings, id).map(({ reason, decidedBy, decidedOn, ...wording }) => ({
      ...wording,
      decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
    })),
    breaks: rowsFor(breaks, id),
    rebases: rowsFor(rebased, id),
    benchmarks: rowsFor(others, id).map(({ id: _, ...benchmark }) => benchmark),
  });
}

/** The figures of others beside measures, by name, each series the oldest first. */
export async function benchmarksOf(db: Connection, measureIds: number[]) {
  const rows = await db
    .select({
      id: benchmarks.id,
      measureId: benchmarks.measureId,
      name: benchmarks.name,
      source: benchmarks.source,
      alike: benchmarks.alike,
      note: benchmarks.note,
      from: benchmarkValues.fromDay,
      until: benchmarkValues.untilDay,
      value: benchmarkValues.value,
    })
    .from(benchmarks)
    .leftJoin(benchmarkValues, eq(benchmarkValues.benchmarkId, benchmarks.id))
    .where(inArray(benchmarks.measureId, measureIds))
    .orderBy(asc(benchmarks.name), asc(benchmarkValues.untilDay));
  type Row = Omit<(typeof rows)[number], 'from' | 'until' | 'value'>;
  const byId = new Map<number, Row & { values: { from: string; until: string; value: string }[] }>();
  for (const { from, until, value, ...row } of rows) {
    const benchmark = byId.get(row.id) ?? { ...row, values: [] };
    if (from !== null && until !== null && value !== null) benchmark.values.push({ from, until, value });
    byId.set(row.id, benchmark);
  }
  return [...byId.values()];
}
