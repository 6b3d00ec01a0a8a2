import type { Cell, Row, Sheet, Workbook } from '@/lib/workbook/workbook';
import { alignedTable, type CutLine, tabbedTable } from './pasted-table';
import { type ReportRow, reportRow, withCount } from './report-row';

/** A text as a workbook, and each of its lines with whether it was read; rows bear the numbers of their lines. */
export type ReportRead = { workbook: Workbook; lines: { number: number; text: string; read: boolean }[] };

/** As many characters and lines as one text may have. */
const mostCharacters = 2_000_000;
const mostLines = 20_000;

/** As long as a line above the first measure may be to count as a title. */
const longestTitle = 120;

/**
 * Reads a report as text, or a table that is pasted, as the sheet of a workbook. Nothing is guessed: figures whose columns have no
 * heading are called Figure 1, 2, 3, to be asked about, and a line that is not read says so. In linear time; never throws.
 */
export function readReport(text: string): ReportRead {
  const lines = text
    .slice(0, mostCharacters)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n|\f/)
    .slice(0, mostLines);
  const cut = tabbedTable(lines) ?? alignedTable(lines);
  if (cut) return ofTable(cut);
  return ofReport(lines);
}

function ofTable(cut: CutLine[]): ReportRead {
  const rows = cut
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ number, cells }) => rowOf(number, cells));
  return {
    workbook: workbookOf('Pasted table', rows),
    lines: cut.map(({ number, text }) => ({ number, text, read: text.trim() !== '' })),
  };
}

type Found = { row: ReportRow; number: number; comments: string[]; action: string[]; lines: number[] };

function ofReport(lines: string[]): ReportRead {
  const found = withComments(lines);
  const count = usualCount(found.map(({ row }) => row));
  const taken = found.flatMap((each) => {
    const row = withCount(each.row, count);
    return row ? [{ ...each, row }] : [];
  });
  const first = taken[0]?.number ?? 0;
  const titles = lines.slice(0, Math.max(0, first - 1)).flatMap((text, index) => {
    const isTitle =
      text.trim() !== '' &&
      text.trim().length <= longestTitle &&
      !/\t|comments:|actions:/i.test(text) &&
      /\p{L}{3}/u.test(text);
    return isTitle ? [{ number: index + 1, text: text.trim() }] : [];
  });
  const above = titles.filter(({ number }) => number < first - 1);
  const headings = rowOf(Math.max(0, first - 1), headingsOf(count));
  const rows = [
    ...above.map(({ number, text }) => rowOf(number, [text])),
    headings,
    ...taken.map((each) => rowOf(each.number, cellsOf(each))),
  ];
  const read = new Set([...above.map(({ number }) => number), ...taken.flatMap((each) => each.lines)]);
  return {
    workbook: workbookOf('Report', taken.length === 0 ? [] : rows),
    lines: lines.map((text, index) => ({ number: index + 1, text, read: read.has(index + 1) })),
  };
}

/** The lines that are measures, each with the comments and actions in the lines directly below it. */
function withComments(lines: string[]): Found[] {
  const found: Found[] = [];
  let open: Found | null = null;
  for (const [index, text] of lines.entries()) {
    const number = index + 1;
    if (text.trim() === '') continue;
    const row = reportRow(text);
    const [, comments = '', action = ''] = text.match(/^\s*comments:(.*?)(?:actions:(.*))?$/is) ?? [];
    const [, alone = ''] = text.match(/^\s*actions:(.*)$/is) ?? [];
    if (row) {
      open = { row, number, comments: [], action: [], lines: [number] };
      found.push(open);
    } else if (open && (comments || action || alone) && !/\d{4}\s+(?:monthly|quarterly|annual)/i.test(text)) {
      open.comments.push(...[comments].filter(Boolean).map(tidy));
      open.action.push(...[action, alone].filter(Boolean).map(tidy));
      open.lines.push(number);
    } else open = null;
  }
  return found;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How many figures most of the measures have; a digit after % may be no figure. */
function usualCount(rows: ReportRow[]): number {
  const counts = new Map<number, number>();
  for (const { figures, unit } of rows)
    if (unit !== '%') counts.set(figures.length, (counts.get(figures.length) ?? 0) + 1);
  if (counts.size === 0)
    for (const { figures } of rows) counts.set(figures.length, (counts.get(figures.length) ?? 0) + 1);
  return [...counts].sort(([, one], [, two]) => two - one)[0]?.[0] ?? 0;
}

const numbered = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

const headingsOf = (count: number): string[] => [
  'Number',
  'Measure',
  'Unit',
  ...numbered('Figure', count),
  'Period',
  'Frequency',
  'Comments',
  'Actions',
  'Signs',
  'Rest of the line',
];

const cellsOf = ({ row, comments, action }: Found): string[] => [
  row.number,
  row.title,
  row.unit,
  ...row.figures,
  row.period,
  row.frequency,
  comments.join('\n\n'),
  action.join('\n\n'),
  row.signs.join(', '),
  row.rest,
];

const cell = (text: string): Cell | undefined => (text === '' ? undefined : { kind: 'text', value: text, text });

const rowOf = (number: number, cells: string[]): Row => ({ number, hidden: false, cells: cells.map(cell) });

function workbookOf(name: string, rows: Row[]): Workbook {
  const sheet: Sheet = { name, hidden: false, rows, hiddenColumns: [], merged: [] };
  return { sheets: rows.length === 0 ? [] : [sheet], notices: [] };
}
