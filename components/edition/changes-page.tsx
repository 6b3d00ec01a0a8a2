import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import type { EditionDifference } from '@/lib/edition/difference/edition-difference';
import type { EditionHead } from '@/lib/edition/edition';
import { hiddenMarker } from '@/lib/figure/withheld';
import { formatDate, londonDay } from '@/lib/time/period';
import { EditionDifferences } from './edition-differences';

type Props = {
  site: Site;
  before: EditionHead;
  after: EditionHead;
  differences: EditionDifference[];
  /** The number of the latest edition that stands. */
  latest: number;
};

/** What changed from one edition of a service to another, measure by measure, linked both ways. */
export function ChangesPage({ site, before, after, differences, latest }: Props) {
  const { slug, name } = after.service;
  const base = `/scorecards/${slug}`;
  const editionWords = (head: EditionHead) =>
    `edition ${head.number}, as at ${formatDate(head.asAt)}, published ${formatDate(londonDay(head.publishedAt))}`;
  return (
    <PublicDocument
      site={site}
      title={`${name}: what changed from edition ${before.number} to ${after.number}`}
      description={`What changed on the scorecard of ${name} from edition ${before.number} to edition ${after.number}.`}
    >
      <ServiceCrumbs {...after.service} />
      <h1>What changed</h1>
      <p className="standfirst">
        From <a href={`${base}/editions/${before.number}`}>{editionWords(before)}</a>, to{' '}
        <a href={`${base}/editions/${after.number}`}>{editionWords(after)}</a>.
      </p>
      <HiddenLegend hidden={differences.some(({ sentence }) => sentence.includes(hiddenMarker))} />
      <EditionDifferences
        differences={differences}
        since={`edition ${before.number}`}
        address={`${base}/editions/${after.number}`}
      />
      <nav className="editions" aria-label="Other changes">
        <ul>
          {before.number > 1 && (
            <li>
              <a href={`${base}/changes?from=${before.number - 1}&to=${before.number}`}>
                Changes in edition {before.number}
              </a>
            </li>
          )}
          {after.number < latest && (
            <li>
              <a href={`${base}/changes?from=${after.number}&to=${after.number + 1}`}>
                Changes in edition {after.number + 1}
              </a>
            </li>
          )}
          <li>
            <a href={`${base}/editions`}>All editions</a>
          </li>
        </ul>
      </nav>
    </PublicDocument>
  );
}
