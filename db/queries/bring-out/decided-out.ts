import { asc, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { targetsOf } from '@/db/facts/measure-facts';
import { benchmarks, benchmarkValues, outturns } from '@/db/schema';
import type { MeasureOut } from '@/lib/bring-out/council-out';
import { grouped } from '@/lib/collection/grouped';

type Decided = Pick<MeasureOut, 'targets' | 'outturns' | 'comparators'>;

/** What is decided of measures, and the figures of others beside them: a question for each, by its number. */
export async function decidedOut(db: Connection, measureIds: number[]): Promise<(measureId: number) => Decided> {
  if (measureIds.length === 0) return () => ({ targets: [], outturns: [], comparators: [] });
  const targets = grouped(await targetsOf(db, measureIds), ({ measureId }) => measureId);
  const finals = grouped(
    await db.select().from(outturns).where(inArray(outturns.measureId, measureIds)).orderBy(asc(outturns.year)),
    ({ measureId }) => measureId,
  );
  const series = grouped(
    await db.select().from(benchmarks).where(inArray(benchmarks.measureId, measureIds)).orderBy(asc(benchmarks.id)),
    ({ measureId }) => measureId,
  );
  const seriesIds = [...series.values()].flat().map(({ id }) => id);
  const values = grouped(
    seriesIds.length === 0
      ? []
      : await db
          .select()
          .from(benchmarkValues)
          .where(inArray(benchmarkValues.benchmarkId, seriesIds))
          .orderBy(asc(benchmarkValues.untilDay)),
    ({ benchmarkId }) => benchmarkId,
  );
  return (measureId) => ({
    targets: targets.get(measureId) ?? [],
    outturns: finals.get(measureId) ?? [],
    comparators: (series.get(measureId) ?? []).map(({ id, name, source, alike, note }) => ({
      name,
      source,
      alike,
      note,
      values: (values.get(id) ?? []).map(({ fromDay: from, untilDay: until, value }) => ({ from, until, value })),
    })),
  });
}
