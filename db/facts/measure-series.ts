import { asc, eq } from 'drizzle-orm';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import { type Answers, type Given, together } from '@/db/connection/together';
import { benchmarks, benchmarkValues, definitionVersions, rebases, seriesBreaks } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import type { MeasureRecord } from '@/lib/series/measure-record';

type Series = Pick<MeasureRecord, 'wordings' | 'breaks' | 'rebases' | 'benchmarks'>;

/** What is asked for the series of measures: their wordings, breaks and rebases, and the figures of others. */
export const seriesQuestions = (db: Connection, measureIds: Given<number[]>) => ({
  wordings: db
    .select()
    .from(definitionVersions)
    .where(amongst(definitionVersions.measureId, measureIds))
    .orderBy(asc(definitionVersions.effectiveFrom)),
  breaks: db
    .select({ measureId: seriesBreaks.measureId, start: seriesBreaks.periodStart, reason: seriesBreaks.reason })
    .from(seriesBreaks)
    .where(amongst(seriesBreaks.measureId, measureIds))
    .orderBy(asc(seriesBreaks.periodStart)),
  rebased: db
    .select({ measureId: rebases.measureId, start: rebases.periodStart, reason: rebases.reason })
    .from(rebases)
    .where(amongst(rebases.measureId, measureIds))
    .orderBy(asc(rebases.periodStart)),
  compared: figuresOfOthers(db, measureIds),
});

/** What the series of measures are held against, by measure. */
export async function seriesOf(db: Connection, measureIds: number[]): Promise<(measureId: number) => Series> {
  return seriesFrom(await together(db, seriesQuestions(db, measureIds)));
}

/** The same from what was asked together with other things. */
export function seriesFrom({ wordings, breaks, rebased, compared }: Answers<ReturnType<typeof seriesQuestions>>) {
  const [wordingsOf, breaksOf, rebasesOf] = [rowsByMeasure(wordings), rowsByMeasure(breaks), rowsByMeasure(rebased)];
  const benchmarked = rowsByMeasure(byBenchmark(compared));
  return (id: number): Series => ({
    wordings: wordingsOf(id).map(({ reason, decidedBy, decidedOn, ...wording }) => ({
      ...wording,
      decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
    })),
    breaks: breaksOf(id),
    rebases: rebasesOf(id),
    benchmarks: benchmarked(id).map(({ id: _, ...benchmark }) => benchmark),
  });
}

/** The rows of a measure, without its number. */
function rowsByMeasure<T extends { measureId: number }>(rows: T[]): (measureId: number) => Omit<T, 'measureId'>[] {
  const byMeasure = grouped(rows, ({ measureId }) => measureId);
  return (measureId) => (byMeasure.get(measureId) ?? []).map(({ measureId: _, ...row }) => row);
}

/** The figures of others beside measures, by name, each series the oldest first. */
export const benchmarksOf = async (db: Connection, measureIds: number[]) =>
  byBenchmark(await figuresOfOthers(db, measureIds));

const figuresOfOthers = (db: Connection, measureIds: Given<number[]>) =>
  db
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
    .where(amongst(benchmarks.measureId, measureIds))
    .orderBy(asc(benchmarks.name), asc(benchmarkValues.untilDay));

type OthersRow = Awaited<ReturnType<typeof figuresOfOthers>>[number];

function byBenchmark(rows: OthersRow[]) {
  type Row = Omit<OthersRow, 'from' | 'until' | 'value'>;
  const byId = new Map<number, Row & { values: { from: string; until: string; value: string }[] }>();
  for (const { from, until, value, ...row } of rows) {
    const benchmark = byId.get(row.id) ?? { ...row, values: [] };
    if (from !== null && until !== null && value !== null) benchmark.values.push({ from, until, value });
    byId.set(row.id, benchmark);
  }
  return [...byId.values()];
}
