import { yearName } from '@/lib/time/council-year';
import { addDays, addMonths, dayOf, formatDate, monthName } from '@/lib/time/day';
import { endOf, label, name, type Period, periodsBetween, range, yearStart } from '@/lib/time/period';
import type { MeasureFacts } from './measure';

/** The first and last day that a figure is about, both ISO. */
export type Span = { from: string; until: string };

/** What decides which days a figure covers. */
export type Covering = Pick<MeasureFacts, 'window' | 'since' | 'startMonth'>;

/** The days that the figure of a period covers, which are more than the period itself for most windows. */
export function spanOf(period: Period, { window, since, startMonth }: Covering): Span {
  const until = endOf(period);
  if (window === 'snapshot') return { from: until, until };
  if (window === 'rolling12') return { from: addMonths(addDays(until, 1), -12), until };
  if (window === 'ytd') return { from: yearStart(until, startMonth), until };
  return { from: window === 'since' && since && since <= until ? since : period.start, until };
}

/** Two days as one reads them: '1 to 31 July 2018', '1 April to 31 July 2018', '1 January 2015 to 31 July 2018', 'at 31 July 2018'. */
function daysInWords({ from, until }: Span): string {
  if (from === until) return `at ${formatDate(until)}`;
  const [first, last] = [dayOf(from), dayOf(until)];
  if (first.year !== last.year) return `${formatDate(from)} to ${formatDate(until)}`;
  const start = first.month === last.month ? `${first.day}` : `${first.day} ${monthName(first.month)}`;
  return `${start} to ${formatDate(until)}`;
}

/**
 * What the figure of a period covers, in the words that every table, chart, file and sentence has: '1 to 31 July 2018', 'at 31
 * July 2018', '12 months to 31 July 2018', '1 April to 31 July 2018', '1 January 2015 to 31 July 2018'.
 * Source: docs/rules.md, Periods.
 */
export function covered(period: Period, measure: Covering): string {
  if (measure.window === 'single') return range(period);
  const span = spanOf(period, measure);
  return measure.window === 'rolling12' ? `12 months to ${formatDate(span.until)}` : daysInWords(span);
}

/** The same inside a sentence: 'in July 2018', 'in 2017/18', 'at 31 July 2018', 'in the 12 months to 31 July 2018', 'from 1 April to 31 July 2018'. */
export function whenCovered(period: Period, measure: Covering): string {
  switch (measure.window) {
    case 'single':
      return `in ${period.frequency === 'annual' ? yearName(period.start) : name(period)}`;
    case 'snapshot':
      return covered(period, measure);
    case 'rolling12':
      return `in the ${covered(period, measure)}`;
    default:
      return `from ${covered(period, measure)}`;
  }
}

/** What a figure covers as a short label: 'Jul 2018', '2017/18', '31 Jul 2018', 'year to Jul 2018', 'Apr to Jul 2018', 'since Jan 2015, to Jul 2018'. */
export function spanLabel(period: Period, measure: Covering): string {
  const { from, until } = spanOf(period, measure);
  const [first, last] = [monthLabel(from), monthLabel(until)];
  switch (measure.window) {
    case 'single':
      return period.frequency === 'annual' ? yearName(period.start) : label(period);
    case 'snapshot':
      return `${dayOf(until).day} ${last}`;
    case 'rolling12':
      return `year to ${last}`;
    case 'ytd':
      return first === last ? last : `${from.slice(0, 4) === until.slice(0, 4) ? first.slice(0, 3) : first} to ${last}`;
    case 'since':
      return `since ${first}, to ${last}`;
  }
}

const monthLabel = (day: string): string => label({ frequency: 'monthly', start: day });

/** How long a span is: 0 for a moment, whole months, or null where it does not consist of whole months. */
export function monthsOf({ from, until }: Span): number | null {
  if (from === until) return 0;
  const [start, after] = [dayOf(from), addDays(until, 1)];
  if (start.day !== 1 || !after.endsWith('-01')) return null;
  return periodsBetween({ frequency: 'monthly', start: from }, { frequency: 'monthly', start: after });
}

/**
 * Whether two figures cover the same kind and length of time, so that they can be compared.
 * Source: docs/rules.md, Direction of travel.
 */
export function alikeInLength(one: Span, other: Span): boolean {
  const [months, others] = [monthsOf(one), monthsOf(other)];
  if (months === null || others === null) return dayCount(one) === dayCount(other);
  return months === others;
}

const dayCount = ({ from, until }: Span): number => dayOf(from).until(dayOf(until), { largestUnit: 'day' }).days;

/** The length of a span in words: '4 months', '1 month', 'one moment', '10 days'. */
export function lengthInWords(span: Span): string {
  const months = monthsOf(span);
  if (months === 0) return 'one moment';
  if (months === null) return `${dayCount(span) + 1} days`;
  return `${months} ${months === 1 ? 'month' : 'months'}`;
}

/** Whether each figure of a measure covers a longer span than the one before it: a year to date, or a total since a date. */
export const grows = ({ window }: Pick<MeasureFacts, 'window'>): boolean => window === 'ytd' || window === 'since';
