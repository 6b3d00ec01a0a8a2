import { monthName } from '@/lib/time/day';
import { monthOf, parseDay } from '@/lib/time/day-entry';
import { type Frequency, name, type Period, periodContaining } from '@/lib/time/period';

/** A year in a heading: the council's from April, or that of the calendar. */
export type YearWord = { start: number; from: 'april' | 'january' };

/** A period of a heading, by its first month; its year is null where the words do not say it. */
export type PeriodWord = { frequency: Frequency; month: number; year: number | null };

/** What a heading says about time, and its other words. */
export type TimeWords = { period: PeriodWord | null; year: YearWord | null; rest: string };

const dash = '(?:-|–|—|to|/)';
const century = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
const isMeant = (year: number): boolean => year >= 1990 && year <= 2099;

const fullDay = /\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b/;
const councilYearWord = /(?:\bfy ?)?(?<![\d/.-])((?:20)?\d\d) ?[/–-] ?((?:20)?\d\d)(?![\d/.-])/;
const monthNumber = /(?<![\d/.-])(20\d\d)[-/ ]?(0[1-9]|1[0-2])(?![\d/.-])/;
const numberMonth = /(?<![\d/.-])(0?[1-9]|1[0-2])[-/](20\d\d)(?![\d/.-])/;
const sixDigits = /(?<![\d/.-])(20\d\d)(\d\d)(?![\d/.-])/;
const monthsWord = new RegExp(`\\b([a-z]{3,9})\\.? ?${dash} ?([a-z]{3,9})\\b\\.?`);
const quarterWord = /\bq(?:tr|uarter)?\.? ?([1-4])\b|\b([1-4])(?:st|nd|rd|th) (?:quarter|qtr)\b/;
const halfWord = /\bh([12])\b|\bhalf ?year ([12])\b/;
const monthYear = /\b([a-z]{3,9})\.?[ '’/-]{0,2}(20\d\d|\d\d)(?![\d/])/;
const monthAlone = /\b([a-z]{3,9})\b\.?/g;
const calendarYear = /(?<![\d/.-])(20\d\d|19\d\d)(?![\d/.-])/;

/** What a heading, a title or the name of a sheet says about time. */
export function timeWords(text: string): TimeWords {
  const words = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, 200);
  const day = words.match(fullDay);
  const parsed = day ? parseDay((day[1] as string).replaceAll('.', '/')) : null;
  if (day && parsed && 'day' in parsed)
    return timed({ frequency: 'monthly', ...yearMonth(parsed.day) }, null, words, day[0]);
  return withoutDay(words);
}

function withoutDay(words: string): TimeWords {
  const council = words.match(councilYearWord);
  const first = century(council?.[1] ?? '');
  const isCouncil =
    council !== null && isMeant(first) && (first + 1) % 100 === Number((council[2] as string).slice(-2));
  if (council && isCouncil) return inYear(words.replace(council[0], ' '), { start: first, from: 'april' });
  const six = words.match(sixDigits);
  if (six && Number(six[2]) > 12 && (Number(six[1]) + 1) % 100 === Number(six[2]))
    return inYear(words.replace(six[0], ' '), { start: Number(six[1]), from: 'april' });
  const iso = words.match(monthNumber);
  if (iso) return timed({ frequency: 'monthly', month: Number(iso[2]), year: Number(iso[1]) }, null, words, iso[0]);
  const numbered = words.match(numberMonth);
  if (numbered)
    return timed(
      { frequency: 'monthly', month: Number(numbered[1]), year: Number(numbered[2]) },
      null,
      words,
      numbered[0],
    );
  const range = monthRange(words);
  const named = words.match(monthYear);
  if (named && !range && monthOf(named[1] as string))
    return timed(
      { frequency: 'monthly', month: monthOf(named[1] as string), year: century(named[2] as string) },
      null,
      words,
      named[0],
    );
  const short = range && words.slice(words.indexOf(range.words) + range.words.length).match(/^[ '’]{0,2}(\d\d)\b/);
  if (range && short)
    return inYear(words.replace(range.words + short[0], range.words), {
      start: 2000 + Number(short[1]),
      from: 'january',
    });
  const calendar = words.match(calendarYear);
  if (calendar) return inYear(words.replace(calendar[0], ' '), { start: Number(calendar[1]), from: 'january' });
  return inYear(words, null);
}

/** The period of words whose year is taken out already. */
function inYear(words: string, year: YearWord | null): TimeWords {
  const range = monthRange(words);
  if (range) return timed({ frequency: range.frequency, month: range.month, year: null }, year, words, range.words);
  const quarter = words.match(quarterWord);
  if (quarter) {
    const number = Number(quarter[1] ?? quarter[2]);
    const from = year?.from === 'january' ? { start: year.start, from: 'april' as const } : year;
    return timed({ frequency: 'quarterly', month: ((number * 3) % 12) + 1, year: null }, from, words, quarter[0]);
  }
  const half = words.match(halfWord);
  if (half) {
    const from = year?.from === 'january' ? { start: year.start, from: 'april' as const } : year;
    return timed(
      { frequency: 'half_yearly', month: (half[1] ?? half[2]) === '1' ? 4 : 10, year: null },
      from,
      words,
      half[0],
    );
  }
  for (const [word, month] of words.matchAll(monthAlone))
    if (monthOf(month as string))
      return timed({ frequency: 'monthly', month: monthOf(month as string), year: null }, year, words, word);
  return { period: null, year, rest: year ? beside(words) : tidy(words) };
}

function monthRange(words: string): { frequency: Frequency; month: number; words: string } | null {
  const match = words.match(monthsWord);
  const [from, until] = [monthOf(match?.[1] ?? ''), monthOf(match?.[2] ?? '')];
  if (!match || !from || !until) return null;
  const length = ((until - from + 12) % 12) + 1;
  const frequency = ({ 3: 'quarterly', 4: 'termly', 6: 'half_yearly', 12: 'annual' } as const)[length];
  return frequency ? { frequency, month: from, words: match[0] } : null;
}

function timed(period: PeriodWord, year: YearWord | null, words: string, taken: string): TimeWords {
  const known = period.year === null && year ? { ...period, year: yearOf(period.month, year) } : period;
  return { period: known, year, rest: beside(words.replace(taken, ' ')) };
}

const tidy = (words: string): string => words.replace(/[^\p{L}\p{N}%£#↑↓▲▼]+/gu, ' ').trim();

/** The words beside a period or a year, without those that only lead to it: "as at June" leaves "as". */
const beside = (words: string): string => tidy(words).replace(/^(?:in|for|to|at|of) | (?:in|for|to|at|of)$/g, '');

const yearMonth = (day: string) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });

/** The calendar year in which a month lies, of a year that a heading names. */
export const yearOf = (month: number, { start, from }: YearWord): number =>
  from === 'april' && month < 4 ? start + 1 : start;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The period that words name, with the year that they name themselves or that stands for them; null without one. */
export function periodOf(word: PeriodWord, year: YearWord | null): Period | null {
  const its = word.year ?? (year ? yearOf(word.month, year) : null);
  if (its === null || !isMeant(its)) return null;
  return periodContaining(`${its}-${twoDigits(word.month)}-01`, { frequency: word.frequency, startMonth: word.month });
}

/** A period as the field of a form takes it: by its first month. */
export const periodField = ({ start }: Period): string =>
  `${monthName(Number(start.slice(5, 7)))} ${start.slice(0, 4)}`;

/** A period inside a sentence: June 2018, April to June 2018. */
export const periodName = (period: Period): string => name(period);
