import type { Latest } from '@/db/queries/published/in-force';
import type { EditionHead } from '@/lib/edition/edition';
import type { PaperKind } from '@/lib/paper/paper-kinds';
import { formatDate, londonDay } from '@/lib/time/period';
import { PaperLinks } from './paper-links';

type Props = {
  head: EditionHead;
  date: string;
  latest: Latest | null;
  hasRetired: boolean;
  /** The sizes of the committee papers that have been made, in bytes. */
  papers: Partial<Record<PaperKind, number>>;
};

/** Says that something newer exists, where it does. */
export function LaterEdition({ head, latest }: Pick<Props, 'head' | 'latest'>) {
  if (!latest || latest.number <= head.number) return null;
  const { slug } = head.service;
  return (
    <p className="notice later">
      A later edition exists: edition {latest.number}, published {formatDate(londonDay(latest.publishedAt))}.{' '}
      <a href={`/scorecards/${slug}`}>Read the latest</a> or{' '}
      <a href={`/scorecards/${slug}/changes?from=${head.number}&to=${latest.number}`}>see what has changed since</a>.
    </p>
  );
}

/** The committee paper, and the way to other editions: the one before, the one after, all of them, what changed, what became of Reds and retired measures, and any day. */
export function EditionNav({ head, date, latest, hasRetired, papers }: Props) {
  const { number } = head;
  const base = `/scorecards/${head.service.slug}`;
  return (
    <nav className="editions" aria-label="Other editions">
      <ul>
        <PaperLinks slug={head.service.slug} edition={number} sizes={papers} />
        {number > 1 && (
          <li>
            <a href={`${base}/editions/${number - 1}`}>Edition {number - 1}</a>
          </li>
        )}
        {latest && latest.number > number && (
          <li>
            <a href={`${base}/editions/${number + 1}`}>Edition {number + 1}</a>
          </li>
        )}
        <li>
          <a href={`${base}/editions`}>All editions</a>
        </li>
        {number > 1 && (
          <li>
            <a href={`${base}/changes?from=${number - 1}&to=${number}`}>What changed in this edition</a>
          </li>
        )}
        <li>
          <a href={`${base}/revisions`}>Corrections</a>
        </li>
        {number > 1 && (
          <li>
            <a href={`${base}/reds`}>What became of last year’s Reds</a>
          </li>
        )}
        {hasRetired && (
          <li>
            <a href={`${base}/retired`}>Retired measures</a>
          </li>
        )}
        <li>
          <a href={`${base}/feed.xml`}>Feed</a>
        </li>
      </ul>
      <form action={base} method="get">
        <label htmlFor="date">The scorecard on another day</label>
        <input id="date" name="date" type="date" defaultValue={date} required />
        <button type="submit">Show</button>
      </form>
    </nav>
  );
}
