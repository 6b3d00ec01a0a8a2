import { addMonths } from '@/lib/time/day';
import { monthOf, parseDay } from '@/lib/time/day-entry';
import type { Lexeme } from '../prose/lexemes';
import { type DateAt, type Frame, monthSpan, quarterSpans, relativeSpans, yearsFrom, yearToDate } from './date-spans';
import { councilYearAt, isYear, monthAt, prepositions, things, verbs, yearOf } from './day-and-month';

/** "31/07/2018", "31.7.18", "2018-07-31", "Jun-18", "Jun18". */
function clusterDate(text: string): Omit<DateAt, 'length'> | null {
  const short = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$/.exec(text);
  const parsed = parseDay(short ? `${short[1]}/${short[3]}/20${short[4]}` : text);
  if ('day' in parsed && /\d.*\D.*\D.*\d/.test(text))
    return { spans: [{ from: parsed.day, until: parsed.day }], kind: 'day' };
  const month = /^([A-Za-z]{3,9})[-/']?(\d{4}|\d{2})$/.exec(text);
  const number = monthOf(month?.[1] ?? '');
  return month && number > 0 ? { spans: [monthSpan(yearOf(month[2] as string), number)], kind: 'month' } : null;
}

const quarterNames = ['first', 'second', 'third', 'fourth', 'final'];

/** "Q1", "Q1 2018/19", "quarter 1", "first quarter of 2018-19". */
function quarterAt(lexemes: Lexeme[], at: number, frame: Frame): DateAt | null {
  const { lower = '' } = lexemes[at] ?? {};
  const follows = lexemes[at + 1]?.lower ?? '';
  let length = 1;
  let quarter = Number(/^q(?:tr)?([1-4])(?:'s)?$/.exec(lower)?.[1] ?? 0);
  if (quarter === 0 && /^(?:quarter|qtr|q)$/.test(lower)) {
    quarter = /^[1-4]$/.test(follows) ? Number(follows) : 'one two three four'.split(' ').indexOf(follows) + 1;
    length = 2;
  } else if (quarter === 0 && /^(?:quarter|qtr)$/.test(follows)) {
    const ordinal = /^([1-4])(?:st|nd|rd|th)$/.exec(lower)?.[1];
    quarter = ordinal ? Number(ordinal) : Math.min(4, quarterNames.indexOf(lower) + 1);
    length = 2;
  }
  if (quarter === 0) return null;
  const next = at + length + (/^(?:of|in)$/.test(lexemes[at + length]?.lower ?? '') ? 1 : 0);
  const councilYear = councilYearAt(lexemes, next);
  if (councilYear !== null)
    return { length: next + 1 - at, spans: quarterSpans(quarter, councilYear, frame), kind: 'quarter' };
  if (!isYear(lexemes[next])) return { length, spans: quarterSpans(quarter, null, frame), kind: 'quarter' };
  const year = Number(lexemes[next]?.text.slice(0, 4));
  const spans = [...quarterSpans(quarter, year, frame), monthSpan(year, quarter * 3 - 2, 3)];
  return { length: next + 1 - at, spans, kind: 'quarter' };
}

const ways: Record<string, -1 | 0 | 1> = {
  last: -1,
  previous: -1,
  preceding: -1,
  prior: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};
const relativeUnit = /^(week|month|quarter|term|year|period)(?:'s)?$/;

/** "last month", "this quarter", "the previous financial year", "the same period last year", "year to date". */
function relativeAt(lexemes: Lexeme[], at: number, frame: Frame): DateAt | null {
  const word = (place: number) => lexemes[at + place]?.lower ?? '';
  if (word(0) === 'year' && word(1) === 'to' && word(2) === 'date')
    return { length: 3, spans: [yearToDate(frame)], kind: 'relative' };
  const same = word(0) === 'same' && /^(?:period|month|quarter|time|point)$/.test(word(1)) ? 2 : 0;
  const skip = same + (same && /^(?:in|of|the)$/.test(word(same)) ? 1 : 0);
  const way = Object.hasOwn(ways, word(skip)) ? ways[word(skip)] : undefined;
  if (way === undefined) return null;
  const filler = /^(?:financial|council|calendar|reporting|school|academic)$/.test(word(skip + 1)) ? 1 : 0;
  const unit = relativeUnit.exec(word(skip + 1 + filler))?.[1] as Parameters<typeof relativeSpans>[0] | undefined;
  if (!unit) return null;
  const spans = relativeSpans(unit, way, frame);
  const month = frame.periodSpan;
  const sameLastYear = { from: addMonths(month.from, 12 * way), until: addMonths(month.until, 12 * way) };
  return { length: skip + 2 + filler, spans: same ? [sameLastYear, ...spans] : spans, kind: 'relative' };
}

const seasons: Record<string, [month: number, months: number]> = {
  spring: [1, 6],
  summer: [4, 6],
  autumn: [9, 4],
  winter: [11, 5],
};

/** How every word that a date may begin with begins. */
const beginnings =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|q|first|second|third|fourth|final|last|prev|prec|prior|this|curr|next|coming|foll|same|year)/;

/** Whether a number such as 2018 stands where a year stands: "in 2018", "the end of 2018", but neither "out of 2018" nor "216 of 2018". */
function isBareYear(lexemes: Lexeme[], at: number, { periodSpan }: Frame): boolean {
  const [earlier = '', before = ''] = [lexemes[at - 2]?.lower, lexemes[at - 1]?.lower];
  if (!isYear(lexemes[at]) || !prepositions.test(before)) return false;
  if (Math.abs(Number(lexemes[at]?.text.slice(0, 4)) - Number(periodSpan.until.slice(0, 4))) > 15) return false;
  if (before === 'of')
    return /^(?:end|start|beginning|rest|part|point|stage|time|period|months?|quarters?|weeks?|half|year|summer|autumn|spring|winter|course)$/.test(
      earlier,
    );
  const follows = lexemes[at + 1]?.lower ?? '';
  if (/^(?:of|out)$/.test(follows)) return false;
  return /^(?:in|since|by|until|during|end|year)$/.test(before) || !things.test(follows) || verbs.test(follows);
}

/** The date or period that begins at a lexeme, within its sentence, or null. Source: docs/rules.md, Numbers and dates. */
export function dateAt(all: Lexeme[], place: number, frame: Frame): DateAt | null {
  const lexeme = all[place] as Lexeme;
  if (lexeme.kind === 'mark' || (lexeme.kind === 'word' && !beginnings.test(lexeme.lower))) return null;
  const lexemes = all.slice(Math.max(0, place - 2), place + 9).filter(({ sentence }) => sentence === lexeme.sentence);
  const at = lexemes.indexOf(lexeme);
  if (lexeme.kind === 'cluster') {
    const alone = lexeme.text.length <= 12 ? clusterDate(lexeme.text) : null;
    if (alone) return { length: 1, spans: alone.spans, kind: alone.kind };
    const councilYear = councilYearAt(lexemes, at);
    if (councilYear !== null) return { length: 1, spans: yearsFrom(councilYear, frame), kind: 'year' };
    if (isBareYear(lexemes, at, frame))
      return { length: 1, spans: [monthSpan(Number(lexeme.text.slice(0, 4)), 1, 12)], kind: 'year' };
  }
  const season = Object.hasOwn(seasons, lexeme.lower) ? seasons[lexeme.lower] : undefined;
  if (season && isYear(lexemes[at + 1])) {
    const year = Number(lexemes[at + 1]?.text.slice(0, 4));
    return { length: 2, spans: [monthSpan(year, season[0], season[1])], kind: 'quarter' };
  }
  return monthAt(lexemes, at, frame) ?? quarterAt(lexemes, at, frame) ?? relativeAt(lexemes, at, frame);
}
