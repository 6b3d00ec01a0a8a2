import { EditionDifferences } from '@/components/edition/edition-differences';
import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import { HiddenList } from '@/components/service/hidden-list';
import { Vacancies } from '@/components/service/vacancies';
import type { Announced } from '@/db/queries/release/announcements';
import type { ReleasePage } from '@/db/queries/release/release-page';
import type { FormAction } from '@/lib/form/form-state';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import type { MeasureReadiness } from '@/lib/status/readiness';
import { formatDate } from '@/lib/time/period';
import { AnnounceForm } from './announce-form';
import { AnnouncedRelease, type AnnouncedSteps } from './announced-release';
import { Checklist } from './checklist';
import { PublishForm } from './publish-form';
import { ReadinessTable } from './readiness-table';

type Props = {
  page: ReleasePage;
  announced: Announced;
  today: string;
  /** The present time of day in London: '14:05'. */
  time: string;
  published: boolean;
  /** What was just done about an announced release. */
  done: string | null;
  fresh: string;
  steps: AnnouncedSteps & { publish: FormAction; announce: FormAction };
};

const sentences: Record<string, string> = {
  announced: 'The release is announced.',
  moved: 'The release is moved.',
  cancelled: 'The release is cancelled.',
  listed: 'The list of early readers has one more.',
  unlisted: 'The list of early readers has one fewer.',
};

/** A service's next edition: what blocks it, what it would change, how it would read, and its publication. */
export function ReleaseSheet({ page, announced, today, time, published, done, fresh, steps }: Props) {
  const { service, findings, preview, lastEdition, inForce, readiness } = page;
  const last = inForce && `edition ${inForce.number}, as at ${formatDate(inForce.asAt)}`;
  const isSettled = ({ state }: MeasureReadiness) => state === 'published' || state === 'not_due';
  const [settled, onTheWay] = [readiness.filter(isSettled), readiness.filter((row) => !isSettled(row))];
  const number = (lastEdition?.number ?? 0) + 1;
  const card = preview && scorecardAt(preview.head, preview.rows, today, { show: 'all', order: 'report' });
  const waits = announced.waiting !== null;
  const formProps = {
    open: page.mayPublish && !waits,
    hidden: { service: service.slug, seen: page.seen ?? '' },
    number,
    warnings: findings.warnings,
    fresh,
  };
  return (
    <>
      <header className="page-head">
        <p className="kicker">Release</p>
        <h1>{service.name}</h1>
        <p className="as-at">{page.sentence}</p>
      </header>
      {published && lastEdition && (
        <p className="done" role="status">
          Edition {lastEdition.number} is published: <a href={`/scorecards/${service.slug}`}>read the scorecard</a>.
        </p>
      )}
      {done && sentences[done] && (
        <p className="done" role="status">
          {sentences[done]}
        </p>
      )}
      <AnnouncedRelease
        service={service.slug}
        announced={announced}
        initial={{ day: formatDate(today), time }}
        fresh={fresh}
        steps={steps}
      />
      <section aria-labelledby="checklist-title">
        <h2 id="checklist-title">Before publication</h2>
        <Vacancies sentences={page.vacancies} />
        <Checklist {...findings} number={number} here={`/releases/${service.slug}`} />
      </section>
      <section aria-labelledby="readiness-title">
        <h2 id="readiness-title">The measures</h2>
        {onTheWay.length > 0 ? (
          <ReadinessTable readiness={onTheWay} caption="Measures with a reading on its way" />
        ) : (
          <p>No reading is on its way.</p>
        )}
        {settled.length > 0 && (
          <details className="settled">
            <summary>
              {settled.length} {settled.length === 1 ? 'measure' : 'measures'} with nothing on the way
            </summary>
            <ReadinessTable readiness={settled} caption="Measures with nothing on the way" />
          </details>
        )}
      </section>
      <section aria-labelledby="changes-title">
        <h2 id="changes-title">What edition {number} would change</h2>
        {last ? (
          <>
            {page.headingChanges.length > 0 && (
              <ul>
                {page.headingChanges.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            {(page.differences.length > 0 || page.headingChanges.length === 0) && (
              <EditionDifferences differences={page.differences} since={last} />
            )}
          </>
        ) : (
          <p>
            {lastEdition
              ? 'No edition of this service is in force: everything in it would be new.'
              : 'It would be the first edition of this service.'}
          </p>
        )}
      </section>
      {card && (
        <section aria-labelledby="preview-title">
          <h2 id="preview-title">How edition {number} would read</h2>
          <HiddenList hidden={page.hidden} caption={`What edition ${number} would not show`} named />
          <details className="preview">
            <summary>Show all {card.rows.length} measures</summary>
            <ScorecardTable scorecard={card} caption={`${service.name} at ${formatDate(today)}`} />
          </details>
        </section>
      )}
      <section aria-labelledby="publish-title">
        <h2 id="publish-title">Publish</h2>
        {!page.mayPublish && <p>Edition {number} can be published once what blocks it is put right.</p>}
        {waits && <p>A release is announced: move or cancel it to publish another edition first.</p>}
        <PublishForm {...formProps} asAt={formatDate(today)} publish={steps.publish} />
        <AnnounceForm {...formProps} announce={steps.announce} />
        {lastEdition && (
          <p className="after">
            <a href={`/releases/${service.slug}/withdraw`}>Withdraw an edition</a>
          </p>
        )}
      </section>
    </>
  );
}
