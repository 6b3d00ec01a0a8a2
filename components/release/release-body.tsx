import { Vacancies } from '@/components/service/vacancies';
import type { Announced } from '@/db/queries/release/announcements';
import type { ReleasePage } from '@/db/queries/release/release-page';
import type { FormAction } from '@/lib/form/form-state';
import type { ReleasePages } from '@/lib/release/release-pages';
import { formatDate } from '@/lib/time/period';
import { AnnounceForm } from './announce-form';
import { AnnouncedRelease, type AnnouncedSteps } from './announced-release';
import { Checklist } from './checklist';
import { PublishForm } from './publish-form';
import { ReadinessSection } from './readiness-section';
import { ReleaseChanges } from './release-changes';
import { ReleasePreview } from './release-preview';

type Props = {
  page: ReleasePage;
  /** Which page of each of its lists is shown. */
  pages: ReleasePages;
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
export function ReleaseBody({ page, pages, announced, today, time, published, done, fresh, steps }: Props) {
  const { service, findings, lastEdition } = page;
  const number = (lastEdition?.number ?? 0) + 1;
  const here = `/releases/${service.slug}`;
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
        <Checklist {...findings} number={number} here={here} pages={pages} />
      </section>
      <ReadinessSection readiness={page.readiness} here={here} pages={pages} />
      <ReleaseChanges page={page} here={here} pages={pages} />
      <ReleasePreview page={page} today={today} here={here} pages={pages} />
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
