import { SummaryList } from '@/components/text/summary-list';
import type { BenchmarkedMeasure } from '@/db/queries/measure/benchmarks';
import { spanInSentence } from '@/lib/benchmark/benchmark-span';
import { shownThreshold } from '@/lib/figure/figure';
import type { FormAction } from '@/lib/form/form-state';
import { formatDate } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';
import { BenchmarkRemoval } from './benchmark-removal';

type Props = { series: Benchmark; measure: BenchmarkedMeasure; fresh: string; remove: FormAction };

/** One series of figures of others: where it comes from, how alike it is, its figures, and what can be done with it. */
export function BenchmarkSeries({ series, measure, fresh, remove }: Props) {
  const { name, source, alike, note, values } = series;
  const latest = values.at(-1);
  const address = `/settings/measures/${measure.code}/comparators`;
  const figures = values.length === 1 ? '1 figure' : `${values.length} figures`;
  return (
    <section className="part benchmark">
      <h2>{name}</h2>
      <SummaryList
        answers={[
          {
            term: 'Latest',
            answer: latest ? `${shownThreshold(latest.value, measure)} ${spanInSentence(latest)}` : 'None',
          },
          {
            term: 'Counted',
            answer: `${alike ? 'Like this measure, so compared' : 'Otherwise, so not compared'}: ${note}`,
          },
          { term: 'Source', answer: source },
        ]}
      />
      <p className="after">
        <a className="button secondary" href={`${address}?enter=${encodeURIComponent(name)}`}>
          Add or correct figures<span className="unseen"> of {name}</span>
        </a>
      </p>
      <details>
        <summary>
          {values.length === 1 ? 'Its figure' : `All ${figures}`}
          <span className="unseen"> of {name}</span>
        </summary>
        <table className="benchmark-figures">
          <caption className="unseen">The figures of {name}, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">Figure</th>
            </tr>
          </thead>
          <tbody>
            {values.toReversed().map(({ from, until, value }) => (
              <tr key={until}>
                <td>{formatDate(from)}</td>
                <td>{formatDate(until)}</td>
                <td>{shownThreshold(value, measure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <BenchmarkRemoval code={measure.code} name={name} figures={figures} fresh={fresh} remove={remove} />
    </section>
  );
}
