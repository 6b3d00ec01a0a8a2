import { EditionDifferences } from '@/components/edition/edition-differences';
import type { SinceCommittee as Since } from '@/db/queries/service/published-service';
import { formatDate } from '@/lib/time/day';

type Props = { since: Since; slug: string; now: number };

/** What changed of a service since its committee met last. */
export function SinceCommittee({ since, slug, now }: Props) {
  return (
    <section className="ruled" aria-labelledby="since-title">
      <h2 id="since-title">Since the committee met on {formatDate(since.day)}</h2>
      <Changes since={since} slug={slug} now={now} />
    </section>
  );
}

function Changes({ since, slug, now }: Props) {
  if (since.kind === 'first') return <p>Nothing was published then: all of edition {now} is new.</p>;
  if (since.kind === 'withdrawn') return <p>The edition that was in force then has been withdrawn.</p>;
  const { was, differences } = since;
  if (differences.length === 0) return <p>Nothing has changed: it had edition {was}.</p>;
  return (
    <>
      <EditionDifferences differences={differences} since={`edition ${was}`} address={`/scorecards/${slug}`} />
      <p>
        <a href={`/scorecards/${slug}/changes?from=${was}&to=${now}`}>All that edition {now} changed</a>
      </p>
    </>
  );
}
