import { columnLetters } from '@/lib/workbook/workbook';

/** What a row of somebody's sheet was understood as. */
export type RowUse = 'heading' | 'section' | 'data' | 'left_out';
/** How a cell stands: taken as it is, not certain, of no use as it is, or left out. */
export type CellStanding = 'plain' | 'question' | 'refused' | 'left_out';
/** How cells stand that do not stand as their row does: by sheet row and letters, "9 H". */
type Standings = ReadonlyMap<string, CellStanding>;

type SheetCell = {
  letters: string;
  text: string;
  standing: CellStanding;
  isNumber: boolean;
  /** How many columns it reaches across. */
  across: number;
};
type SheetRow = { number: number; use: RowUse; isHidden: boolean; cells: SheetCell[] };

/** A part of somebody's sheet, as it is shown beside what was understood. */
export type SheetView = {
  name: string;
  letters: { letters: string; isHidden: boolean }[];
  rows: SheetRow[];
  /** The numbers of its first and last row shown, and how many rows there are. */
  first: number;
  last: number;
  all: number;
  page: number;
  pages: number;
  /** Columns that have something in them and are not shown, as there are too many of them. */
  columnsBeyond: number;
};

/** How many rows are shown at once. */
export const rowsShown = 40;
/** How many columns are shown at all. */
export const columnsShown = 60;

/** The place of a cell among `Standings`. */
export const cellKey = (row: number, letters: string): string => `${row} ${letters}`;

type SourceRow = { number: number; use: RowUse; cells: string[]; hidden: boolean };
/** A sheet as it was read: rows in their order, as texts; of a long one not all of them. */
type SourceSheet = { name: string; rows: SourceRow[]; rowCount: number; hiddenColumns: string[] };

type Asking = { standings: Standings; page: number };

/** A page of a sheet, with what its rows were understood as and how its cells stand. */
export function sheetView(sheet: SourceSheet, { standings, page }: Asking): SheetView {
  const pages = Math.max(1, Math.ceil(sheet.rows.length / rowsShown));
  const here = Math.min(Math.max(1, page), pages);
  const rows = sheet.rows.slice((here - 1) * rowsShown, here * rowsShown);
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const shown = Math.min(width, columnsShown);
  const hidden = new Set(sheet.hiddenColumns);
  return {
    name: sheet.name,
    letters: Array.from({ length: shown }, (_, column) => columnLetters(column)).map((letters) => ({
      letters,
      isHidden: hidden.has(letters),
    })),
    rows: rows.map((row) => rowView(row, shown, standings)),
    first: rows[0]?.number ?? 0,
    last: rows.at(-1)?.number ?? 0,
    all: sheet.rowCount,
    page: here,
    pages,
    columnsBeyond: width - shown,
  };
}

function rowView(row: SourceRow, shown: number, standings: Standings): SheetRow {
  const cells: SheetCell[] = [];
  for (let column = 0; column < shown; ) {
    const across = reach(row, column, shown);
    const letters = columnLetters(column);
    const text = row.cells[column] ?? '';
    const usual = row.use === 'left_out' && text ? 'left_out' : 'plain';
    cells.push({
      letters,
      text,
      standing: standings.get(cellKey(row.number, letters)) ?? usual,
      isNumber: isFigure.test(text),
      across,
    });
    column += across;
  }
  return { number: row.number, use: row.use, isHidden: row.hidden, cells };
}

/** What stands at the right of its cell, as a figure does, with a mark behind it or not. */
const isFigure = /^[-+(£]*\d[\d,. ]*[%)]?( ?\(?[a-z]\)?)?$/i;

/** The words of a title, a section or a note reach as far as the cells beside them are empty, as they do in their own program. */
function reach({ use, cells }: SourceRow, column: number, shown: number): number {
  if (use === 'data' || !cells[column] || isFigure.test(cells[column])) return 1;
  let next = column + 1;
  while (next < shown && !cells[next]) next += 1;
  return next - column;
}
