import type { Coming } from '@/db/queries/work/coming';
import type { Finished } from '@/db/queries/work/finished';
import type { OwnCounts } from '@/db/queries/work/own-readings';
import { formatInstant } from '@/lib/time/instant';
import { OwnStates } from './own-readings';

type Props = {
  /** Null for a person who owns no measure. */
  counts: OwnCounts | null;
  coming: Coming[];
  finished: Finished[];
};

/** Beside what awaits a person: their readings by state, what comes next, and what was finished lately. */
export function WorkSide({ counts, coming, finished }: Props) {
  return (
    <aside className="work-side" aria-label="Your readings and dates">
      {counts && (
        <section aria-labelledby="own-title">
          <h2 id="own-title">Your readings</h2>
          <OwnStates counts={counts} />
          <p className="hint">You can take back what waits for the head of service, and correct what is published.</p>
          <p className="hint">
            <a href="/work/bring-in">Send your figures as a file</a>
          </p>
        </section>
      )}
      {coming.length > 0 && (
        <section aria-labelledby="coming-title">
          <h2 id="coming-title">What comes next</h2>
          <ul className="coming">
            {coming.map(({ when, what, href }) => (
              <li key={`${when} ${what}`}>
                {href === '/work/readings' ? what : <a href={href}>{what}</a>} <span>{when}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="recent-title">
        <h2 id="recent-title">Finished lately</h2>
        <FinishedLately finished={finished} />
      </section>
    </aside>
  );
}

/** What was finished lately, newest first: who did what with which measure, and when. */
function FinishedLately({ finished }: Pick<Props, 'finished'>) {
  if (finished.length === 0) return <p>Nothing yet.</p>;
  return (
    <ol className="finished">
      {finished.map(({ at, who, verb, what, href }) => (
        <li key={`${at} ${verb} ${what}`}>
          {who} {verb} <a href={href}>{what}</a> <time dateTime={at}>at {formatInstant(at)}</time>
        </li>
      ))}
    </ol>
  );
}
