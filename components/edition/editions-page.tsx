import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import type { ListedEdition } from '@/db/queries/published/editions';
import { formatInstant } from '@/lib/time/instant';
import { formatDate, londonDay } from '@/lib/time/period';

type Props = {
  site: Site;
  service: { slug: string; name: string };
  editions: ListedEdition[];
  /** Where the list goes on, or null at its end. */
  older: string | null;
};

/** Every edition of a service's scorecard, the latest first, each with its permanent address. */
export function EditionsPage({ site, service, editions, older }: Props) {
  const { slug, name } = service;
  const title = `${name}: all editions`;
  return (
    <PublicDocument site={site} title={title} description={`Each published edition of the scorecard of ${name}.`}>
      <ServiceCrumbs {...service} />
      <h1>All editions</h1>
      <p className="standfirst">An edition is never changed. What is corrected appears in a further one.</p>
      <ol className="ledger">
        {editions.map(({ number, asAt, publishedAt, publisher, note, withdrawal }) => (
          <li key={number}>
            <a href={`/scorecards/${slug}/editions/${number}`}>
              Edition {number}: as at {formatDate(asAt)}
            </a>
            {withdrawal ? (
              <p>
                Withdrawn on {formatDate(londonDay(withdrawal.at))}: {withdrawal.reason}
              </p>
            ) : (
              note && <p>{note}</p>
            )}
            <p className="soft">
              Published at {formatInstant(publishedAt)}, by {publisher}
              {number > 1 && (
                <>
                  {' · '}
                  <a href={`/scorecards/${slug}/changes?from=${number - 1}&to=${number}`}>
                    what changed<span className="unseen"> in edition {number}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {older && (
        <p>
          <a href={older}>Earlier editions</a>
        </p>
      )}
    </PublicDocument>
  );
}
