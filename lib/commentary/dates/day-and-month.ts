import type { Span } from '@/lib/measure/span';
import { monthOf, parseDay } from '@/lib/time/day-entry';
import type { Lexeme } from '../prose/lexemes';
import { type DateAt, type Frame, monthSpan, nearMonths } from './date-spans';

/** What stands before a month or a year that is one. */
export const prepositions =
  /^(?:in|since|by|from|until|till|to|during|of|for|before|after|through|late|early|mid|end|and|between|last|next|this|year|calendar|compared|than|throughout|around|summer|spring|autumn|winter|christmas|on)$/;
/** What can be counted, behind a number that is then no year or day; and the verbs that look alike. */
export const things = /^(?:children|people|men|women|per|percent|%)$|[^s]s$/;
export const verbs = /^(?:was|is|has|as|this|its|his|does|shows|remains|stands|continues|sees|targets|figures)$/;

/** A year by two or four digits. */
export const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
/** Whether a lexeme is a year in four digits. */
export const isYear = (lexeme: Lexeme | undefined): boolean => /^(?:19[89]|20[0-6])\d(?:'s)?$/.test(lexeme?.text ?? '');

/** The month that a word names; "may" and "march" only where they cannot be verbs. */
function monthNamed(lexemes: Lexeme[], at: number): number {
  const { text = '', lower = '', kind } = lexemes[at] ?? {};
  if (kind !== 'word' || !/^[A-Z]/.test(text)) return 0;
  const month = /^(?:[a-z]{3}|sept|[a-z]{3,9})$/.test(lower) ? monthOf(lower) : 0;
  if (month === 0 || (lower.length > 4 && !fullName(lower))) return 0;
  if (lower.length === 4 && !/^(?:june|july|sept)$/.test(lower)) return 0;
  if (!/^(?:may|march|mar)$/.test(lower)) return month;
  const before = lexemes[at - 1];
  return prepositions.test(before?.lower ?? '') || before?.kind === 'cluster' || lexemes[at + 1]?.kind === 'cluster'
    ? month
    : 0;
}

const fullName = (lower: string): boolean =>
  /^(?:january|february|march|april|august|september|october|november|december)$/.test(lower);

/** The year in which a council year begins, written as "2017-18", "2017/18", "2017/2018" or "17/18"; null for anything else. */
export function councilYearAt(lexemes: Lexeme[], at: number): number | null {
  const match = /^(\d{4}|\d{2})([-/])(\d{2}|\d{4})(?:'s)?$/.exec(lexemes[at]?.text ?? '');
  if (!match) return null;
  const [, first = '', sign, second = ''] = match;
  if (first.length === 2 && (sign === '-' || second.length === 4 || Number(first) < 10)) return null;
  if (/^(?:year|years|yr|yrs|olds?)$/.test(lexemes[at + 1]?.lower ?? '') && first.length === 2) return null;
  const year = yearOf(first);
  if (year < 1990 || year > 2069 || (year + 1) % 100 !== Number(second) % 100) return null;
  return year;
}

const dayOfMonth = (lexeme: Lexeme | undefined): { day: number; ordinal: boolean } | null => {
  const match = /^(\d{1,2})(st|nd|rd|th)?$/.exec(lexeme?.lower ?? '');
  const day = Number(match?.[1] ?? 0);
  return match && day >= 1 && day <= 31 ? { day, ordinal: Boolean(match[2]) } : null;
};

/** One day of each month, where it exists. */
const daysIn = (months: Span[], day: number): Span[] =>
  months.flatMap(({ from }) => {
    const parsed = parseDay(`${from.slice(0, 8)}${day}`);
    return 'day' in parsed ? [{ from: parsed.day, until: parsed.day }] : [];
  });

/** Whether a year lies so near the reading's own that two digits can mean it. */
const isNear = (year: number, frame: Frame): boolean =>
  Math.abs(year - Number(frame.periodSpan.until.slice(0, 4))) <= 6;

/** "June", "June 2018", "June 18", "June 18th", "18 June 2018", "18 June 18", "18th of June". */
export function monthAt(lexemes: Lexeme[], at: number, frame: Frame): DateAt | null {
  const before = dayOfMonth(lexemes[at]);
  const monthPlace = before ? at + (lexemes[at + 1]?.lower === 'of' ? 2 : 1) : at;
  const month = monthNamed(lexemes, monthPlace);
  if (month === 0) return null;
  let next = monthPlace + 1;
  const after = before ? null : dayOfMonth(lexemes[next]);
  const follows = lexemes[next + 1]?.lower ?? '';
  if (after && !after.ordinal && things.test(follows) && !verbs.test(follows))
    return { length: next - at, spans: nearMonths(month, frame), kind: 'month' };
  const short =
    after && !after.ordinal && !isYear(lexemes[next + 1]) ? yearOf(String(after.day).padStart(2, '0')) : null;
  if (after) next += 1;
  if (lexemes[next]?.text === ',' && isYear(lexemes[next + 1])) next += 1;
  const named = isYear(lexemes[next]) ? Number(lexemes[next]?.text.slice(0, 4)) : shortYearAfterDay();
  if (named !== null) next += 1;
  const councilYear = named === null ? councilYearAt(lexemes, next) : null;
  const months = named === null ? nearMonths(month, frame) : [monthSpan(named, month)];
  const day = before ?? after;
  const length = next - at;
  if (short !== null && isNear(short, frame))
    return { length, spans: [monthSpan(short, month), ...daysIn(months, after?.day ?? 1)], kind: 'month' };
  if (day) return { length, spans: daysIn(months, day.day), kind: 'day' };
  if (councilYear !== null)
    return { length: length + 1, spans: [monthSpan(month >= 4 ? councilYear : councilYear + 1, month)], kind: 'month' };
  return { length, spans: months, kind: 'month' };

  /** The "18" of "17 August 18", which counts nothing and lies near the reading's own year. */
  function shortYearAfterDay(): number | null {
    const [digits, counted] = [lexemes[next]?.text ?? '', lexemes[next + 1]?.lower ?? ''];
    if (!before || !/^\d\d$/.test(digits) || (things.test(counted) && !verbs.test(counted))) return null;
    return isNear(yearOf(digits), frame) ? yearOf(digits) : null;
  }
}
