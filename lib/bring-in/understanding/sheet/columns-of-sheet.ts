import { type Grid, plainWords, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { type PeriodWord, periodOf, timeWords, type YearWord } from '@/lib/bring-in/understanding/cell/period-words';
import type { Answers } from '@/lib/bring-in/understanding-shape';
import { councilYear } from '@/lib/time/council-year';
import type { Period } from '@/lib/time/period';
import { columnLetters } from '@/lib/workbook/workbook';
import { headingParts } from './heading-parts';
import { type Role, roleIn, roleOfWords } from './heading-patterns';
import type { HeadingRows } from './heading-rows';
import { settledRoles } from './settled-roles';

/** A column of a council's sheet with what its heading says. */
export type SheetColumn = {
  column: number;
  letters: string;
  heading: string;
  /** Under which an answer changes it: the words of its heading, or those of the columns of periods that it is among. */
  key: string;
  role: Role;
  why: string | null;
  known: boolean;
  hidden: boolean;
  word: PeriodWord | null;
  year: YearWord | null;
  /** The period of its readings or the first one of its target, where heading, title or answer say it. */
  period: Period | null;
  /** Its own year is not that of the heading above it, and nobody has said which counts. */
  unsettled?: true;
};

/** What the title and the name of a sheet say about time, and whose sheet it is. */
export type SheetTime = {
  year: YearWord | null;
  period: Period | null;
  fromName: boolean;
  other: Period | null;
  /** The name of the council where a title has it, without the word council. */
  council: string | null;
};

/** The columns of a sheet that have a heading or anything below it. */
export function sheetColumns(
  grid: Grid,
  headings: HeadingRows,
  time: SheetTime,
  { answers, today }: { answers: Answers; today: string },
): SheetColumn[] {
  const parts = headingParts(grid, headings);
  const data = grid.rows.filter(({ number }) => number > (headings.all.at(-1)?.number ?? 0));
  const filled = new Set(
    data.flatMap(({ cells }) => [...cells.keys()].filter((column) => textOf(cells[column]) !== '')),
  );
  const seen = new Map<string, number>();
  const columns = parts.flatMap((texts, column) => {
    if (texts.length === 0 && !filled.has(column)) return [];
    const words = plainWords(texts.join(' ')) || `column ${columnLetters(column).toLowerCase()}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    const key = `column:${words}${count > 1 ? ` ${count}` : ''}`;
    return [{ ...columnOf(texts, grid, headings, column, time.council), key, ...timeIn(texts) }];
  });
  const settled = settledRoles(columns, data);
  const grouped = withGroups(settled.map((each) => ({ ...each, ...endedYear(each, today) })));
  return grouped.map((each) =>
    chosen({ ...each, period: each.word ? periodOf(each.word, each.year ?? time.year) : null }, answers),
  );
}

/** A day over a column as its file shows it. */
function shownDay(text: string, { all }: HeadingRows, column: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const cells = all.map(({ cells: row }) => row[column]);
  return textOf(cells.find((cell) => cell?.kind === 'day' && cell.value === text)) || text;
}

function columnOf(texts: string[], grid: Grid, headings: HeadingRows, column: number, council: string | null) {
  const heading = texts.map((text) => shownDay(text, headings, column)).join(' ');
  const { rest, word, year } = timeIn(texts);
  const hasTime = word !== null || year !== null;
  // Under a year or a period the council's own name stands for its own figures.
  const isOwn = hasTime && council !== null && `${council} `.startsWith(`${rest} `);
  const { role, why, known } = roleOfWords(isOwn ? '' : rest, hasTime);
  const hidden = grid.hiddenColumns.has(column);
  return { column, letters: columnLetters(column), heading, role, why: why ?? null, known, hidden, period: null };
}

/** The time that the words over a column name together: a year above, a month below. */
function timeIn(texts: string[]): { word: PeriodWord | null; year: YearWord | null; rest: string } {
  let word: PeriodWord | null = null;
  let year: YearWord | null = null;
  const rests: string[] = [];
  for (const text of texts) {
    const { period, year: named, rest } = timeWords(text);
    word = period ?? word;
    year = named ?? year;
    if (rest) rests.push(rest);
  }
  return { word, year, rest: rests.join(' ') };
}

/** A column that names a year alone has its outturn once the year is over. */
function endedYear({ role, word, year }: SheetColumn, today: string): Partial<SheetColumn> {
  const annual = word?.frequency === 'annual' && word.year !== null;
  if (role !== 'reading' || (word && !annual) || (!year && !annual)) return {};
  const start = year?.start ?? word?.year ?? 0;
  const over = start < councilYear(today).start;
  if (over) return { role: 'outturn', year: year ?? { start, from: 'april' }, word: null };
  return { role: 'left_out', why: 'figures of a year that is not over' };
}

/** Columns of periods side by side share a key, so that one press changes them together. */
function withGroups(columns: SheetColumn[]): SheetColumn[] {
  const keys = new Map<number, string>();
  let run: SheetColumn[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length > 1)
      for (const { column } of run) keys.set(column, `${first.key} to ${last.key.replace(/^column:/, '')}`);
    run = [];
  };
  for (const each of columns) {
    const before = run.at(-1);
    const continues = before && before.column + 1 === each.column && before.word?.frequency === each.word?.frequency;
    if (!continues) close();
    if (each.role === 'reading' && each.word && !each.hidden) run.push(each);
    else close();
  }
  close();
  return columns.map((each) => ({ ...each, key: keys.get(each.column) ?? each.key }));
}

function chosen(column: SheetColumn, answers: Answers): SheetColumn {
  const answer = Object.hasOwn(answers, column.key) ? roleIn(answers[column.key]) : null;
  if (answer)
    return {
      ...column,
      role: answer,
      known: true,
      hidden: false,
      why: answer === 'left_out' ? 'left out as you chose' : null,
    };
  return column.hidden ? { ...column, role: 'left_out', why: 'a hidden column' } : column;
}
