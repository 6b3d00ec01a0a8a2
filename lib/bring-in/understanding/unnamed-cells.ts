import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { placeOf, rowPlace, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { atOnce, type Steps } from '@/lib/bring-in/understanding/cell/steps';
import type { Role } from '@/lib/bring-in/understanding/sheet/heading-patterns';
import type { SheetMeaning } from '@/lib/bring-in/understanding-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { columnLetters, type Sheet } from '@/lib/workbook/workbook';

/** Names every cell of a row of data that neither a wish nor a question nor a reason for leaving it out is about. */
export function* nameTheRest(sheets: Sheet[], meanings: SheetMeaning[], wishes: Wish[], asking: Asking): Steps<void> {
  const named = new Map<string, Set<string>>();
  const name = ({ sheet, row, column }: Wish['place']) => {
    const cells = named.get(sheet) ?? new Set();
    named.set(sheet, cells.add(`${column}${row}`));
  };
  const wished = new Map<string, Set<number>>();
  for (const { place } of wishes) wished.set(place.sheet, (wished.get(place.sheet) ?? new Set()).add(place.row));
  for (const [index, { place, places }] of wishes.entries()) {
    for (const each of [place, ...Object.values(places)]) name(each);
    if (index % atOnce === 0) yield;
  }
  for (const { places } of asking.questions()) for (const place of places) name(place);
  for (const { place } of asking.leftOut) name(place);
  for (const [index, sheet] of sheets.entries()) {
    const meaning = meanings[index];
    const known = { named: named.get(sheet.name) ?? new Set(), wished: wished.get(sheet.name) ?? new Set() };
    if (meaning?.used) yield* nameRows(sheet, meaning, known, asking);
  }
}

/** Roles whose cells may say the same in several rows of a measure: what differs is named where the rows are joined. */
const repeated: string[] = [
  'code',
  'title',
  'number',
  'service',
  'theme',
  'definition',
  'unit',
  'decimals',
  'better',
  'frequency',
  'owner',
  'owner_role',
  'source',
  'target',
  'outturn',
  'row_kind',
] satisfies Role[];

type Known = { named: Set<string>; wished: Set<number> };

function* nameRows(
  sheet: Sheet,
  { rows, columns }: SheetMeaning,
  { named, wished }: Known,
  { leaveOut }: Asking,
): Steps<void> {
  const data = new Set(rows.flatMap(({ number, use }) => (use === 'data' ? [number] : [])));
  const left = new Set(columns.flatMap(({ letters, role }) => (role === 'left_out' ? [letters] : [])));
  const again = new Set(columns.flatMap(({ letters, role }) => (repeated.includes(role) ? [letters] : [])));
  for (const [index, { number, cells }] of sheet.rows.entries()) {
    if (index % atOnce === 0) yield;
    if (!data.has(number) || named.has(String(number))) continue;
    const filled = [...cells.keys()].filter(
      (column) => textOf(cells[column]) !== '' && !left.has(columnLetters(column)),
    );
    const rest = filled.filter((column) => !named.has(`${columnLetters(column)}${number}`));
    if (rest.length === 0) continue;
    if (rest.length === filled.length) leaveOut(rowPlace(sheet.name, number), 'a row of which nothing is used');
    else
      for (const column of rest)
        if (!wished.has(number) || !again.has(columnLetters(column)))
          leaveOut(placeOf(sheet.name, number, column), 'it adds nothing to what is read elsewhere');
  }
}
