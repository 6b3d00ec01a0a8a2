import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { placeOf, plainWords, quoted } from '@/lib/bring-in/understanding/cell/grid';
import { periodName, periodOf, timeWords, type YearWord, yearOf } from '@/lib/bring-in/understanding/cell/period-words';
import type { Choice, Context } from '@/lib/bring-in/understanding-shape';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { formatMonth } from '@/lib/time/day';
import { type Frequency, frequencies, type Period, periodContaining, shift } from '@/lib/time/period';
import type { SheetColumn, SheetTime } from './columns-of-sheet';

const wholeDay = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}/i;

/** What the name of a sheet, and the titles above its headings, say about time. */
export function sheetTime(name: string, titles: string[]): SheetTime {
  let year: YearWord | null = null;
  let period: Period | null = null;
  let fromName = false;
  let other: Period | null = null;
  for (const [index, text] of [name, ...titles].entries()) {
    // A whole day says when somebody wrote the sheet, not what its figures are about.
    const words = index > 0 && wholeDay.test(text) ? { period: null, year: null } : timeWords(text);
    const its: Period | null = words.period ? periodOf(words.period, words.year ?? year) : null;
    year ??= words.year ?? (its ? { start: councilYear(its.start).start, from: 'april' } : null);
    if (its && !period) [period, fromName] = [its, index === 0];
    else if (its && fromName && its.frequency === period?.frequency && its.start !== period.start) other = its;
  }
  return { year, period, fromName, other, council: councilIn(titles) };
}

const councilWords = /^(.*?)(?: (?:borough|city|county|district|metropolitan|unitary))* council\b/;

/** The name of the council that a title names, in small letters: “Westmere Borough Council” is westmere. */
function councilIn(titles: string[]): string | null {
  for (const title of titles) {
    const name = councilWords.exec(plainWords(title))?.[1];
    if (name) return name;
  }
  return null;
}

type Sheet = { name: string; columns: SheetColumn[]; headingRow: number; time: SheetTime };

/** The year of months, quarters and the like that no heading and no title gives one: asked, never guessed. */
export function yearOfColumns(
  { name, columns, headingRow, time }: Sheet,
  { today }: Context,
  { ask }: Asking,
): YearWord | null {
  const without = columns.filter(
    ({ role, word, period, unsettled }) => role !== 'left_out' && word && !period && !unsettled,
  );
  const inRows = columns.some(({ role, heading }) => role === 'period' && /year/i.test(heading));
  if (without.length === 0 || time.year || inRows) return time.year;
  const latest = councilYear(today).start;
  const answer = ask(
    {
      id: `year:${name}!${headingRow}`,
      sentence: `Which year are ${quoted(without[0]?.heading ?? '')} and the like of?`,
      gloss: 'Neither the headings nor the title say it.',
      choices: [latest, latest - 1, latest - 2, latest - 3, latest - 4].map((start) => ({
        value: String(start),
        label: yearLabel(start),
      })),
    },
    without.map(({ column }) => placeOf(name, headingRow, column)),
  );
  return answer === null ? null : { start: Number(answer), from: 'april' };
}

/** The period of figures whose column has none: that of the sheet's name; where a title says it, or nothing does, it is asked. */
export function periodOfColumns(
  { name, columns, headingRow, time }: Sheet,
  { today }: Context,
  { ask }: Asking,
): Period | null {
  const without = columns.filter(
    ({ role, word }) =>
      (role === 'reading' || role === 'year_before' || role === 'first_number' || role === 'second_number') && !word,
  );
  if (without.length === 0 || columns.some(({ role }) => role === 'period')) return time.period;
  if (time.fromName && !time.other) return time.period;
  const offered = offeredPeriods([time.period, time.other], today);
  const answer = ask(
    {
      id: `period:${name}!${headingRow}`,
      sentence: `Which period are the figures under ${quoted(without[0]?.heading ?? '')} of?`,
      gloss: time.other
        ? `The sheet is called ${quoted(name)}, and its title says ${periodName(time.other)}.`
        : time.period
          ? 'The title may mean it, or only when the report was made.'
          : 'Neither the heading nor the title says it.',
      choices: offered,
    },
    without.map(({ column }) => placeOf(name, headingRow, column)),
  );
  return answer === null ? null : periodFrom(answer);
}

const periodValue = ({ frequency, start }: Period): string => `${frequency} ${start}`;

function periodFrom(value: string): Period | null {
  const [word = '', start = ''] = value.split(' ');
  const frequency = frequencies.find((each) => each === word);
  return frequency ? { frequency, start } : null;
}

/** As many periods of each kind as are offered. */
const offeredMonths = 18;
const offeredQuarters = 6;

function offeredPeriods(first: (Period | null)[], today: string): Choice[] {
  const back = (frequency: Frequency, count: number): Period[] => {
    const now = periodContaining(today, { frequency, startMonth: 4 });
    return Array.from({ length: count }, (_, index) => shift(now, -1 - index));
  };
  const periods = [
    ...first.filter((period) => period !== null),
    ...back('monthly', offeredMonths),
    ...back('quarterly', offeredQuarters),
    ...back('annual', 2),
  ];
  const byValue = new Map(periods.map((period) => [periodValue(period), period]));
  return [...byValue].map(([value, period]) => ({ value, label: labelOf(period) }));
}

const labelOf = (period: Period): string =>
  period.frequency === 'monthly'
    ? formatMonth(period.start)
    : `${periodName(period)}${period.frequency === 'annual' ? ', the year' : ''}`;

/** Asks about a month whose own year is not that of the heading above it: “Sept 25” under 2026/27. */
export function settledYears(
  columns: SheetColumn[],
  { name, headingRow }: Pick<Sheet, 'name' | 'headingRow'>,
  { ask }: Asking,
): SheetColumn[] {
  return columns.map((column) => {
    const { word, year: above, heading, role } = column;
    if (role === 'left_out' || !word?.year || !above || yearOf(word.month, above) === word.year) return column;
    const place = placeOf(name, headingRow, column.column);
    const years = [yearOf(word.month, above), word.year];
    const answer = ask(
      {
        id: `year:${name}!${column.letters}${headingRow}`,
        sentence: `Which year is ${quoted(heading)} of?`,
        gloss: 'Its own year is not that of the heading above it.',
        choices: years.map((each) => ({ value: String(each), label: String(each) })),
      },
      [place],
    );
    return answer === null
      ? { ...column, period: null, unsettled: true }
      : { ...column, period: periodOf({ ...word, year: Number(answer) }, null) };
  });
}
