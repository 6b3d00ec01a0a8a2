/**
 * A cell as its file has it. `value` is exact: a number as a plain decimal, a day as 2018-06-30, a truth as yes or no, else the
 * text; `text` is how the file shows it.
 */
export type Cell = {
  kind: 'text' | 'number' | 'day' | 'truth' | 'error';
  value: string;
  text: string;
  /** A number that its file shows as a percentage: 0.875 beside 87.5%. */
  percent?: true;
  /** Worked out by its file; `value` is what it came to when the file was saved last. */
  formula?: true;
};

/** A row by its number in the sheet, from 1; `cells` stand at their columns from 0, with nothing where a cell is empty. */
export type Row = { number: number; hidden: boolean; cells: (Cell | undefined)[] };

/** Cells that are merged into one, whose content stands in the first; rows from 1, columns from 0, both ends included. */
export type Merged = { top: number; left: number; bottom: number; right: number };

/** A sheet with the rows that have anything in them, the top one first. */
export type Sheet = { name: string; hidden: boolean; rows: Row[]; hiddenColumns: number[]; merged: Merged[] };

/** A file of sheets, with what was met in it and not taken, a sentence each. */
export type Workbook = { sheets: Sheet[]; notices: string[] };

/** The letters of a column from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}
