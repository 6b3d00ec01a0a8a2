import { cellName, type Grid, rowPlace, textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { Answers, RowMeaning } from '@/lib/bring-in/understanding-shape';
import type { Row } from '@/lib/workbook/workbook';
import type { SheetColumn } from './columns-of-sheet';
import type { Role } from './heading-patterns';
import { type HeadingRows, headingText } from './heading-rows';

/** A row with what it is used for, and the section that it stands in. */
export type UsedRow = { row: Row; meaning: RowMeaning; section: UsedSection | null };
export type UsedSection = { text: string; row: number; column: number };

const note =
  /^(?:notes?\b|sources?\b|nb\b|n\.b\.|\*|†|key\b|legend\b|\[?\(?\S{1,4}\)?\]?\s?(?:=|:)|printed|run (?:on|at)|produced|prepared|data (?:as|from|source)|for (?:further|more)|page \d|contact|(?:last )?updated|please|figures|report)/i;
const totalWords =
  /^(?:(?:grand|sub|overall|council|service|section)[ -]?)?(?:totals?|average|avg|mean|sum|overall|all measures|count)\s*:?$/i;

type Sheet = { grid: Grid; headings: HeadingRows; columns: SheetColumn[] };

/** What each row of a sheet is used for, as an answer says or as it looks. */
export function rowUses({ grid, headings, columns }: Sheet, answers: Answers): UsedRow[] {
  const { all, main } = headings;
  const [top, bottom] = [all[0]?.number ?? 0, all.at(-1)?.number ?? 0];
  const headingNumbers = new Set(all.map(({ number }) => number));
  const lastData =
    grid.rows.findLast((row) => !row.hidden && row.number > bottom && hasFigures(row, columns))?.number ?? 0;
  const shape = { columns, grid, lastData };
  let section: UsedSection | null = null;
  return grid.rows.map((row) => {
    const looks = (): Omit<RowMeaning, 'number'> => {
      if (headingNumbers.has(row.number)) return { use: 'heading' };
      if (row.hidden) return { use: 'left_out', why: 'a hidden row' };
      if (row.number < top) return { use: 'left_out', why: 'a title' };
      if (repeats(row, main)) return { use: 'heading' };
      return bodyUse(row, shape);
    };
    const answer = answers[`row:${cellName(rowPlace(grid.name, row.number))}`];
    const use =
      answer === 'data' || answer === 'section'
        ? ({ use: answer } as const)
        : answer === 'left_out'
          ? ({ use: answer, why: 'left out as you chose' } as const)
          : looks();
    if (use.use === 'section') {
      const column = row.cells.findIndex((cell) => textOf(cell) !== '');
      section = { text: sectionText(row), row: row.number, column };
    }
    return { row, meaning: { number: row.number, ...use }, section };
  });
}

/** A section whose first cell is a number or a letter is called by its words. */
function sectionText(row: Row): string {
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  return texts.find((text) => /\p{L}{2}/u.test(text)) ?? texts[0] ?? '';
}

const figureRoles: Role[] = [
  'reading',
  'year_before',
  'target',
  'outturn',
  'first_number',
  'second_number',
  'both_numbers',
  'amber',
];

function hasFigures(row: Row, columns: SheetColumn[]): boolean {
  return columns.some(({ role, column }) => figureRoles.includes(role) && textOf(row.cells[column]) !== '');
}

/** Headings that are printed again further down. */
function repeats(row: Row, main: Row): boolean {
  const texts = main.cells.map(headingText);
  const own = row.cells.map(headingText);
  const filled = own.filter((text) => text !== '').length;
  return filled > 1 && own.filter((text, column) => text !== '' && text === texts[column]).length >= filled * 0.8;
}

type Shape = { columns: SheetColumn[]; grid: Grid; lastData: number };

function bodyUse(row: Row, { columns, grid, lastData }: Shape): Omit<RowMeaning, 'number'> {
  const filled = row.cells.flatMap((cell, column) =>
    textOf(cell) !== '' && !grid.hiddenColumns.has(column) ? [{ text: textOf(cell), column }] : [],
  );
  if (filled.length === 0) return { use: 'left_out', why: 'a row with hidden columns alone' };
  const first = filled[0] as { text: string; column: number };
  const textIn = (role: Role) => textOf(row.cells[columns.find((each) => each.role === role)?.column ?? -1]);
  const [title, code] = [textIn('title'), textIn('code')];
  if (totalWords.test(title || (code ? '' : first.text)) || (title === '' && totalWords.test(code)))
    return { use: 'left_out', why: /av|mean/i.test(title || code || first.text) ? 'an average' : 'a total' };
  const hasCodes = columns.some(({ role }) => role === 'code');
  if (hasCodes && code === '' && /^(?:grand |sub[ -]?)?total\b/i.test(title))
    return { use: 'left_out', why: 'a total' };
  const hasTitles = columns.some(({ role }) => role === 'title');
  if (hasCodes && hasTitles && title === '' && /^(?:grand |sub[ -]?)?total\b/i.test(code))
    return { use: 'left_out', why: 'a total' };
  const isAlone = new Set(filled.map(({ text }) => text)).size === 1;
  if (
    isAlone &&
    !hasFigures(
      row,
      columns.filter(({ column }) => column === first.column),
    )
  )
    return aloneUse(first.text, row.number, lastData);
  if (row.number > lastData && note.test(first.text)) return { use: 'left_out', why: 'a note' };
  if (title === '' && code === '' && columns.some(({ role }) => role === 'title' || role === 'code'))
    return { use: 'left_out', why: 'a row that names no measure' };
  return { use: 'data' };
}

function aloneUse(text: string, number: number, lastData: number): Omit<RowMeaning, 'number'> {
  if (!/\p{L}/u.test(text)) return { use: 'left_out', why: 'a number by itself' };
  if (number > lastData || note.test(text) || text.length > 80) return { use: 'left_out', why: 'a note' };
  return { use: 'section' };
}
