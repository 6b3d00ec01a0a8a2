import type { Cell, Merged, Sheet, Workbook } from '@/lib/workbook/workbook';

/** A cell as a test writes it: a text, a number, a cell of its own, or nothing. */
export type Written = string | number | Cell | null;

type Options = { hidden?: boolean; hiddenRows?: number[]; hiddenColumns?: number[]; merged?: Merged[] };

/** A number that its file shows as a percentage. */
export const percent = (value: string, text: string): Cell => ({ kind: 'number', value, text, percent: true });

/** A day of a file. */
export const day = (value: string, text = value): Cell => ({ kind: 'day', value, text });

/** A number that a formula came to. */
export const formula = (value: number): Cell => ({
  kind: 'number',
  value: String(value),
  text: String(value),
  formula: true,
});

function cellOf(written: Written): Cell | undefined {
  if (written === null || written === '') return undefined;
  if (typeof written === 'string') return { kind: 'text', value: written, text: written };
  if (typeof written === 'number') return { kind: 'number', value: String(written), text: String(written) };
  return written;
}

/** A sheet of rows that are written one below the other, from row 1. */
export function sheetOf(name: string, rows: Written[][], options: Options = {}): Sheet {
  const { hidden = false, hiddenRows = [], hiddenColumns = [], merged = [] } = options;
  const numbered = rows.map((cells, index) => ({
    number: index + 1,
    hidden: hiddenRows.includes(index + 1),
    cells: cells.map(cellOf),
  }));
  return {
    name,
    hidden,
    hiddenColumns,
    merged,
    rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== undefined)),
  };
}

/** A file of such sheets. */
export const workbookOf = (...sheets: Sheet[]): Workbook => ({ sheets, notices: [] });
