import type { ChangeLine } from '@/db/queries/history/history-page';
import type { EventChange } from '@/lib/record/event-changes';
import { formatInstant } from '@/lib/time/instant';

/** What happened, newest first: each as a sentence with its moment, what it changed, and where that can be seen. */
export function ChangeList({ lines }: { lines: ChangeLine[] }) {
  return (
    <ol className="history">
      {lines.map(({ id, at, sentence, changes, href }) => (
        <li key={id}>
          {sentence}
          <p className="when">
            <time dateTime={at}>{formatInstant(at)}</time>
            {href && (
              <a href={href}>
                See it<span className="unseen">: {sentence}</span>
              </a>
            )}
          </p>
          {changes.length > 0 && <Changes changes={changes} />}
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes }: { changes: EventChange[] }) {
  return (
    <details>
      <summary>{changes.length === 1 ? 'What changed' : `What changed: ${changes.length} things`}</summary>
      <dl>
        {changes.map(({ what, before, after }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <span className="side">Before</span> {before ?? <i>nothing</i>}
            </dd>
            <dd>
              <span className="side">Now</span> {after ?? <i>nothing</i>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
