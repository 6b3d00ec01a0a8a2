import { textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { ColumnMeaning } from '@/lib/bring-in/understanding-shape';
import type { Colour } from '@/lib/target/colour';
import { columnLetters, type Row } from '@/lib/workbook/workbook';

/** The colours that a report prints beside a figure: of its performance, and of its direction of travel. */
export type PrintedSigns = { performance: Colour | null; travel: Colour | null };

const colourNames: Record<string, Colour> = {
  red: 'red',
  r: 'red',
  amber: 'amber',
  a: 'amber',
  yellow: 'amber',
  green: 'green',
  g: 'green',
};
const ofTravel = /\b(?:dot|direction|travel|trend|change|short|long)\b/i;

/** The colours in one cell: a word or a letter, or several with commas. */
const coloursIn = (text: string): Colour[] =>
  text.length > 60
    ? []
    : text
        .toLowerCase()
        .split(',')
        .flatMap((part) => colourNames[part.trim()] ?? []);

/** Reads the colours of a row. Of two without a heading of their own the first is the direction, as the founding report prints them. */
export function printedSigns(row: Row, columns: ColumnMeaning[]): PrintedSigns {
  const headings = new Map(columns.map(({ letters, heading }) => [letters, heading]));
  const signs: PrintedSigns = { performance: null, travel: null };
  for (const [column, cell] of row.cells.entries()) {
    const found = coloursIn(textOf(cell));
    const [first, second] = found;
    if (!first) continue;
    if (second) {
      signs.travel ??= first;
      signs.performance ??= second;
    } else if (ofTravel.test(headings.get(columnLetters(column)) ?? '')) signs.travel ??= first;
    else signs.performance ??= first;
  }
  return signs;
}
