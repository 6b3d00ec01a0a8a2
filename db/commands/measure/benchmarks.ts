import { eq, sql } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { benchmarksOf } from '@/db/facts/measure-series';
import type { MeasureRow } from '@/db/facts/reading-record';
import { benchmarks, benchmarkValues } from '@/db/schema';
import { benchmarkChanges, keptBenchmark, sameName } from '@/lib/benchmark/benchmark-entry';
import { Mistyped } from '@/lib/form/form-state';
import { StepRefused } from '@/lib/form/refused';
import { formatDate } from '@/lib/time/period';
import type { Benchmark, BenchmarkValue } from '@/lib/trend/trend';
import { changeMeasure, givenReason } from './measure-road';

/** A figure that is entered; `was`, where it is given, is the figure that the person saw there before, null for none. */
type Entered = BenchmarkValue & { was?: string | null };
type Enter = Omit<Benchmark, 'values'> & { code: string; values: Entered[] };

/**
 * Enters figures of others beside a measure: begins a series, or changes its source and how alike it is, and adds
 * the figures by their last days. Figures that are not mentioned stay.
 */
export function enterBenchmark(
  db: Database,
  acting: Acting,
  { code, values, ...benchmark }: Enter,
): Promise<{ name: string; figures: number }> {
  return changeMeasure(db, acting, { code, step: 'enter_comparator' }, ({ tx, who, measure }) =>
    enterBenchmarkInto(tx, acting, { measure, who: who.id, values, benchmark }),
  );
}

type Entry = { measure: MeasureRow; who: number; values: Entered[]; benchmark: Omit<Benchmark, 'values'> };

/** Enters figures of others beside a measure inside the transaction of a change; answers how many were not here yet. */
export async function enterBenchmarkInto(
  tx: Transaction,
  { at, today }: Pick<Acting, 'at' | 'today'>,
  { measure, who, values, benchmark }: Entry,
): Promise<{ name: string; figures: number }> {
  const parsed = keptBenchmark({ ...benchmark, values }, measure, today);
  if ('problems' in parsed) throw new Mistyped(parsed.problems);
  const { source, alike, note } = parsed.benchmark;
  const here = await named(tx, measure, parsed.benchmark.name);
  const name = here?.name ?? parsed.benchmark.name;
  const shownByDay = new Map(values.map(({ until, was }) => [until, was]));
  const changes = benchmarkChanges(here?.values ?? [], parsed.benchmark.values);
  for (const { until, was } of changes)
    if (shownByDay.get(until) !== undefined && shownByDay.get(until) !== was)
      throw new StepRefused(
        `The figure of ${name} up to ${formatDate(until)} was changed meanwhile: check the figures again.`,
      );
  const entered = changes.filter(({ same }) => !same);
  const sameWords = here?.source === source && here.alike === alike && here.note === note;
  if (sameWords && entered.length === 0)
    throw new StepRefused(`All of this is here already: nothing of ${name} changes.`);
  const words = { source, alike, note };
  const [series] = await tx
    .insert(benchmarks)
    .values({ measureId: measure.id, name, ...words })
    .onConflictDoUpdate({ target: [benchmarks.measureId, benchmarks.name], set: words })
    .returning({ id: benchmarks.id });
  if (!series) throw new Error('a benchmark was not written');
  await writeValues(tx, series.id, entered);
  await record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind: 'comparator_entered',
    subject: 'measure',
    subjectId: measure.id,
    details: {
      measure: measure.number,
      code: measure.code,
      name,
      figures: entered.length,
      ...words,
      values: entered.map(({ from, until, value, was }) => ({ from, until, value, was })),
      ...(here && !sameWords && { was: { source: here.source, alike: here.alike, note: here.note } }),
    },
  });
  return { name, figures: entered.length };
}

async function writeValues(tx: Transaction, benchmarkId: number, entered: BenchmarkValue[]): Promise<void> {
  if (entered.length === 0) return;
  await tx
    .insert(benchmarkValues)
    .values(entered.map(({ from, until, value }) => ({ benchmarkId, fromDay: from, untilDay: until, value })))
    .onConflictDoUpdate({
      target: [benchmarkValues.benchmarkId, benchmarkValues.untilDay],
      set: { fromDay: sql`excluded.from_day`, value: sql`excluded.value` },
    });
}

/** A series of a measure by its name, which capitals and blanks do not make another. */
async function named(tx: Transaction, measure: MeasureRow, name: string) {
  return (await benchmarksOf(tx, [measure.id])).find((benchmark) => sameName(benchmark.name, name)) ?? null;
}

/** Removes a series with all its figures, which the record keeps. */
export function removeBenchmark(
  db: Database,
  acting: Acting,
  { code, name, reason: typed }: { code: string; name: string; reason: string },
): Promise<{ name: string }> {
  return changeMeasure(db, acting, { code, step: 'remove_comparator' }, async ({ tx, who, measure }) => {
    const here = await named(tx, measure, name);
    if (!here) throw new StepRefused('There is no such comparator beside this measure any more.');
    const reason = givenReason(typed, `Say why the figures of ${here.name} are removed.`);
    await tx.delete(benchmarkValues).where(eq(benchmarkValues.benchmarkId, here.id));
    await tx.delete(benchmarks).where(eq(benchmarks.id, here.id));
    const { id: _, measureId: __, ...removed } = here;
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'comparator_removed',
      subject: 'measure',
      subjectId: measure.id,
      details: { measure: measure.number, code, ...removed, reason },
    });
    return { name: here.name };
  });
}
