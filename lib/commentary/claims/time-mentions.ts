import type { ReadingText } from '@/lib/commentary/reading-text';
import { months } from '@/lib/commentary/words/number-uses';
import type { Token } from '@/lib/commentary/words/sentences';
import { endOf } from '@/lib/time/period';

/** A time that a sentence speaks of: the reading's own, one of a figure that is known, or another. */
export type TimeMention = { first: number; next: number; time: 'own' | { value: string } | 'other' };

const monthNumber = (word: string): number =>
  [...'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')].indexOf(word.slice(0, 3)) + 1;
const lengths = /^(?:month|quarter|year|period|term|week|half)(?:'s)?$/;
const monthly: Record<string, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  termly: 'term',
  half_yearly: 'half',
};

type Known = Pick<ReadingText, 'period' | 'comparator' | 'earlier'>;

const timeOf = (value: string | null | undefined): TimeMention['time'] => (value == null ? 'other' : { value });

/** The figure of last year where it is the one that the reading is compared with, or the earlier period twelve months before. */
function lastYear({ comparator, earlier, period }: Known, samePeriod: boolean): TimeMention['time'] {
  const year = Number(period.start.slice(0, 4)) - 1;
  const then = earlier.find(
    ({ span }) =>
      span?.until.slice(0, 7) === `${year}${endOf(period).slice(4, 7)}` ||
      span?.from === `${year}${period.start.slice(4)}`,
  );
  if (samePeriod || period.frequency === 'annual') return timeOf(then?.value ?? comparator?.value);
  // “Last year” may be the year's own figure or the same months of it: only one that both agree on is sure.
  if (comparator?.value == null) return timeOf(then?.value);
  const isYear = /^\d{4}|year/i.test(comparator.label);
  return isYear ? { value: comparator.value } : timeOf(then?.value);
}

/** The figure of a month, quarter or year that words name, by its label or its span. */
function named(
  { comparator, earlier, period }: Known,
  month: number,
  year: number | null,
  label: string,
): TimeMention['time'] {
  const inMonth = (day: string) =>
    Number(day.slice(5, 7)) === month && (year === null || Number(day.slice(0, 4)) === year);
  if (month > 0 && (inMonth(period.start) || inMonth(endOf(period)))) return 'own';
  const all = comparator ? [...earlier, comparator] : earlier;
  const found = all.find((one) =>
    month > 0
      ? one.span !== null && inMonth(one.span.until) && one.span.from.slice(0, 7) >= one.span.until.slice(0, 4)
      : one.label.toLowerCase().includes(label),
  );
  return timeOf(found?.value);
}

/** The time that a sentence mentions at a token, or null. */
export function timeAt(tokens: Token[], first: number, known: Known): TimeMention | null {
  const lower = (steps: number) => tokens[first + steps]?.lower ?? '';
  const mention = (length: number, time: TimeMention['time']): TimeMention => ({ first, next: first + length, time });
  const bare = lower(1).replace(/'s$/, '');
  const word = lower(0);
  if (word === 'this' && /^(?:month|quarter|year|period|term|week)/.test(bare))
    return lower(2) === 'last' ? null : mention(2, 'own');
  if (word === 'this' && bare === 'time' && lower(2) === 'last') return mention(4, lastYear(known, true));
  if (word === 'same' && lengths.test(lower(1))) {
    const year = tokens
      .slice(first + 2, first + 6)
      .some(
        (one, index, near) =>
          one.lower === 'last' || (one.lower === 'previous' && near[index + 1]?.lower.startsWith('year')),
      );
    return year ? mention(4, lastYear(known, true)) : null;
  }
  if (/^(?:last|previous|prior|preceding)$/.test(word)) {
    if (bare === 'year') return mention(2, lastYear(known, false));
    if (bare === 'period' || bare === monthly[known.period.frequency])
      return mention(2, timeOf(known.earlier[0]?.value));
    if (lengths.test(bare)) return mention(2, 'other');
    if (months.has(bare)) return mention(2, named(known, monthNumber(bare), null, bare));
    return null;
  }
  if (lengths.test(word) && /^(?:before|earlier|ago)$/.test(lower(1))) return mention(2, 'other');
  if (/^(?:months|years|quarters|weeks)$/.test(word)) return mention(1, 'other');
  // “April to June 2018”: a quarter is known by its last month.
  if (months.has(word) && /^(?:to|–|-)$/.test(lower(1)) && months.has(lower(2))) {
    const year = /^(?:19|20)\d\d$/.test(lower(3)) ? Number(lower(3)) : null;
    return mention(year === null ? 3 : 4, named(known, monthNumber(lower(2)), year, lower(2)));
  }
  if (
    months.has(word) &&
    (word !== 'may' || /^\d{4}$/.test(lower(1)) || /^(?:in|since|for|from|of|to)$/.test(lower(-1)))
  ) {
    const year = /^(?:19|20)\d\d$/.test(lower(1)) ? Number(lower(1)) : null;
    return mention(year === null ? 1 : 2, named(known, monthNumber(word), year, word));
  }
  if (/^q[1-4]$/.test(word)) return mention(1, quarterOf(known, Number(word[1]), lower(1), lower(3)));
  if (/^(?:19|20)\d\d$/.test(word)) {
    const pair = /^[/–-]$/.test(lower(1)) && /^\d{2}(?:\d\d)?$/.test(lower(2));
    return mention(pair ? 3 : 1, pair ? named(known, 0, null, `${word}/${lower(2).slice(-2)}`) : 'other');
  }
  return null;
}

/** A quarter of the council's year: the first begins in April. */
function quarterOf(known: Known, quarter: number, ...years: string[]): TimeMention['time'] {
  const last = ((quarter * 3 + 2) % 12) + 1;
  const start = years.map((year) => /^(?:19|20)\d\d$/.exec(year)?.[0]).find((year) => year !== undefined);
  const year = start === undefined ? null : Number(start) + (quarter === 4 ? 1 : 0);
  return named(known, last, year, '');
}
