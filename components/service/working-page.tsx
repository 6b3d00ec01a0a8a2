import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import type { WorkingScorecard } from '@/db/queries/service/working-scorecard';
import { smallCountsHref } from '@/lib/disclosure/small-counts-address';
import { historyElsewhereHref } from '@/lib/elsewhere/confirming-history';
import { statusAt } from '@/lib/status/data-status';
import { HiddenList } from './hidden-list';
import { Vacancies } from './vacancies';
import { WorkingTable } from './working-table';

type Props = { page: WorkingScorecard; today: string; full: boolean };

/** The working scorecard of a service, for those who work for it. */
export function WorkingPage({ page, today, full }: Props) {
  const { service, sentence, edition, inForce, blockers, vacancies, unclosed, groups, rows, comparisonYear } = page;
  const here = `/services/${service.slug}`;
  return (
    <>
      <header className="page-head standing-head">
        <p className="kicker">Working scorecard. Only those who work for this service see it.</p>
        <h1>{service.name}</h1>
        <p className="lead">{sentence}</p>
        <Next page={page} />
      </header>
      {service.notice && <p className="notice">{service.notice}</p>}
      <Vacancies sentences={vacancies} />
      {page.elsewhere.map((waiting) => (
        <p className="told" key={waiting}>
          {waiting} <a href={historyElsewhereHref(service.slug)}>Look at them</a>
        </p>
      ))}
      {unclosed && (
        <p className="told">
          {unclosed.sentence} {unclosed.href && <a href={unclosed.href}>Close it</a>}
        </p>
      )}
      {blockers.length > 0 && (
        <section className="part" aria-labelledby="blocks-title">
          <h2 id="blocks-title">What blocks edition {edition}</h2>
          <ul className="findings">
            {blockers.map(({ id, sentence: finding, href }) => (
              <li key={id}>
                {finding} <a href={href}>Put it right</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="rows" aria-labelledby="measures-title">
        <h2 id="measures-title" className="unseen">
          The measures
        </h2>
        <nav className="views" aria-label="Rows shown">
          <b>Rows</b>
          <ul>
            <li>
              <a href={here} aria-current={full ? undefined : 'true'}>
                Most pressing first
              </a>
            </li>
            <li>
              <a href={`${here}?rows=full`} aria-current={full ? 'true' : undefined}>
                In full, as the public would read them
              </a>
            </li>
          </ul>
        </nav>
        {full ? (
          <>
            <p className="hint">
              This is not public. It shows edition {edition} as if all that is written were approved.
            </p>
            <HiddenList hidden={page.hidden} caption="What the public would not see of it" named />
            <ScorecardTable
              scorecard={{
                head: { comparisonYear },
                rows: rows.map((row) => ({ ...row, status: statusAt(row.schedule, today) })),
              }}
              caption={`${service.name}: what edition ${edition} would show`}
            />
          </>
        ) : (
          <WorkingTable groups={groups} edition={edition} inForce={inForce} />
        )}
        {!full && (
          <p className="hint">
            <a href={smallCountsHref(service.slug)}>Small counts of people</a>: what the public is not shown, and why.
            The four bars show how far a reading has come: draft, with the head of service, approved, published.
          </p>
        )}
      </section>
    </>
  );
}

/** The one step that leads on from here. */
function Next({ page: { service, publishes, reviews, groups, edition } }: Pick<Props, 'page'>) {
  const acts = groups.flatMap(({ rows }) => rows).flatMap(({ act }) => (act ? [act] : []));
  if (publishes)
    return (
      <a className="button" href={`/releases/${service.slug}`}>
        Prepare edition {edition}
      </a>
    );
  if (reviews && acts.some(({ text }) => text === 'Review'))
    return (
      <a className="button" href="/reviews">
        Go to the reviews
      </a>
    );
  return null;
}
