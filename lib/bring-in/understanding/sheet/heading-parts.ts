import type { Grid } from '@/lib/bring-in/understanding/cell/grid';
import { timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import type { Row } from '@/lib/workbook/workbook';
import { headingRole } from './heading-patterns';
import { type HeadingRows, headingText, isTime } from './heading-rows';

/** The words over each column, from the top; what is merged over several columns, or a period that reaches further, counts for each. */
export function headingParts(grid: Grid, { all }: HeadingRows): string[][] {
  const parts: string[][] = Array.from({ length: grid.width }, () => []);
  for (const row of all) {
    let carried = '';
    const merged = grid.merged.filter(({ top, left, right }) => top === row.number && right > left);
    for (let column = 0; column < grid.width; column += 1) {
      const own = headingText(row.cells[column]);
      const over = merged.find(({ left, right }) => left < column && column <= right);
      if (own !== '') carried = isTime(own) ? own : '';
      const text =
        own ||
        (over ? headingText(row.cells[over.left]) : merged.length === 0 && carries(all, row, column) ? carried : '');
      if (text !== '' && parts[column]?.at(-1) !== text) parts[column]?.push(text);
    }
  }
  return parts;
}

/** A year above months reaches over those after it, where their own headings have something that needs it. */
function carries(all: Row[], row: Row, column: number): boolean {
  const below = all
    .slice(all.indexOf(row) + 1)
    .map(({ cells }) => headingText(cells[column]))
    .find((text) => text !== '');
  if (below === undefined) return false;
  const { period, rest } = timeWords(below);
  if (period) return period.year === null;
  return ['target', 'reading', 'outturn', 'left_out', 'first_number', 'second_number'].includes(headingRole(rest).role);
}
