import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import type { PublishedRevision } from '@/db/queries/published/editions';
import { hiddenMarker, hiddenWords } from '@/lib/figure/withheld';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { colourMoved } from '@/lib/series/ledger';
import { formatDate, londonDay } from '@/lib/time/period';

type Props = {
  site: Site;
  service: { slug: string; name: string };
  /** The measure that the list is for, or null for all of them. */
  measure: { code: string; title: string } | null;
  revisions: PublishedRevision[];
  older: string | null;
};

/** The public ledger: every published figure that was corrected, with both figures, why, and what it did to the colour. */
export function RevisionsPage({ site, service, measure, revisions, older }: Props) {
  const { slug, name } = service;
  const title = measure ? `${name}: corrections of ${measure.title}` : `${name}: corrections`;
  return (
    <PublicDocument site={site} title={title} description="Published figures that were corrected, and why.">
      <ServiceCrumbs {...service} />
      <h1>Corrections</h1>
      <p className="standfirst">
        {measure && <>{measure.title}. </>}
        Each published figure that was corrected, with the figure before it. The edition that had it stays as it was.
      </p>
      {measure && (
        <p>
          <a href={`/scorecards/${slug}/revisions`}>Corrections of every measure</a>
        </p>
      )}
      <HiddenLegend hidden={revisions.some(({ was, now }) => [was, now].includes(hiddenWords))} />
      {revisions.length === 0 ? (
        <p className="empty">No published figure has been corrected.</p>
      ) : (
        <ol className="ledger">
          {revisions.map((revision) => (
            <Correction
              key={`${revision.edition} ${revision.code} ${revision.periodStart}`}
              revision={revision}
              slug={slug}
              all={!measure}
            />
          ))}
        </ol>
      )}
      {older && (
        <p>
          <a href={older}>Earlier corrections</a>
        </p>
      )}
    </PublicDocument>
  );
}

/** Of two figures that are hidden nothing is said, not even that they are the same. */
function bothFigures({ was, now }: PublishedRevision): string {
  if (was !== now) return `was ${was}, now ${now}`;
  return now === hiddenWords ? `both figures are hidden ${hiddenMarker}` : `the figure stays ${now}`;
}

function Correction({ revision, slug, all }: { revision: PublishedRevision; slug: string; all: boolean }) {
  const moved = colourMoved(revision);
  const figures = bothFigures(revision);
  return (
    <li>
      <b>
        {all && `${revision.number}. ${revision.title}, `}
        {revision.period}
      </b>
      <p>
        {figures.charAt(0).toUpperCase() + figures.slice(1)}
        {revision.reason && ` (${revisionWords[revision.reason].publicName})`}. {revision.note}
      </p>
      {moved && <p className="moved">{moved}</p>}
      <p className="soft">
        <a href={`/scorecards/${slug}/editions/${revision.edition}#${revision.code}`}>Edition {revision.edition}</a>,
        published {formatDate(londonDay(revision.publishedAt))}
        {all && (
          <>
            {' · '}
            <a href={`/scorecards/${slug}/revisions?measure=${revision.code}`}>
              all corrections of measure {revision.number}
            </a>
          </>
        )}
      </p>
    </li>
  );
}
