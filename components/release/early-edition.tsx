import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import { ListPages } from '@/components/text/list-pages';
import type { EarlyPage } from '@/db/queries/release/early';
import { entriesOn, pageOfList } from '@/lib/form/page-of-list';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';

type Props = {
  page: EarlyPage;
  today: string;
  /** Which page of its measures is shown, and the address of the first. */
  listPage: number;
  address: string;
};

/** An announced edition for a reader on its list, under a plain warning that nobody else may know of it yet. */
export function EarlyEdition({ page, today, listPage, address }: Props) {
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
          <EarlyRows edition={edition} service={service} today={today} listPage={listPage} address={address} />
        </>
      )}
    </>
  );
}

type RowsProps = Omit<Props, 'page'> & { edition: Exclude<EarlyPage['edition'], { trouble: string }>; service: string };

function EarlyRows({ edition, service, today, listPage, address }: RowsProps) {
  const card = scorecardAt(edition.head, edition.rows, today, { show: 'all', order: 'report' });
  const rows = entriesOn(card.rows, listPage);
  return (
    <>
      {rows.length > 0 && (
        <ScorecardTable scorecard={{ ...card, rows }} caption={`${service} as at ${formatDate(edition.head.asAt)}`} />
      )}
      <ListPages place={pageOfList(card.rows.length, listPage)} address={address} list="the measures" />
    </>
  );
}
