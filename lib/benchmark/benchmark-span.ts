import type { MeasureFacts } from '@/lib/measure/measure';
import { type Span, spanOf } from '@/lib/measure/span';
import { monthOf, parseDay } from '@/lib/time/day-entry';
import { addMonths, endOf, formatDate, isStart, label, periodContaining } from '@/lib/time/period';

type Read = { span: Span } | { problem: string };
type Measure = Pick<MeasureFacts, 'frequency' | 'startMonth' | 'window' | 'since'>;

const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
const plain = (typed: string): string => typed.replace(/\s+/gu, ' ').replaceAll('–', '-').replaceAll('’', "'").trim();
const first = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;
const century = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (year < '80' ? 2000 : 1900);

/** A month as people and spreadsheets write it: 'Apr 2018', 'April 2018', 'Apr-18', '2018-04', '04/2018'; its first day, or null. */
function monthStart(text: string): string | null {
  const [, word, long, short] = text.match(/^([a-z]{3,9})\.?(?:[ -]((?:19|20|21)\d\d)|(?:-| ?')(\d\d))$/i) ?? [];
  const year = long ?? short;
  if (word && year) return monthOf(word) ? first(century(year), monthOf(word)) : null;
  const [, iso, month] = text.match(/^((?:19|20|21)\d\d)-(\d\d)$/) ?? [];
  const [, before, after] = text.match(/^(\d{1,2})\/((?:19|20|21)\d\d)$/) ?? [];
  const number = Number(month ?? before ?? 0);
  return number >= 1 && number <= 12 ? first(Number(iso ?? after), number) : null;
}

const yearShape = /^((?:19|20|21)\d\d)[/-](\d{2}|\d{4})$/;
const endsNext = (year: string, next: string): boolean => Number(next) === (Number(year) + 1) % 10 ** next.length;
const yearOf = (year: string): string => `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}`;

/** A year such as 2017/18: the measure's own if it is annual, else the council year; one that begins in January is 2017. */
function parseYear(text: string, measure: Measure): Read | null {
  const startMonth = measure.frequency === 'annual' ? measure.startMonth : 4;
  const ofYear = (year: string): Read => {
    const start = first(Number(year), startMonth);
    return { span: spanOf({ frequency: 'annual', start }, measure) };
  };
  if (/^(?:19|20|21)\d\d$/.test(text)) {
    if (startMonth === 1) return ofYear(text);
    return { problem: `${quote(text)} does not say which year is meant: write it like ${yearOf(text)}.` };
  }
  const [, year, next] = text.match(yearShape) ?? [];
  if (!year || !next) return null;
  const start = monthStart(text);
  if (start && !endsNext(year, next)) return null;
  if (start) {
    // 2011-12 is a year to some, and December to others.
    const month = label({ frequency: 'monthly', start });
    return { problem: `${quote(text)} may be a year or a month: write it like ${yearOf(year)} or ${month}.` };
  }
  if (!endsNext(year, next)) return { problem: `${quote(text)} is not one year.` };
  if (startMonth !== 1) return ofYear(year);
  return { problem: `${quote(text)} is no year of this measure, which begins in January: write it like ${year}.` };
}

/** A quarter of the council year: 'Q1 2018/19' or '2018/19 Q1' is April to June 2018. */
function parseQuarter(text: string, measure: Measure): Read | null {
  const [, q1, after, before, q2] = text.match(/^q([1-4]),? (\S+)$|^(\S+),? q([1-4])$/i) ?? [];
  const [, year, next] = (after ?? before ?? '').replace(/,$/, '').match(yearShape) ?? [];
  if (!year || !next || !endsNext(year, next)) return null;
  const start = addMonths(first(Number(year), 4), (Number(q1 ?? q2) - 1) * 3);
  return { span: spanOf({ frequency: 'quarterly', start }, measure) };
}

/** A month names the period of the measure that begins with it, as councils print it. */
function parseMonth(text: string, measure: Measure): Read | null {
  const start = monthStart(text);
  if (!start) return null;
  if (isStart(start, measure)) return { span: spanOf({ frequency: measure.frequency, start }, measure) };
  const holds = label(periodContaining(start, measure));
  return { problem: `${quote(text)} begins no period of this measure: the one that it lies in is called ${holds}.` };
}

/** A day by itself is the last one that the figure is about. */
function parseLastDay(text: string, measure: Measure): Read {
  const read = parseDay(text);
  if ('problem' in read) return { problem: noSpan(text) };
  const { day } = read;
  if (measure.window === 'snapshot') return { span: { from: day, until: day } };
  const period = periodContaining(day, measure);
  if (endOf(period) === day) return { span: spanOf(period, measure) };
  const why = period.start === day ? 'begins a period of this measure' : 'ends no period of this measure';
  return { problem: `${quote(text)} ${why}: write ${label(period)}, or the first and the last day in two columns.` };
}

const noSpan = (text: string): string =>
  `${quote(text)} is no period that we can read: write it like Apr 2018, 2017/18 or 31/03/2018.`;

/** Reads what a figure is about as it stands in one cell, for a measure; never throws. */
export function parseSpan(typed: string, measure: Measure): Read {
  const text = plain(typed);
  if (text === '') return { problem: 'it does not say which period the figure is about.' };
  if (text.length > 40) return { problem: noSpan(text) };
  return (
    parseYear(text, measure) ?? parseQuarter(text, measure) ?? parseMonth(text, measure) ?? parseLastDay(text, measure)
  );
}

/** Reads the first or the last day of what a figure is about; a month stands for its own first or last day. */
export function parseEdge(typed: string, edge: keyof Span): { day: string } | { problem: string } {
  const text = plain(typed);
  const start = text.length > 40 ? null : monthStart(text);
  if (start) return { day: edge === 'from' ? start : endOf({ frequency: 'monthly', start }) };
  return parseDay(text);
}

/** The first and last day as they are read: '1 April 2017 to 31 March 2018', 'At 31 March 2018'. */
export const spanWords = ({ from, until }: Span): string =>
  from === until ? `At ${formatDate(until)}` : `${formatDate(from)} to ${formatDate(until)}`;

/** The same after a figure in a sentence: 'for 1 April 2017 to 31 March 2018', 'at 31 March 2018'. */
export const spanInSentence = ({ from, until }: Span): string =>
  from === until ? `at ${formatDate(until)}` : `for ${formatDate(from)} to ${formatDate(until)}`;
