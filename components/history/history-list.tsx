import type { HistoryLine } from '@/db/queries/history/reading-history';
import { formatInstant } from '@/lib/time/instant';

const most = 200;

/** What happened, newest first, each as a sentence with its moment; a long history is cut where it says so. */
export function HistoryList({ lines }: { lines: HistoryLine[] }) {
  if (lines.length === 0) return <p>Nothing has happened here yet.</p>;
  return (
    <>
      <ol className="history">
        {lines.slice(0, most).map(({ id, at, sentence }) => (
          <li key={id}>
            {sentence} <time dateTime={at}>{formatInstant(at)}</time>
          </li>
        ))}
      </ol>
      {lines.length > most && <p>Only the latest {most} are shown here.</p>}
    </>
  );
}
