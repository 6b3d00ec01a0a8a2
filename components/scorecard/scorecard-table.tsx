import type { PublishedRevision } from '@/db/queries/published/editions';
import { firstUses } from '@/lib/commentary/expand-terms';
import type { Term } from '@/lib/glossary/term';
import type { Order, ScorecardRow, View } from '@/lib/scorecard/scorecard-view';
import { firstTrendMonth } from '@/lib/scorecard/trend-months';
import { authorsWords } from './measure-fold';
import { MeasureRows } from './measure-rows';
import { SparklineKey } from './sparkline';
import { viewAddress } from './view-links';

/** The heads of the columns in their order, each with the order of rows that it stands for, where it stands for one. */
const heads = (comparisonYear: string, signals: boolean): [head: string, order?: Order][] => [
  ['No.', 'report'],
  ['Measure', 'title'],
  ['Covers'],
  [comparisonYear],
  ['Target'],
  ['Figure'],
  ['Against target', 'exceptions'],
  ['Direction of travel', 'direction'],
  ...(signals ? [['Signal or noise'] as [string]] : []),
  ['Trend'],
];

/** The names of the columns in their order. */
export const columns = (comparisonYear: string, signals = false): string[] =>
  heads(comparisonYear, signals).map(([head]) => head);

type Props = {
  scorecard: { head: { comparisonYear: string }; rows: ScorecardRow[]; all?: ScorecardRow[]; view?: View };
  caption: string;
  corrected?: PublishedRevision[];
  /** The words that are explained where they stand first. */
  terms?: Term[];
  /** Whether the heads of columns lead to the page's own view with the rows in another order. */
  sorts?: boolean;
  /** Whether what is behind each measure stands open. */
  isOpen?: boolean;
};

/** The measures of the view, a line each, with what is behind it in a fold. */
export function ScorecardTable({
  scorecard,
  caption,
  corrected = [],
  terms = [],
  sorts = false,
  isOpen = false,
}: Props) {
  const { view } = scorecard;
  const { comparisonYear } = scorecard.head;
  const explained = firstUses(
    scorecard.rows.map((row) => authorsWords(row).join('\n')),
    terms,
  );
  const signals = view?.signals === true;
  // A view of some of the measures shows the same months as the view of all.
  const firstMonth = firstTrendMonth(scorecard.all ?? scorecard.rows);
  return (
    <>
      <SparklineKey first={firstMonth} rows={scorecard.rows} />
      <table role="table" className={signals ? 'scorecard signals' : 'scorecard'}>
        <caption>{caption}</caption>
        <thead>
          <tr role="row">
            {heads(comparisonYear, signals).map(([head, order]) => (
              <th
                key={head}
                role="columnheader"
                scope="col"
                aria-sort={order && view?.order === order ? 'ascending' : undefined}
              >
                {order && view && sorts ? (
                  <a href={`${viewAddress('', { ...view, order }) || '?order=report'}#measures`}>{head}</a>
                ) : (
                  head
                )}
              </th>
            ))}
          </tr>
        </thead>
        {scorecard.rows.map((row, index) => (
          <MeasureRows
            key={row.code}
            row={row}
            comparisonYear={comparisonYear}
            firstMonth={firstMonth}
            signals={signals}
            isOpen={isOpen}
            corrected={corrected.filter(({ code }) => code === row.code)}
            terms={explained[index]}
          />
        ))}
      </table>
    </>
  );
}
