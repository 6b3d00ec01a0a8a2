import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { type Grid, gridOf, placeOf, quoted, rowPlace, textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { SheetMeaning } from '@/lib/bring-in/understanding-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { columnLetters, type Sheet } from '@/lib/workbook/workbook';

type Columns = { row: number; name: number; email: number };

const names = /^(?:name|full name|officer|owner|person|who|lead|staff name|data owner|responsible officer)s?$/i;
const addresses = /^(?:e-?mail|e-?mail address|address|work e-?mail)$/i;
const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text);

/** The columns of a sheet that lists people: a name, an address, and addresses below; null for any other sheet. */
export function peopleColumns(grid: Grid): Columns | null {
  for (const row of grid.rows.slice(0, 6)) {
    const texts = row.cells.map(textOf);
    const [name, email] = [
      texts.findIndex((text) => names.test(text)),
      texts.findIndex((text) => addresses.test(text)),
    ];
    const below = grid.rows.filter(({ number, cells }) => number > row.number && textOf(cells[email]) !== '');
    if (name < 0 || email < 0 || below.length === 0) continue;
    const found = below.filter(({ cells }) => isAddress(textOf(cells[email])));
    return found.length * 2 > below.length ? { row: row.number, name, email } : null;
  }
  return null;
}

/** Reads a sheet that lists people by their names and addresses; what else it says of them has no place. */
export function readPeopleSheet(
  sheet: Sheet,
  { row: heading, name, email }: Columns,
  { leaveOut }: Asking,
): { meaning: SheetMeaning; wishes: Wish[] } {
  const grid = gridOf(sheet);
  const wishes: Wish[] = [];
  const headings = grid.rows.find(({ number }) => number === heading)?.cells ?? [];
  const columns = headings.flatMap((cell, column) => {
    const role = column === name ? 'name' : column === email ? 'email' : 'left_out';
    const meaning = {
      name: 'Name of a person',
      email: 'The address by which they sign in',
      left_out: 'Left out: it has no place here',
    }[role];
    const letters = columnLetters(column);
    if (textOf(cell) === '') return [];
    if (role === 'left_out')
      leaveOut(placeOf(grid.name, heading, column), `the column ${quoted(textOf(cell))}: it has no place here`);
    return [{ key: '', letters, heading: textOf(cell), role, meaning, choices: [] }];
  });
  const rows = grid.rows.map(({ number, cells, hidden }) => {
    if (number === heading) return { number, use: 'heading' as const };
    const fields = { name: textOf(cells[name]), email: textOf(cells[email]) };
    const why =
      number < heading
        ? 'a title'
        : hidden
          ? 'a hidden row'
          : isAddress(fields.email)
            ? null
            : 'a row without an address';
    if (why !== null) {
      leaveOut(rowPlace(grid.name, number), why);
      return { number, use: 'left_out' as const, why };
    }
    const places = { name: placeOf(grid.name, number, name), email: placeOf(grid.name, number, email) };
    wishes.push({ kind: 'person', fields, places, place: places.name });
    return { number, use: 'data' as const };
  });
  return { meaning: { name: grid.name, used: true, frame: [], columns, rows, measures: [] }, wishes };
}
