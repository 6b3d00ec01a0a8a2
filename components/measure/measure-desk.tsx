import { ChartExplorer } from '@/components/chart/explore-charts';
import { HiddenList } from '@/components/service/hidden-list';
import type { MeasureWork } from '@/db/queries/measure/measure-page';
import { measureView } from '@/lib/edition/measure-view';
import type { FormAction } from '@/lib/form/form-state';
import { recordSource } from '@/lib/trend/chart-words';
import { MeasureBody } from './measure-body';
import { RebaseForm } from './rebase-form';
import { ScreeningForm } from './screening-form';

type Props = {
  page: MeasureWork;
  council: string;
  date: string;
  steps: { rebase: FormAction; removeRebase: FormAction; screening: FormAction };
  fresh: string;
  /** What was just done, as the address says it. */
  done: string | string[] | undefined;
};

const sentences: Record<string, string> = {
  rebased: 'A new baseline begins there. The public sees it with the next edition.',
  screened: 'Screening is on. The public sees it with the next edition.',
  unscreened: 'Screening is off: every move counts again. The public sees it with the next edition.',
  removed: 'That baseline is taken back. The public sees it with the next edition.',
};

/** A measure as its people see it: the page that the next edition would have, with what is not published yet marked on it. */
export function MeasureDesk({ page, council, date, steps, fresh, done }: Props) {
  const { row, sheet, readings, service, baselines, unclosed } = page;
  const unpublished = readings.filter(({ unpublished }) => unpublished).length;
  const address = `/measures/${row.code}/working`;
  const view = measureView({ date, row, sheet, readings, span: 'recent', oldest: null, address });
  const sentence = typeof done === 'string' && Object.hasOwn(sentences, done) ? sentences[done] : null;
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          {service.name}, measure {row.number}
        </p>
        <h1>{row.title}</h1>
      </header>
      {sentence && (
        <p className="done" role="status">
          {sentence}
        </p>
      )}
      <p className="told">
        <b>Not the published page.</b> This is what the next edition would say, with{' '}
        {unpublished === 0
          ? 'nothing that is unpublished yet.'
          : `${unpublished === 1 ? '1 figure' : `${unpublished} figures`} marked as not published.`}{' '}
        {readings[0]?.unpublished && row.period && (
          <>
            The latest figure, of {row.period.label}, is {readings[0].unpublished}.{' '}
          </>
        )}
        <a href={`/measures/${row.code}`}>The published page</a> ·{' '}
        <a href={`/history/measures/${row.code}`}>History of this measure</a>
        {baselines && (
          <>
            {' · '}
            <a href={`/settings/measures/${row.code}/comparators`}>Comparators</a>
          </>
        )}
      </p>
      {unclosed && <p className="told">{unclosed}</p>}
      <HiddenList hidden={page.hidden} caption="What the public would not see of this page" />
      <MeasureBody view={view} area={council} source={recordSource(council, service.name)} />
      <ChartExplorer />
      {baselines && (
        <section className="part" aria-labelledby="baseline-title">
          <h2 id="baseline-title">Baseline</h2>
          {sheet.process.refused === null ? (
            <>
              <RebaseForm code={row.code} {...baselines} {...steps} fresh={fresh} />
              <ScreeningForm code={row.code} reason={baselines.screening} step={steps.screening} fresh={fresh} />
            </>
          ) : (
            <p>{sheet.process.refused}</p>
          )}
        </section>
      )}
    </>
  );
}
