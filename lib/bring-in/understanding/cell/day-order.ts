import { addDays } from '@/lib/time/day';
import { parseDay } from '@/lib/time/day-entry';
import type { Cell } from '@/lib/workbook/workbook';
import type { Asking } from './asked-and-remembered';
import { placeOf, quoted, textOf } from './grid';

/** The order of the numbers of a date, and the days from which serial numbers count. */
export type DayReading = { order: 'day' | 'month' | null; serials: '1900' | '1904' | null };

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const serial = /^(?:3[3-9]|4\d|5[0-4])\d{3}$/;

type At = { cell: Cell; row: number; column: number };

/** How the dates of some columns are written, asked where they do not show it: 03/04/2018 has two meanings, 43191 may be a day. */
export function dayReading(sheet: string, cells: At[], { ask }: Pick<Asking, 'ask'>): DayReading {
  const texts = cells.filter(({ cell }) => cell.kind === 'text' && slashed.test(textOf(cell)));
  const numbers = texts.map(({ cell }) => textOf(cell).match(slashed) ?? []);
  const [dayFirst, monthFirst] = [
    numbers.some(([, one]) => Number(one) > 12),
    numbers.some(([, , two]) => Number(two) > 12),
  ];
  const example = textOf(texts[0]?.cell);
  const order =
    texts.length === 0 || (dayFirst && !monthFirst)
      ? 'day'
      : ask(
          {
            id: 'dates',
            sentence: `${quoted(example)}: does the day or the month come first?`,
            gloss: monthFirst
              ? dayFirst
                ? 'Some dates can be read only with the day first, others only with the month first.'
                : 'Some dates can be read only with the month first.'
              : 'Every date can be read both ways.',
            choices: [
              { value: 'day', label: 'the day, as in Britain' },
              { value: 'month', label: 'the month, as in America' },
            ],
          },
          texts.map(({ row, column }) => placeOf(sheet, row, column)),
        );
  const serials = cells.filter(({ cell }) => cell.kind !== 'day' && serial.test(cell.value.trim()));
  const from =
    serials.length === 0
      ? null
      : ask(
          {
            id: 'serials',
            sentence: `${quoted(textOf(serials[0]?.cell))}: is this number a day?`,
            gloss:
              'Spreadsheets keep days as numbers; what each number means depends on the day from which they count.',
            choices: [
              { value: '1900', label: `yes, ${serialDay(serials[0]?.cell.value ?? '0', '1900')}` },
              { value: '1904', label: `yes, ${serialDay(serials[0]?.cell.value ?? '0', '1904')}` },
              { value: 'no', label: 'no, leave it out' },
            ],
          },
          serials.map(({ row, column }) => placeOf(sheet, row, column)),
        );
  return {
    order: order === 'day' || order === 'month' ? order : null,
    serials: from === '1900' || from === '1904' ? from : null,
  };
}

/** Source: ECMA-376 part 1, 18.17.4.1: serial numbers count from 30 December 1899 (after February 1900), or from 1904. */
const serialDay = (number: string, from: '1900' | '1904'): string =>
  addDays(from === '1900' ? '1899-12-30' : '1904-01-01', Math.trunc(Number(number)));

/** The day of a cell; null where it is none, or where its question is open; `open` says which. */
export function dayIn(cell: Cell | undefined, { order, serials }: DayReading): { day: string } | { open: boolean } {
  const text = textOf(cell);
  if (!cell || text === '') return { open: false };
  if (cell.kind === 'day') return { day: cell.value.slice(0, 10) };
  if (serial.test(cell.value.trim())) return serials ? { day: serialDay(cell.value.trim(), serials) } : { open: true };
  const match = text.match(slashed);
  const [, one = '', two = '', year = ''] = match ?? [];
  if (match && order === null) return { open: true };
  const full = year.length === 2 ? `20${year}` : year;
  const read = parseDay(match ? (order === 'month' ? `${two}/${one}/${full}` : `${one}/${two}/${full}`) : text);
  return 'day' in read ? read : { open: false };
}
