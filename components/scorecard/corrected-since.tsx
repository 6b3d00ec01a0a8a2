import type { PublishedRevision } from '@/db/queries/published/editions';
import { revisionWords } from '@/lib/reading/revision';
import { formatDate, londonDay } from '@/lib/time/period';

/** Beneath a row of an older edition: what a later one corrected of the very figure that it shows. */
export function CorrectedSince({ revisions }: { revisions: PublishedRevision[] }) {
  return revisions.map((one) => (
    <tr key={one.edition} role="row" className="since">
      <td role="cell" colSpan={2} />
      <td role="cell" colSpan={10}>
        <b>Corrected on {formatDate(londonDay(one.publishedAt))}:</b> was {one.was}, now {one.now}
        {one.reason && ` (${revisionWords[one.reason].told})`}
        {one.note && `, because: ${one.note}`}
      </td>
    </tr>
  ));
}
