import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import type { EarlyPage } from '@/db/queries/release/early';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';

/** An announced edition for a reader on its list, under a plain warning that nobody else may know of it yet. */
export function EarlyEdition({ page, today }: { page: EarlyPage; today: string }) {
  const { service, number, dueAt, edition } = page;
  return (
    <>
      <header className="page-head">
        <p className="kicker">Before its release</p>
        <h1>
          {service}, edition {number}
        </h1>
      </header>
      <p className="told">
        <strong>This is not public until {formatInstant(dueAt)}.</strong> It is shown to you alone: do not pass it on,
        quote it or act on it before then. That you read it is kept in the history.
      </p>
      {'trouble' in edition ? (
        <p>As things stand this edition would not be released, so there is nothing to read. {edition.trouble}</p>
      ) : (
        <>
          {edition.head.note && <p className="notice">{edition.head.note}</p>}
          <ScorecardTable
            scorecard={scorecardAt(edition.head, edition.rows, today, { show: 'all', order: 'report' })}
            caption={`${service} as at ${formatDate(edition.head.asAt)}`}
          />
        </>
      )}
    </>
  );
}
