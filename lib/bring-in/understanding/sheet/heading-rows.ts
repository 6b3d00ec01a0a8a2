import { type Grid, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import type { Cell, Row } from '@/lib/workbook/workbook';
import { headingRole, type Role } from './heading-patterns';

/** The rows of a sheet that are its headings: the one that names the columns, with those above and below that add to it. */
export type HeadingRows = { main: Row; all: Row[] };

const fullDay = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;
const figureRoles: Role[] = ['target', 'reading', 'outturn', 'amber', 'first_number', 'second_number'];

/** As many rows as are looked at for headings. */
const deepest = 60;

/** What a cell says that could be a heading; a day may be the heading of a month. */
export function headingText(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.kind === 'day') return cell.value;
  if (cell.kind === 'number') return cell.value;
  return textOf(cell);
}

/** Whether a heading names a period or a year, and nothing beside it. */
export const isTime = (text: string): boolean => {
  const { period, year, rest } = timeWords(text);
  return (period !== null || year !== null) && rest === '';
};

const visible = (grid: Grid, row: Row) =>
  row.cells
    .map((cell, column) => ({ text: headingText(cell), kind: cell?.kind, column }))
    .filter(({ text, column }) => text !== '' && !grid.hiddenColumns.has(column));

/** How much a row looks like headings; a figure that is no period speaks against it. */
function score(grid: Grid, row: Row): number {
  let points = 0;
  let names = 0;
  let times = 0;
  for (const { text, kind } of visible(grid, row)) {
    if (text.length > 90) points -= 1;
    else if (isTime(text)) times += 1;
    else if (kind === 'number') points -= 2;
    else if (kind === 'text') {
      const { role, known } = headingRole(text);
      if (!known) continue;
      names += role === 'title' || role === 'code' ? 2 : 1;
    }
  }
  return names + times >= 2 && (names > 0 || times > 1) ? points + names + times : 0;
}

/** Finds the headings of a sheet, or those of the row that an answer names; null where no row looks like headings. */
export function headingRows(grid: Grid, answer: string | null): HeadingRows | null {
  const rows = grid.rows.filter(({ hidden }) => !hidden);
  const named = answer === null ? -1 : rows.findIndex(({ number }) => String(number) === answer);
  let best = named;
  let most = 1;
  for (const [index, row] of named >= 0 ? [] : rows.slice(0, deepest).entries()) {
    const points = score(grid, row);
    if (points > most) [best, most] = [index, points];
  }
  const main = rows[best];
  if (!main) return null;
  const above: Row[] = [];
  for (let index = best - 1; index >= Math.max(0, best - 2); index -= 1) {
    const row = rows[index] as Row;
    if (!addsAbove(grid, row, main)) break;
    above.unshift(row);
  }
  const below = rows[best + 1];
  const adds = below !== undefined && addsBelow(grid, below, main);
  return { main, all: [...above, main, ...(adds ? [below] : [])] };
}

const isName = (text: string): boolean => headingRole(text).known;

/** A row above adds to the headings where it names years, months or columns over them; a title does not. */
function addsAbove(grid: Grid, row: Row, main: Row): boolean {
  const cells = visible(grid, row);
  const first = visible(grid, main)[0]?.column ?? 0;
  if (cells.length === 0 || cells.some(({ text, kind }) => text.length > 60 || (kind === 'number' && !isTime(text))))
    return false;
  const adds = ({ text, kind, column }: (typeof cells)[number]): boolean => {
    const below = headingText(main.cells[column]);
    const isOver = grid.merged.some(({ top, left, right }) => top === row.number && left === column && right > left);
    if (below === '' || below === text || isOver) return true;
    return kind !== 'day' && !fullDay.test(text) && (isTime(text) || figureRoles.includes(headingRole(text).role));
  };
  if (!cells.every(adds) || !cells.some(({ text }) => isTime(text) || isName(text))) return false;
  return cells.length > 1 || (cells[0]?.column ?? 0) > first;
}

/** A row below adds to them where it names months or columns, and nothing that a measure has. */
function addsBelow(grid: Grid, row: Row, main: Row): boolean {
  const cells = visible(grid, row);
  const named = new Set(
    visible(grid, main)
      .filter(({ text }) => ['title', 'code'].includes(headingRole(text).role))
      .map(({ column }) => column),
  );
  const own = cells.filter(({ column, text }) => !named.has(column) || text !== headingText(main.cells[column]));
  return own.length > 0 && own.every(({ text, column }) => !named.has(column) && (isTime(text) || isName(text)));
}
