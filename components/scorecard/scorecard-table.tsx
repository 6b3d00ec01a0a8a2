import type { PublishedRevision } from '@/db/queries/published/editions';
import { firstUses } from '@/lib/commentary/expand-terms';
import type { ScorecardRow } from '@/lib/edition/scorecard';
import type { Term } from '@/lib/glossary/term';
import { authorsWords } from './commentary';
import { MeasureRows } from './measure-rows';

/** The founding columns in their order; narrow.css repeats the heads from the third on as labels of the narrow cards. */
export const columns = (comparisonYear: string, signals = false) => [
  'No.',
  'Measure',
  'Unit',
  comparisonYear,
  'Current target',
  'Current performance',
  'Last available result',
  'Frequency',
  'Direction of travel',
  'Performance against target',
  ...(signals ? ['Signal or noise'] : []),
  'Data status',
  'Trend',
];

type Props = {
  scorecard: { head: { comparisonYear: string }; rows: ScorecardRow[]; view?: { signals?: boolean } };
  caption: string;
  corrected?: PublishedRevision[];
  /** The words that are explained where they stand first. */
  terms?: Term[];
};

/** The measures of the view, each with its figures and its words. */
export function ScorecardTable({ scorecard, caption, corrected = [], terms = [] }: Props) {
  const { comparisonYear } = scorecard.head;
  const explained = firstUses(
    scorecard.rows.map((row) => authorsWords(row).join('\n')),
    terms,
  );
  const signals = scorecard.view?.signals === true;
  return (
    <table role="table" className={signals ? 'scorecard signals' : 'scorecard'}>
      <caption>{caption}</caption>
      <thead>
        <tr role="row">
          {columns(comparisonYear, signals).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {scorecard.rows.map((row, index) => (
        <MeasureRows
          key={row.code}
          row={row}
          comparisonYear={comparisonYear}
          signals={signals}
          corrected={corrected.filter(({ code }) => code === row.code)}
          terms={explained[index]}
        />
      ))}
    </table>
  );
}
