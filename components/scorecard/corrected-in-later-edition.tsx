import type { PublishedRevision } from '@/db/queries/published/editions';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { formatDate, londonDay } from '@/lib/time/period';

/** Beneath a row of an older edition: what a later one corrected of the very figure that it shows. */
export function CorrectedSince({ revisions, signals }: { revisions: PublishedRevision[]; signals: boolean }) {
  return revisions.map((revision) => (
    <tr key={revision.edition} role="row" className="since">
      <td role="cell" colSpan={signals ? 10 : 9}>
        <b>Corrected on {formatDate(londonDay(revision.publishedAt))}:</b> was {revision.was}, now {revision.now}
        {revision.reason && ` (${revisionWords[revision.reason].publicName})`}
        {revision.note && `, because: ${revision.note}`}
      </td>
    </tr>
  ));
}
