import type { Grid } from './grid';
import { textOf } from './grid';

/** What stands before the decimals of figures that are text. */
export type DecimalSign = 'point' | 'comma';

const withPoint = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.\d+)?$/;
const withComma = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,\d+)?$/;

/** Digits as a plain decimal, read with this sign; null where they are none. */
export function plainNumber(digits: string, sign: DecimalSign): string | null {
  if (!(sign === 'point' ? withPoint : withComma).test(digits) || digits === '') return null;
  const plain = sign === 'point' ? digits.replace(/[, ]/g, '') : digits.replace(/[. ]/g, '').replace(',', '.');
  return plain.startsWith('.') ? `0${plain}` : plain;
}

const strip = (text: string): string => text.replace(/^[-−£(+\s]+|[\s%)*\]]+$|\s?[([]?[a-z][)\]]?$/gi, '');

/** What the figures of a sheet that are text say about their decimal sign, with the first that only a comma can explain. */
export type SignEvidence = { comma: { row: number; column: number; text: string }[]; strong: boolean; point: boolean };

/** Looks for figures that only one of the two signs can explain: 12,5 or 1.234,5 for a comma, 81.5 for a point. */
export function signEvidence(grid: Grid, rows: Grid['rows']): SignEvidence {
  const comma: SignEvidence['comma'] = [];
  let point = false;
  let strong = false;
  for (const { number, cells } of rows)
    cells.forEach((cell, column) => {
      if (cell?.kind !== 'text' || cell.text.length > 30 || grid.hiddenColumns.has(column)) return;
      const text = strip(textOf(cell));
      if (!/^[\d.,\s]+$/.test(text) || !/[.,]/.test(text)) return;
      if (plainNumber(text, 'point') === null && plainNumber(text, 'comma') !== null) {
        comma.push({ row: number, column, text: textOf(cell) });
        strong ||= /\.\d{3},/.test(text);
      } else if (plainNumber(text, 'comma') === null && plainNumber(text, 'point') !== null) point = true;
    });
  return { comma, strong: (strong || comma.length > 2) && !point, point };
}
