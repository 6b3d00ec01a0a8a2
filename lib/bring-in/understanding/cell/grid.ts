import type { Place } from '@/lib/bring-in/wish';
import { type Cell, columnLetters, type Row, type Sheet } from '@/lib/workbook/workbook';

/** A sheet as it is understood: its rows, with cells that are merged downwards repeated in each of their rows. */
export type Grid = {
  name: string;
  hidden: boolean;
  rows: Row[];
  hiddenColumns: Set<number>;
  width: number;
  merged: Sheet['merged'];
};

/** As many rows as one merged cell speaks for. */
const mostRepeated = 200;

/** The rows of a sheet that have anything in them. */
export function gridOf(sheet: Sheet): Grid {
  const downwards = sheet.merged.filter(({ left, right, top, bottom }) => left === right && bottom > top);
  const repeated = downwards.length === 0 ? sheet.rows : repeatedRows(sheet.rows, downwards);
  const rows = repeated.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const { name, hidden, merged } = sheet;
  return { name, hidden, rows, hiddenColumns: new Set(sheet.hiddenColumns), width, merged };
}

function repeatedRows(rows: Row[], merged: Sheet['merged']): Row[] {
  const byNumber = new Map(rows.map((row) => [row.number, { ...row, cells: [...row.cells] }]));
  for (const { top, bottom, left } of merged) {
    const cell = byNumber.get(top)?.cells[left];
    for (let number = top + 1; number <= Math.min(bottom, top + mostRepeated); number += 1) {
      const row = byNumber.get(number);
      if (row && cell && row.cells[left] === undefined) row.cells[left] = cell;
    }
  }
  return [...byNumber.values()];
}

/** Blanks that a text is shown without: at its ends, several together, or other than a space. */
const oddBlanks = /^\s|\s$|\s\s|[^\S ]/u;

/** What a cell shows, without blanks around it; '' for an empty one. */
export function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  const text = cell.text || cell.value;
  return oddBlanks.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** A cell's whole text with its line breaks, for words that people write. */
export const proseOf = (cell: Cell | undefined): string => (cell ? (cell.text || cell.value).trim() : '');

/** Where a cell of a sheet stands. */
export const placeOf = (sheet: string, row: number, column: number): Place => ({
  sheet,
  row,
  column: columnLetters(column),
});

/** Where a row of a sheet stands. */
export const rowPlace = (sheet: string, row: number): Place => ({ sheet, row, column: '' });

/** A cell by its name, for a key: Scorecard!H7. */
export const cellName = ({ sheet, row, column }: Place): string => `${sheet}!${column}${row}`;

/** What is quoted of a text in a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** The words of a heading or a cell by which an answer is found again. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£#<>*./+-]+/gu, ' ')
    .trim()
    .slice(0, 120);
