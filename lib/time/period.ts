import { LRUCache } from 'lru-cache';
import { addDays, addMonths, dayOf, firstOfMonth, monthName } from './day';

export { addDays, addMonths, daysBetween, formatDate, londonDay } from './day';

/** How often a measure is read. */
export const frequencies = ['monthly', 'quarterly', 'termly', 'half_yearly', 'annual'] as const;
export type Frequency = (typeof frequencies)[number];

/** What the figure of a period covers, which is separate from how often it is read. */
export const windows = ['single', 'snapshot', 'rolling12', 'ytd', 'since'] as const;
export type Window = (typeof windows)[number];

/** A frequency with the first month (1 to 12) of an annual measure's year; other frequencies ignore the month. */
export type Calendar = { frequency: Frequency; startMonth: number };

/** A period is its frequency and its first day; nothing else is stored. Source: docs/rules.md, Periods. */
export type Period = { frequency: Frequency; start: string };

/** The frequency as printed in a scorecard. */
export const frequencyWords: Record<Frequency, string> = {
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  termly: 'Termly',
  half_yearly: 'Half-yearly',
  annual: 'Annual',
};

/** What the figure covers, in words; null where it is the single period itself. */
export const windowWords: Record<Window, string | null> = {
  single: null,
  snapshot: 'at the end of the period',
  rolling12: 'rolling 12 months',
  ytd: 'year to date',
  since: 'since a date',
};

/** The months of one period. */
export const monthsIn: Record<Frequency, number> = { monthly: 1, quarterly: 3, termly: 4, half_yearly: 6, annual: 12 };

/** A month in which some period starts: quarters in January, April, July, October; terms in January, May, September. */
const anchor = ({ frequency, startMonth }: Calendar): number =>
  ({ monthly: 1, quarterly: 1, termly: 1, half_yearly: 4, annual: startMonth })[frequency];

/**
 * The period a day lies in. Quarters start on 1 April, July, October and January; terms are four months each, autumn from
 * 1 September, spring from 1 January, summer from 1 May; half years start on 1 April and 1 October; a year on its own month.
 */
export function periodContaining(date: string, calendar: Calendar): Period {
  const day = dayOf(date);
  const length = monthsIn[calendar.frequency];
  const into = (((day.month - anchor(calendar)) % length) + length) % length;
  return { frequency: calendar.frequency, start: addMonths(firstOfMonth(date), -into) };
}

/** Whether a period of this calendar starts on this day. */
export const isStart = (date: string, calendar: Calendar): boolean => periodContaining(date, calendar).start === date;

/** The period n periods later, or earlier for a negative n. */
export const shift = (period: Period, n: number): Period => ({
  frequency: period.frequency,
  start: addMonths(period.start, n * monthsIn[period.frequency]),
});

/** The measures of a council have the same long rows of periods; a number is what a row of so many first days weighs. */
const rows = new LRUCache<string, readonly string[]>({ maxSize: 50_000, sizeCalculation: ({ length }) => length + 1 });

/** The first days of every period of a frequency from the one that starts on a day to the one that starts on another, both included. */
export function startsFrom(frequency: Frequency, first: string, last: string): readonly string[] {
  const name = `${frequency} ${first} ${last}`;
  const known = rows.get(name);
  if (known) return known;
  const count = periodsBetween({ frequency, start: first }, { frequency, start: last }) + 1;
  const length = Math.max(0, count);
  const row = Array.from({ length }, (_, n) => addMonths(first, n * monthsIn[frequency]));
  rows.set(name, row);
  return row;
}

/** The same as periods. */
export const periodsFrom = (frequency: Frequency, first: string, last: string): Period[] =>
  startsFrom(frequency, first, last).map((start) => ({ frequency, start }));

/** How many periods lie from one start to another of the same calendar; the cost does not grow with the distance. */
export function periodsBetween(from: Period, to: Period): number {
  const [a, b] = [dayOf(from.start), dayOf(to.start)];
  return (b.year * 12 + b.month - a.year * 12 - a.month) / monthsIn[from.frequency];
}

/** The last day of a period. */
export const endOf = (period: Period): string => addDays(shift(period, 1).start, -1);

/** The period as councils print it, by its first month: 'Jul 2018', also for a quarter or a year. */
export function label(period: Period): string {
  const { month, year } = dayOf(period.start);
  return `${monthName(month).slice(0, 3)} ${year}`;
}

/** Two days as a range of whole months: 'July 2018', 'April to June 2018', 'October 2018 to March 2019'. */
function monthsRange(start: string, end: string): string {
  const [a, b] = [dayOf(start), dayOf(end)];
  const last = `${monthName(b.month)} ${b.year}`;
  if (a.year !== b.year) return `${monthName(a.month)} ${a.year} to ${last}`;
  return a.month === b.month ? last : `${monthName(a.month)} to ${last}`;
}

/** The period's name inside a sentence: 'July 2018', 'April to June 2018'. */
export const name = (period: Period): string => monthsRange(period.start, endOf(period));

/** The period as a full range: '1 to 31 July 2018', 'April to June 2018', 'April 2018 to March 2019'. */
export const range = (period: Period): string =>
  period.frequency === 'monthly' ? `1 to ${dayOf(endOf(period)).day} ${name(period)}` : name(period);

/** The first day of the measure's own year that a day lies in; a year to date starts again here. */
export const yearStart = (date: string, startMonth: number): string =>
  periodContaining(date, { frequency: 'annual', startMonth }).start;
