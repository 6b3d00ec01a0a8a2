import { keptBackIn } from '@/lib/edition/frozen-figures';
import { hiddenNote } from '@/lib/row-words/hidden-legend';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { statusWords } from '@/lib/status/data-status';
import type { Block, Line } from './paper';
import { colourLines, coverLines, directionLine, figureLines, previousLines, small, targetLines } from './row-cells';

/** Every measure with its figures, as on the page; what the marks mean stands above it. */
export function measureTableBlocks(rows: ScorecardRow[], comparisonYear: string, title: string): Block[] {
  const hidden = hiddenNote(keptBackIn(rows));
  const marks =
    'An arrow up is better and one down is worse, whatever the number does. [p] provisional, [r] revised, [x] not available.';
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', manner: 'small', before: true, line: [{ text: [hidden, marks].filter(Boolean).join(' ') }] },
    {
      kind: 'table',
      caption: `${title}: figures, targets, colours and directions`,
      columns: [
        { head: 'No.', share: 5 },
        { head: 'Measure', share: 31 },
        { head: 'Latest', share: 15 },
        { head: comparisonYear, share: 10, align: 'right' },
        { head: 'Target', share: 15, align: 'right' },
        { head: 'Figure', share: 12, align: 'right' },
        { head: 'Against target', share: 14 },
        { head: 'Direction of travel', share: 18 },
      ],
      rows: rows.map((row) => [
        [[{ text: String(row.number), tone: 'soft' }]],
        titleLines(row),
        coverLines(row),
        previousLines(row, comparisonYear),
        targetLines(row),
        figureLines(row.current, row.current.marks, true),
        colourLines(row),
        [directionLine(row)],
      ]),
    },
  ];
}

/** The title; what is late or not due yet stands beneath it, since everything else is up to date. */
function titleLines(row: ScorecardRow): Line[] {
  const { status } = row.status;
  if (status === 'up_to_date') return [[{ text: row.title }]];
  const late: Line = [
    status === 'overdue' ? { ...small(statusWords[status]), sign: 'overdue' } : small(statusWords[status]),
  ];
  return [[{ text: row.title }], late];
}
