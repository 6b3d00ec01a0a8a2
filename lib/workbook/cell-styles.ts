import { type NumberFormat, numberedFormats, numberFormat } from '../cell-format/number-format';
import { readXml } from './xml-events';

/** As many as a spreadsheet takes. */
const mostStyles = 65_490;

/** The number format of a cell by the number of its style; null for one that shows every number as it is. */
export type CellStyles = (style: number) => NumberFormat | null;

/** Numbers that a spreadsheet of another language keeps for its days. */
const dayNumbers = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The number formats that the styles of a workbook name. */
export async function readStyles(bytes: AsyncIterable<Uint8Array>): Promise<CellStyles> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let group = '';
  await readXml(bytes, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmts' || name === 'cellXfs') group = name;
      if (codes.size + styles.length > 2 * mostStyles) return;
      if (name === 'numFmt' && group === 'numFmts') codes.set(Number(numFmtId), formatCode ?? 'General');
      if (name === 'xf' && group === 'cellXfs') styles.push(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === group) group = '';
    },
  });
  const known = new Map<number, NumberFormat | null>();
  const formatOf = (id: number): NumberFormat | null => {
    const code = codes.get(id) ?? numberedFormats[id] ?? (dayNumbers(id) ? 'dd/mm/yyyy' : 'General');
    return /^(General|@)$/i.test(code) ? null : numberFormat(code);
  };
  return (style) => {
    const id = styles[style] ?? 0;
    const format = known.get(id);
    if (format !== undefined) return format;
    const read = formatOf(id);
    known.set(id, read);
    return read;
  };
}
