import { Link } from '@/components/frame/link';
import type { YearEndPage as Page } from '@/db/queries/framework/year-end';
import { closedWords, countWords } from '@/lib/year-end/year-end-words';
import { YearEndTable } from './year-end-table';

type Props = { page: Page; done: string | null };

/** The year of a service on its way to being closed: what needs somebody, what is certain and ticked, and what is closed. */
export function YearEndPage({ page, done }: Props) {
  const { service, year, startsIn, others, rows, announced } = page;
  const certain = rows.filter(({ group }) => group === 'certain');
  const need = rows.filter(({ group }) => group === 'need');
  const closed = rows.filter(({ group }) => group === 'closed');
  const uncounted = rows.filter(({ group }) => group === 'uncounted');
  const canConfirm = certain.length > 0 && !announced;
  const here = `/settings/year-end/${service.slug}`;
  const button = `Check and confirm ${certain.length}`;
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/settings">Settings</Link> <span aria-hidden="true">›</span>{' '}
        <Link href="/settings/year-end">Year end</Link>
      </nav>
      <header className="page-head framework-head">
        <div>
          <h1>
            Close {year}: {service.name}
          </h1>
          <p className="standfirst">{countWords(page)}</p>
        </div>
        {canConfirm && (
          <button type="submit" form="certain" className="button">
            {button}
          </button>
        )}
      </header>
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      {announced && <p className="notice">{announced}. Until it is out, or cancelled, no outturn changes.</p>}
      <form id="certain" method="get" action={`${here}/check`}>
        <input type="hidden" name="year" value={startsIn} />
        {need.length > 0 && <YearEndTable title="Need you" page={page} rows={need} />}
        {certain.length > 0 && <YearEndTable title="Certain" page={page} rows={certain} ticks={!announced} />}
        {canConfirm && (
          <div className="buttons year-end-confirm">
            <button type="submit" className="button secondary">
              {button}
            </button>
            <p className="hint">Nothing published changes. A correction later needs a reason and a public note.</p>
          </div>
        )}
      </form>
      {closed.length > 0 && (
        <section aria-labelledby="closed-title" className="year-end-closed">
          <h2 id="closed-title">
            Closed <small>{closed.length === 1 ? '1 measure' : `${closed.length} measures`}</small>
          </h2>
          <details open={need.length + certain.length === 0}>
            <summary>{closedWords(closed)}</summary>
            <YearEndTable title="Closed" page={page} rows={closed} isFolded />
          </details>
        </section>
      )}
      {others.length > 0 && (
        <p className="after">
          Close another year:{' '}
          {others.map(({ start, name }, index) => (
            <span key={start}>
              {index > 0 && ' · '}
              <Link href={`${here}?year=${start}`}>{name}</Link>
            </span>
          ))}
        </p>
      )}
      {uncounted.length > 0 && (
        <p className="hint">
          Not counted yet in {year}: {uncounted.map(({ number }) => `measure ${number}`).join(', ')}.
        </p>
      )}
    </>
  );
}
