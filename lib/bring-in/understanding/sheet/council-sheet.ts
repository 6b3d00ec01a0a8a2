import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { legendOf, withColours } from '@/lib/bring-in/understanding/cell/cell-meaning';
import { dayReading } from '@/lib/bring-in/understanding/cell/day-order';
import { type Grid, gridOf, placeOf, quoted, rowPlace, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { periodOf } from '@/lib/bring-in/understanding/cell/period-words';
import type { Steps } from '@/lib/bring-in/understanding/cell/steps';
import { unitInTitle } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { Context, Meaning, SheetMeaning } from '@/lib/bring-in/understanding-shape';
import type { Sheet } from '@/lib/workbook/workbook';
import { columnMeanings } from './column-sentences';
import { type SheetColumn, sheetColumns } from './columns-of-sheet';
import { type HeadingRows, headingRows } from './heading-rows';
import type { Explicit, MeasureRead } from './row-read';
import { readRow } from './row-reader';
import { rowUses, type UsedRow, type UsedSection } from './row-uses';
import { columnsByRole, type SheetFrame } from './sheet-frame';
import { decimalSign, formulas, madeOfTitles, unitMeaning } from './sheet-notes';
import { sectionsOf, serviceFinder, themeFinder } from './sheet-service';
import { periodOfColumns, settledYears, sheetTime, yearOfColumns } from './sheet-time';
import { askAboutColumns } from './unknown-columns';

/** A row may have a figure in each of hundreds of columns. */
const rowsAtOnce = 20;

export type SheetRead = { meaning: SheetMeaning; measures: MeasureRead[] };

/** Reads a sheet that a council keeps in a way of its own, in steps. */
export function* readCouncilSheet(
  sheet: Sheet,
  context: Context,
  codes: ReadonlySet<string>,
  asking: Asking,
): Steps<SheetRead> {
  const grid = gridOf(sheet);
  const headings = headingRows(grid, asking.answers[`heading:${grid.name}!`] ?? null);
  if (!headings) return withoutHeadings(grid, asking);
  const titles = titlesAbove(grid, headings);
  const time = sheetTime(grid.name, titles);
  const asOf = { answers: asking.answers, today: context.today };
  const headingRow = headings.main.number;
  const found = sheetColumns(grid, headings, time, asOf);
  const dated = settledYears(found, { name: grid.name, headingRow }, asking);
  const known = askAboutColumns(dated, { grid, headingRow }, asking);
  if (!known.some(({ role }) => role === 'title' || role === 'code')) return withoutMeasures(grid, asking);
  const year = yearOfColumns({ name: grid.name, columns: known, headingRow, time }, context, asking);
  const columns = known.map((each) =>
    each.word && !each.period && !each.unsettled ? { ...each, period: periodOf(each.word, each.year ?? year) } : each,
  );
  yield;
  const rows = rowUses({ grid, headings, columns }, asking.answers);
  yield;
  const data = rows.filter(({ meaning }) => meaning.use === 'data');
  const sections = sectionsOf(grid.name, sectionsIn(rows), context, asking);
  const lines = titleLines(grid, headings);
  const service = serviceFinder({ name: grid.name, titles: lines, headingRow }, sections, context, asking);
  const sign = decimalSign(grid, data, asking);
  const unit = /£|\(%\)|figures (?:are|in)/i.test(titles.join(' ')) ? unitInTitle(titles.join(' ')) : null;
  const left = rows.filter(({ meaning }) => meaning.use === 'left_out');
  const notes = left.flatMap(({ row }) => row.cells.map(textOf).filter((text) => text !== ''));
  const frame: SheetFrame = {
    name: grid.name,
    columns: columns.filter(({ role }) => role !== 'left_out'),
    byRole: columnsByRole(columns),
    reading: { asking, sign: sign.sign, legend: withColours(legendOf(notes), figureTexts(columns, data)) },
    days: dayReading(grid.name, datedCells(columns, data), asking),
    context,
    codes,
    year,
    period: periodOfColumns({ name: grid.name, columns, headingRow, time }, context, asking),
    unit,
    serviceIn: service.serviceIn,
    servicesAbove: servicesAbove(
      grid.name,
      data,
      columns.find(({ role }) => role === 'service'),
    ),
    themeIn: themeFinder(grid.name, sections),
  };
  const measures: MeasureRead[] = [];
  for (const [index, row] of data.entries()) {
    const measure = readRow(frame, row);
    if (measure) measures.push(measure);
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  for (const { row, meaning } of left) asking.leaveOut(rowPlace(grid.name, row.number), meaning.why ?? 'left out');
  for (const each of columns)
    if (each.role === 'left_out')
      asking.leaveOut(
        placeOf(grid.name, headingRow, each.column),
        `the column ${quoted(each.heading)}: ${each.why ?? 'left out'}`,
      );
  const shared = [
    sections.meaning,
    service.meaning(),
    sign.meaning,
    unitMeaning(unit, titles),
    formulas(grid),
    ...madeOfTitles(measures, codes),
  ];
  return {
    meaning: {
      name: grid.name,
      used: true,
      frame: shared.filter((each): each is Meaning => each !== null),
      columns: columnMeanings(columns, frame, data),
      rows: rows.map(({ meaning }) => meaning),
      measures: [],
    },
    measures,
  };
}

const titlesAbove = (grid: Grid, { all }: HeadingRows): string[] =>
  grid.rows
    .filter(({ number, hidden }) => !hidden && number < (all[0]?.number ?? 0))
    .flatMap(({ cells }) => cells.map(textOf).filter((text) => text !== ''));

/** The titles that have a row to themselves, or share it with the day on which the sheet was made. */
const titleLines = (grid: Grid, { all }: HeadingRows): string[] =>
  grid.rows
    .filter(({ number, hidden }) => !hidden && number < (all[0]?.number ?? 0))
    .map(({ cells }) => [...new Set(cells.map(textOf).filter((text) => text !== ''))])
    .flatMap((texts) => (texts.length < 3 ? texts : []));

/** The service that a column names once for the rows below it, by the rows whose own cell is empty. */
function servicesAbove(sheet: string, data: UsedRow[], column: SheetColumn | undefined): Map<number, Explicit> {
  const above = new Map<number, Explicit>();
  let last: { named: Explicit; section: UsedSection | null } | null = null;
  for (const { row, section } of column ? data : []) {
    const { column: at } = column as SheetColumn;
    const text = textOf(row.cells[at]);
    if (text !== '') last = { named: { value: text, place: placeOf(sheet, row.number, at) }, section };
    else if (last && last.section === section) above.set(row.number, last.named);
  }
  return above;
}

const sectionsIn = (rows: UsedRow[]): UsedSection[] => [
  ...new Map(rows.flatMap(({ section }) => (section ? [[section.row, section] as const] : []))).values(),
];

const datedCells = (columns: { role: string; column: number }[], data: UsedRow[]) => {
  const dated = columns.filter(({ role }) => role === 'period' || role === 'action_due');
  return data.flatMap(({ row }) =>
    dated.flatMap(({ column }) => {
      const cell = row.cells[column];
      return cell && textOf(cell) !== '' ? [{ cell, row: row.number, column }] : [];
    }),
  );
};

/** The texts in the columns of figures. */
function* figureTexts(columns: SheetColumn[], data: UsedRow[]): Iterable<string> {
  const figures = columns.filter(({ role }) => role === 'reading' || role === 'outturn' || role === 'year_before');
  for (const { row } of data) for (const { column } of figures) yield textOf(row.cells[column]);
}

/** A sheet without a column that names measures, such as the lists of a drop-down. */
function withoutMeasures(grid: Grid, { leaveOut }: Asking): SheetRead {
  const why = 'a sheet that names no measures';
  for (const { number } of grid.rows) leaveOut(rowPlace(grid.name, number), why);
  const rows = grid.rows.map(({ number }) => ({ number, use: 'left_out' as const, why }));
  return { meaning: { name: grid.name, used: false, frame: [], columns: [], rows, measures: [] }, measures: [] };
}

function withoutHeadings(grid: Grid, asking: Asking): SheetRead {
  const rows = grid.rows.map(({ number }) => ({
    number,
    use: 'left_out' as const,
    why: 'no row of headings was found',
  }));
  const figures = grid.rows.filter(({ cells }) => cells.some((cell) => cell?.kind === 'number')).length;
  if (figures > 1)
    asking.ask(
      {
        id: `heading:${grid.name}!`,
        sentence: `Which row of the sheet ${quoted(grid.name)} has the headings?`,
        gloss: 'No row looks like headings, so nothing of the sheet is used.',
        choices: grid.rows.slice(0, 12).map(({ number, cells }) => ({
          value: String(number),
          label: `row ${number}: ${cells.map(textOf).filter(Boolean).join(' · ').slice(0, 80)}`,
        })),
      },
      [rowPlace(grid.name, grid.rows[0]?.number ?? 1)],
    );
  for (const { number } of grid.rows) asking.leaveOut(rowPlace(grid.name, number), 'no row of headings was found');
  return { meaning: { name: grid.name, used: false, frame: [], columns: [], rows, measures: [] }, measures: [] };
}
