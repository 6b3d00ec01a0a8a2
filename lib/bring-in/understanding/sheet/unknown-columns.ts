import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { type Grid, placeOf, quoted, textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { SheetColumn } from './columns-of-sheet';
import { type Role, roleIn, roleWords } from './heading-patterns';

const offered: Role[] = ['reading', 'target', 'outturn', 'first_number', 'second_number', 'number', 'left_out'];
const figureRoles: Role[] = ['reading', 'target', 'outturn'];

/**
 * Asks what columns of figures are whose headings say nothing, where no other column of the sheet has figures that are understood; a
 * single such column beside others is left out by its name.
 */
export function askAboutColumns(
  columns: SheetColumn[],
  { grid, headingRow }: { grid: Grid; headingRow: number },
  asking: Asking,
): SheetColumn[] {
  const isAnswered = ({ key }: SheetColumn) => Object.hasOwn(asking.answers, key);
  if (columns.some((each) => !isAnswered(each) && !each.hidden && figureRoles.includes(each.role))) return columns;
  const body = grid.rows.filter(({ number }) => number > headingRow);
  return columns.map((each) => {
    const isOpen = !each.known && !each.hidden && each.role === 'left_out';
    if (!isOpen && !isAnswered(each)) return each;
    if (isOpen && !isMostlyFigures(body.map(({ cells }) => textOf(cells[each.column])))) return each;
    const answer = asking.ask(
      {
        id: each.key,
        sentence: `What is the column ${quoted(each.heading || each.letters)}?`,
        gloss: 'It has figures, and no heading of the sheet says which they are.',
        choices: offered.map((value) => ({ value, label: roleWords[value] })),
      },
      [placeOf(grid.name, headingRow, each.column)],
    );
    const role = roleIn(answer ?? undefined);
    return role ? { ...each, role, known: true, why: role === 'left_out' ? 'left out as you chose' : null } : each;
  });
}

function isMostlyFigures(texts: string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.filter((text) => /^[-(£]?\d/.test(text)).length > filled.length / 2;
}
