import { momentOf, momentText } from '../cell-format/day-text';
import { exactNumber } from '../cell-format/exact-number';
import { numberText } from '../cell-format/number-text';
import type { CellStyles } from './cell-styles';
import type { Cell } from './workbook';

/** What the cells of a workbook share. */
export type CellContext = { strings: string[]; styles: CellStyles; from1904: boolean };

/** A cell as it stands in the file: its type, the number of its style, its value, a text of its own, whether it has a formula. */
export type WrittenCell = { type: string; style: number; value: string; inline: string; formula: boolean };

const textCell = (text: string): Cell | undefined => (text === '' ? undefined : { kind: 'text', value: text, text });

function momentCell(serial: number, written: WrittenCell, { styles, from1904 }: CellContext): Cell | undefined {
  const format = styles(written.style);
  const moment = format && momentOf(serial, from1904);
  const text = format && moment ? momentText(moment, format) : null;
  if (!format || !moment || text === null) return undefined;
  // A time alone is no day: it is the text that people read.
  if (format.shows === 'time') return textCell(text);
  return moment.day === null ? undefined : { kind: 'day', value: moment.day, text };
}

function numberCell(written: WrittenCell, context: CellContext): Cell | undefined {
  if (written.value.trim() === '') return undefined;
  const value = exactNumber(written.value);
  if (value === null) return { kind: 'error', value: written.value, text: written.value };
  const format = context.styles(written.style);
  if (format === null) return { kind: 'number', value, text: value };
  if (format.shows === 'day' || format.shows === 'time') {
    const moment = momentCell(Number(value), written, context);
    return moment ?? { kind: 'number', value, text: value };
  }
  const cell: Cell = { kind: 'number', value, text: numberText(value, format) };
  if (format.shows === 'percent') cell.percent = true;
  return cell;
}

/** A day that stands in the file as 2018-06-30 or 2018-06-30T00:00:00. */
function dayCell({ value }: WrittenCell): Cell | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0];
  return day ? { kind: 'day', value: day, text: value.replace(/T00:00:00(\.0+)?Z?$/, '') } : textCell(value);
}

function truthCell({ value }: WrittenCell): Cell | undefined {
  if (value === '') return undefined;
  const isTrue = value === '1' || value === 'true';
  return { kind: 'truth', value: isTrue ? 'yes' : 'no', text: isTrue ? 'TRUE' : 'FALSE' };
}

function contentOf(written: WrittenCell, context: CellContext): Cell | undefined {
  const { type, value, inline } = written;
  switch (type) {
    case 's':
      return textCell(context.strings[Number(value)] ?? '');
    case 'inlineStr':
      return textCell(inline);
    case 'str':
      return textCell(value);
    case 'b':
      return truthCell(written);
    case 'e':
      return value === '' ? undefined : { kind: 'error', value, text: value };
    case 'd':
      return dayCell(written);
    default:
      return numberCell(written, context);
  }
}

/** A cell of a sheet; undefined for one that is empty. */
export function sheetCell(written: WrittenCell, context: CellContext): Cell | undefined {
  const cell = contentOf(written, context);
  if (cell && written.formula) cell.formula = true;
  return cell;
}

/** Whether a cell has a formula whose value the file does not keep; one that comes to an empty text keeps that. */
export const isUnkept = ({ type, value, formula }: WrittenCell): boolean =>
  formula && value === '' && type !== 'str' && type !== 'inlineStr';
