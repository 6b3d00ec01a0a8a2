import { benchmarkSentence } from '@/lib/benchmark/benchmark-words';
import type { MeasureView } from '@/lib/edition/measure-view';

/** The figures of others: whose, from where, how alike, and how the measure stands against those that are counted alike. */
export function BenchmarkList({ view }: { view: MeasureView }) {
  const { sheet, readings } = view;
  if (sheet.benchmarks.length === 0) return null;
  return (
    <section className="part" aria-labelledby="comparators-title">
      <h2 id="comparators-title">Comparators</h2>
      <ul className="comparators">
        {sheet.benchmarks.map((benchmark) => (
          <li key={benchmark.name}>
            <h3>{benchmark.name}</h3>
            <p>{benchmarkSentence(benchmark, sheet, readings)}</p>
            <p className="soft">
              {benchmark.alike ? 'Counted alike' : 'Not counted alike, so not compared'}: {benchmark.note}
            </p>
            <p className="soft">Source: {benchmark.source}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
