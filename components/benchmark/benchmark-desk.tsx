import { FrameworkPage } from '@/components/framework/framework-page';
import type { BenchmarkPage } from '@/db/queries/measure/benchmarks';
import { sameName } from '@/lib/benchmark/benchmark-entry';
import { typedSeries } from '@/lib/benchmark/benchmark-form';
import type { FormAction } from '@/lib/form/form-state';
import type { Benchmark } from '@/lib/trend/trend';
import { BenchmarkForm } from './benchmark-form';
import { BenchmarkSeries } from './benchmark-series';

type Props = {
  links: { href: string; text: string }[];
  page: BenchmarkPage;
  /** The series to which figures are being added, '' for a new one; null while the series are only shown. */
  entering: string | null;
  /** What was being typed when a session ended. */
  keptTyping: Record<string, string> | null;
  /** What was just done. */
  done: string | null;
  fresh: string;
  steps: { enter: FormAction; remove: FormAction };
};

const sentences: Record<string, string> = {
  entered: 'The figures are saved. The public sees them with the next edition.',
  removed: 'The figures are removed, and stay in the history. The public sees it with the next edition.',
};

const figuresOf = ({ values }: Benchmark) => (values.length === 1 ? '1 figure' : `${values.length} figures`);

/** The figures of others beside a measure: the series that are here, or the form in which figures are entered. */
export function BenchmarkDesk({ links, page, entering, keptTyping, done, fresh, steps }: Props) {
  const { measure, service, series } = page;
  const here = series.find(({ name }) => sameName(name, entering ?? ''));
  const isEmpty = series.length === 0;
  const form = entering !== null || keptTyping !== null || isEmpty;
  const address = `/settings/measures/${measure.code}/comparators`;
  return (
    <FrameworkPage
      title={here ? `Figures of ${here.name}` : form && !isEmpty ? 'Add a comparator' : 'Comparators'}
      standfirst={measure.title}
      crumbs={[
        { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
        { href: `/settings/measures/${measure.code}`, text: String(measure.number) },
      ]}
      done={done && Object.hasOwn(sentences, done) ? sentences[done] : null}
      links={links}
      current="/settings/measures"
    >
      {!here && (
        <p className="definition">
          The figures of others beside this measure, such as England, the region or similar councils. Only what is
          counted by the same definition is compared; anything else is shown beside it with its note.
        </p>
      )}
      {form ? (
        <BenchmarkForm
          measure={measure}
          here={here ? { name: here.name, figures: figuresOf(here) } : null}
          opened={keptTyping ?? (here ? typedSeries(here) : {})}
          fresh={fresh}
          enter={steps.enter}
        />
      ) : (
        <>
          {series.map((benchmark) => (
            <BenchmarkSeries
              key={benchmark.name}
              series={benchmark}
              measure={measure}
              fresh={fresh}
              remove={steps.remove}
            />
          ))}
          <p className="after">
            <a className="button" href={`${address}?enter`}>
              Add another comparator
            </a>
          </p>
        </>
      )}
      <p className="after">
        {form && !isEmpty ? (
          <a href={address}>Back to the comparators</a>
        ) : (
          <a href={`/measures/${measure.code}/working`}>Back to the measure</a>
        )}
      </p>
    </FrameworkPage>
  );
}
