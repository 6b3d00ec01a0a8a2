import { stringify } from 'csv-stringify/sync';
import { misreadInCsv } from '@/lib/text/safe-cell';
import { plainDecimal } from '../cell-format/exact-number';
import { csvText } from './csv-cell';
import { breathe } from './workbook-limits';
import type { WrittenSheet } from './workbook-writing';

const rowsAtOnce = 1_000;

const csvField = (cell: string | number | null): string => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainDecimal(cell) : '';
  return csvText(cell ?? '');
};

/** Writes the rows of a sheet as a CSV file in UTF-8 with the mark by which a spreadsheet knows it; texts are never formulas. */
export async function writeCsv(rows: WrittenSheet['rows']): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const records = rows.slice(at, at + rowsAtOnce).map((row) => row.map(csvField));
    pieces.push(
      Buffer.from(stringify(records, { bom: at === 0, record_delimiter: 'windows', quoted_match: misreadInCsv })),
    );
    await breathe();
  }
  return new Uint8Array(Buffer.concat(pieces));
}
