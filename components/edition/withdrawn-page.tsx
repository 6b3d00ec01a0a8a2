import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import type { EditionHead } from '@/lib/edition/edition';
import { formatDate, londonDay } from '@/lib/time/period';

type Props = { site: Site; head: EditionHead; withdrawal: { at: string; reason: string } };

/** What stands at the address of an edition that was withdrawn: when, and why. */
export function WithdrawnPage({ site, head, withdrawal }: Props) {
  const { slug, name } = head.service;
  const heading = `Edition ${head.number} was withdrawn`;
  return (
    <PublicDocument site={site} title={`${name}: ${heading.toLowerCase()}`} description={withdrawal.reason}>
      <ServiceCrumbs slug={slug} name={name} />
      <h1>{heading}</h1>
      <p className="standfirst">
        It told of {formatDate(head.asAt)}, was published on {formatDate(londonDay(head.publishedAt))} and withdrawn on{' '}
        {formatDate(londonDay(withdrawal.at))}. {withdrawal.reason}
      </p>
      <p>
        <a href={`/scorecards/${slug}`}>Read the latest scorecard</a> or{' '}
        <a href={`/scorecards/${slug}/editions`}>see all editions</a>.
      </p>
    </PublicDocument>
  );
}
