import { shift } from '@/lib/time/period';
import type { Benchmark, BenchmarkValue, Trend } from './trend';

/** A benchmark with its value for each period of a trend; null where it has none. */
export type PlacedBenchmark = Benchmark & { placed: (BenchmarkValue | null)[] };

/**
 * The benchmarks of a trend, each value in the period that holds its last day; of two in one period the later counts. What ends
 * outside the trend is left out, and so is a benchmark of which nothing remains.
 */
export function benchmarksByPeriod({ benchmarks, periods, frequency }: Trend): PlacedBenchmark[] {
  const last = periods.at(-1);
  if (!last) return [];
  const after = shift({ frequency, start: last.start }, 1).start;
  const indexOf = (day: string) => (day < after ? periods.findLastIndex(({ start }) => start <= day) : -1);
  return benchmarks
    .map((benchmark) => {
      const placed = periods.map((): BenchmarkValue | null => null);
      for (const value of benchmark.values) {
        const index = indexOf(value.until);
        const held = placed[index];
        if (index >= 0 && (!held || held.until <= value.until)) placed[index] = value;
      }
      return { ...benchmark, placed };
    })
    .filter(({ placed }) => placed.some((value) => value !== null));
}
