import type { Database } from '@/db/connection/client';
import { benchmarksOf } from '@/db/facts/measure-series';
import { measurePlace } from '@/db/facts/reading-record';
import { pick } from '@/lib/collection/pick';
import type { MeasureFacts } from '@/lib/measure/measure';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { Benchmark } from '@/lib/trend/trend';

const judged = [
  'unit',
  'decimals',
  'frequency',
  'startMonth',
  'window',
  'since',
  'outsideHundred',
  'countsPeople',
] as const satisfies readonly (keyof MeasureFacts)[];

/** What reading a figure beside a measure needs to know of it. */
export type BenchmarkedMeasure = { code: string; number: number; title: string } & Pick<
  MeasureFacts,
  (typeof judged)[number]
>;

export type BenchmarkPage = {
  measure: BenchmarkedMeasure;
  service: { slug: string; name: string };
  /** By name, each with its figures, the oldest first. */
  series: Benchmark[];
};

/** The figures of others beside a measure; null where there is none, or for anybody but the performance officer. */
export async function benchmarkPage(db: Database, who: Person, code: string): Promise<BenchmarkPage | null> {
  if (!may(who, 'enter_comparator')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const { measure, service } = place;
  const series = await benchmarksOf(db, [measure.id]);
  return {
    measure: pick(measure, ['code', 'number', 'title', ...judged]),
    service: { slug: service.slug, name: service.name },
    series: series.map(({ name, source, alike, note, values }) => ({ name, source, alike, note, values })),
  };
}
