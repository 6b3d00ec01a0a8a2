import { columns } from '@/lib/bring-in/our-columns';
import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { cellName, type Grid, gridOf, placeOf, quoted, rowPlace, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { atOnce, type Steps } from '@/lib/bring-in/understanding/cell/steps';
import type { ColumnMeaning, RowMeaning, SheetMeaning } from '@/lib/bring-in/understanding-shape';
import { type Kind, kinds, type Wish } from '@/lib/bring-in/wish';
import { columnLetters, type Row, type Sheet } from '@/lib/workbook/workbook';
import { isForReading, kindCalled, ownColumn } from './our-headings';
import { ownText } from './our-words';

type OwnHeadings = { kind: Kind; row: Row };
type OwnColumn = { column: number; name: string | null; meaning: ColumnMeaning };

/** What tells each kind from the others where the name of the sheet does not. */
const telling: Record<Kind, string[]> = {
  service: ['name', 'publishes'],
  person: ['name', 'email'],
  measure: ['code', 'title', 'unit', 'better'],
  target: ['measure', 'from', 'shape'],
  outturn: ['measure', 'year', 'figure'],
  comparator: ['measure', 'name', 'from_day', 'until_day'],
  reading: ['measure', 'period'],
};

/** The part of the headings that are ours from which a sheet is one of ours; a council's own list of measures shares many with ours. */
const oursOf = (kind: Kind): number => (kind === 'measure' ? 0.8 : 0.6);

/** The headings of a sheet of our own workbook; null where it is a council's. */
export function ownHeadings(grid: Grid): OwnHeadings | null {
  const called = kindCalled(grid.name);
  for (const row of grid.rows.slice(0, 6))
    for (const kind of called ? [called] : kinds) {
      const texts = row.cells.map(textOf).filter((text) => text !== '' && !isForReading(text));
      const names = texts.flatMap((text) => ownColumn(kind, text)?.name ?? []);
      const [key] = telling[kind];
      const isNamed = called === kind && key !== undefined && names.includes(key);
      const isTold = telling[kind].every((name) => names.includes(name)) && names.length === texts.length;
      const isEnough = new Set(names).size > 1 || (isNamed && needsNoMore(kind, names));
      if ((isNamed || isTold) && names.length >= texts.length * oursOf(kind) && isEnough) return { kind, row };
    }
  return null;
}

/** Whether these columns are all that a new thing needs: a service is begun by its name alone. */
const needsNoMore = (kind: Kind, names: string[]): boolean =>
  columns[kind].every(({ name, needed }) => !needed || names.includes(name));

/** Reads a sheet of our own workbook in steps: its columns are ours, and nothing about it is asked. */
export function* readOwnSheet(
  sheet: Sheet,
  { kind, row: headings }: OwnHeadings,
  asking: Asking,
): Steps<{ meaning: SheetMeaning; wishes: Wish[] }> {
  const grid = gridOf(sheet);
  const found = headings.cells.flatMap((cell, column) =>
    textOf(cell) === '' ? [] : [ownMeaning(grid, kind, textOf(cell), column, asking)],
  );
  for (const { column, name, meaning } of found)
    if (name === null)
      asking.leaveOut(
        placeOf(grid.name, headings.number, column),
        `the column ${quoted(meaning.heading)}: ${meaning.meaning.replace(/^Left out: /, '')}`,
      );
  const taken = found.filter((each): each is OwnColumn & { name: string } => each.name !== null);
  const covered = new Set(found.map(({ column }) => column));
  const wishes: Wish[] = [];
  const rows: RowMeaning[] = [];
  const meant = (row: Row): RowMeaning => {
    const why = whyNot(grid, row, headings, taken, kind, asking);
    if (row === headings) return { number: row.number, use: 'heading' };
    if (why !== null) {
      asking.leaveOut(rowPlace(grid.name, row.number), why);
      return { number: row.number, use: 'left_out', why };
    }
    for (const [column, cell] of row.cells.entries())
      if (!covered.has(column) && textOf(cell) !== '')
        asking.leaveOut(placeOf(grid.name, row.number, column), 'a cell under no heading');
    wishes.push(wishOf(grid, row, taken, kind));
    return { number: row.number, use: 'data' };
  };
  for (const row of grid.rows) {
    rows.push(meant(row));
    if (rows.length % atOnce === 0) yield;
  }
  return {
    meaning: {
      name: grid.name,
      used: true,
      frame: [],
      columns: found.map(({ meaning }) => meaning),
      rows,
      measures: [],
    },
    wishes,
  };
}

function ownMeaning(grid: Grid, kind: Kind, heading: string, column: number, { answers }: Asking): OwnColumn {
  const key = `column:${kind} ${heading.toLowerCase()}`.slice(0, 140);
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  const hidden = grid.hiddenColumns.has(column);
  const own = ownColumn(kind, answer ?? heading) ?? (answer === undefined ? null : undefined);
  const name = answer === 'left_out' || (hidden && answer === undefined) ? null : (own?.name ?? null);
  const why = whyNoColumn(heading, { answer, hidden });
  const choices = [
    ...columns[kind].map((each) => ({ value: each.name, label: each.heading })),
    { value: 'left_out', label: 'Left out' },
  ];
  const meaning = name === null ? `Left out: ${why}` : (own?.heading ?? name);
  return {
    column,
    name,
    meaning: { key, letters: columnLetters(column), heading, role: name ?? 'left_out', meaning, choices },
  };
}

function whyNoColumn(heading: string, { answer, hidden }: { answer: string | undefined; hidden: boolean }): string {
  if (answer === 'left_out') return 'left out as you chose';
  if (isForReading(heading)) return 'it only goes out';
  return hidden ? 'a hidden column' : 'none of our columns is called so';
}

/** Why a row of a sheet of ours is left out, or null. */
function whyNot(
  grid: Grid,
  row: Row,
  headings: Row,
  taken: (OwnColumn & { name: string })[],
  kind: Kind,
  { answers }: Asking,
): string | null {
  const answer = answers[`row:${cellName(rowPlace(grid.name, row.number))}`];
  if (answer === 'data') return null;
  if (answer === 'left_out') return 'left out as you chose';
  if (row.hidden) return 'a hidden row';
  if (row.number < headings.number) return 'a title';
  const texts = taken
    .map(({ column, name }) => ({ text: textOf(row.cells[column]), name }))
    .filter(({ text }) => text !== '');
  if (texts.length === 0) return 'a row with nothing under our headings';
  const explained = texts.filter(({ text, name }) =>
    columns[kind].some((each) => each.name === name && each.gloss === text),
  );
  return explained.length > 1 ? 'an explanation of the columns' : null;
}

function wishOf(grid: Grid, row: Row, taken: (OwnColumn & { name: string })[], kind: Kind): Wish {
  const fields: Record<string, string> = {};
  const places: Wish['places'] = {};
  for (const { column, name } of taken) {
    fields[name] = ownText(name, row.cells[column]);
    places[name] = placeOf(grid.name, row.number, column);
  }
  if (kind === 'target' && /^exactly$/i.test(fields.shape ?? ''))
    Object.assign(fields, { shape: 'between', green_to: fields.green_from ?? '' });
  const first = taken.find(({ column }) => textOf(row.cells[column]) !== '');
  return { kind, fields, places, place: placeOf(grid.name, row.number, first?.column ?? 0) };
}
