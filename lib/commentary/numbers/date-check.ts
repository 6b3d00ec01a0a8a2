import type { Span } from '@/lib/measure/span';
import { daysBetween, formatDate } from '@/lib/time/day';
import { name } from '@/lib/time/period';
import type { DateToken } from '../dates/dates-in';
import { speaksOfTheFuture } from '../dates/modal';
import type { Finding } from '../finding';
import type { JudgedNumber } from './judged-number';
import { figureProses, type ReadProse, type ReadWords, sentenceOf } from './read-words';

const opens = /^(?:since|until|till|after|before|between|through|to)$/;

const comparisons = /^(?:than|against|on|compared|as)$/;
const joining =
  /^(?:in|for|at|of|the|that|same|our|own|figure|result|it|was|with|to|point|time|its|period|month|quarter)$/;

/** Whether a date stands behind the words of a comparison: "than last year", "as in the same quarter of last year". */
function isComparedWith({ from }: DateToken, { text: { lexemes } }: ReadProse): boolean {
  let at = from - 1;
  while (at >= 0 && from - at < 7 && joining.test(lexemes[at]?.lower ?? '')) at -= 1;
  return comparisons.test(lexemes[at]?.lower ?? '');
}

const overlap = (one: Span, other: Span): boolean => one.from <= other.until && other.from <= one.until;

/** The number that a date stands with: just before it in its clause, else after it, else anywhere before. */
function beside({ from, until }: DateToken, sorted: JudgedNumber[], prose: ReadProse): JudgedNumber | null {
  const { lexemes } = prose.text;
  // Sorted by place: halves until the first number behind the date.
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as JudgedNumber).token.from < until) low = middle + 1;
    else high = middle;
  }
  const place = lexemes[from]?.sentence;
  const [before, after] = [sorted[low - 1], sorted[low]].map((one) =>
    one?.token.sentence === place ? one : undefined,
  );
  const gap = before ? lexemes.slice(before.token.until, Math.min(from, before.token.until + 9)) : [];
  const isClose = before && from - before.token.until <= 8 && !gap.some(({ text }) => text === ',' || text === 'and');
  // “We had spent £241k by then, and by February the cupboard was bare”: another clause.
  if (before && !after && gap.some(({ text }, at) => text === ',' && gap[at + 1]?.lower === 'and')) return null;
  return (isClose ? before : after) ?? before ?? null;
}

/** Whether a date is in order beside a number: the number is of that date, or of no date, or not known at all. */
function inOrder({ spans }: DateToken, { verdict, known, parts, difference }: JudgedNumber): boolean {
  if (verdict !== 'known' || difference) return true;
  const figures = [...known.flatMap(({ may }) => may), ...parts];
  if (figures.length === 0) return true;
  return figures.some(({ span }) => span === null || spans.some((one) => overlap(one, span)));
}

/** Why a date is none of this reading's; null where it is in order. */
function problem(
  date: DateToken,
  prose: ReadProse,
  numbers: JudgedNumber[],
  words: ReadWords,
): JudgedNumber | 'bare' | null {
  const { frame, reading, known } = words;
  const { lexemes } = prose.text;
  if (date.spans.some((span) => overlap(span, frame.periodSpan) || overlap(span, frame.covered))) return null;
  const sentence = sentenceOf(prose, date);
  if (opens.test(lexemes[date.from - 1]?.lower ?? '')) return null;
  const isToCome = date.spans.some(({ until }) => until >= reading.today || until > frame.periodSpan.until);
  if (isToCome && speaksOfTheFuture(lexemes, sentence.from, date.from)) return null;
  const number = beside(date, numbers, prose);
  if (number && isComparedWith(date, prose)) return null;
  if (number) return inOrder(date, number) ? null : number;
  if (date.kind === 'relative' || date.kind === 'day' || date.kind === 'year') return null;
  if (known.some(({ span }) => span !== null && date.spans.some((one) => overlap(one, span)))) return null;
  return sentence.isOfPerformance ? 'bare' : null;
}

/** W2: a date outside the reading's period that no figure of that date stands beside. Source: docs/rules.md, Numbers and dates. */
export function dateFindings(words: ReadWords, judged: JudgedNumber[]): Finding[] {
  const { period } = words.reading;
  const own = name(period);
  return figureProses(words).flatMap((prose) => {
    const numbers = judged.filter((one) => one.prose === prose && one.verdict !== 'exempt');
    return prose.dates.flatMap((date): Finding[] => {
      const found = problem(date, prose, numbers, words);
      if (found === null) return [];
      const { quote, at } = date;
      const sentence =
        found === 'bare'
          ? `“${quote}” is not the period of this reading, ${own}, and no figure of that time stands beside it.`
          : `“${found.token.quote}” stands beside “${quote}”, but it is the figure for ${own}.`;
      const mend = `Name the period that is meant, or give the figure for it.`;
      const finding: Finding = { rule: 'W2', place: prose.place, quote, at, sentence, mend };
      const isAlike =
        found !== 'bare' &&
        date.kind === 'month' &&
        period.frequency === 'monthly' &&
        /^[A-Z][a-z]+ \d{4}$/.test(quote);
      if (isAlike) finding.instead = own;
      return [finding];
    });
  });
}

/** The days that a promise means: of a month without a year the nearest to today, so that "from May" in April is to come. */
function promisedSpan({ spans }: DateToken, { frame, reading: { today } }: ReadWords): Span | undefined {
  const likely = spans.filter(({ until }) => until >= frame.periodSpan.from);
  const nearest = likely.toSorted(
    (a, b) => Math.abs(daysBetween(a.until, today)) - Math.abs(daysBetween(b.until, today)),
  )[0];
  return nearest ?? spans[0];
}

/** Whether a day within the period is told of and not promised: "trees due by the end of December have been looked at". */
function isTold(date: DateToken, { until }: Span, prose: ReadProse, { frame }: ReadWords): boolean {
  if (until > frame.periodSpan.until) return false;
  const rest = prose.text.lexemes.slice(date.until, Math.min(sentenceOf(prose, date).until, date.until + 20));
  return rest.some(({ lower }) => /^(?:have|has|had|was|were)$/.test(lower));
}

/** W3: a promise whose day has passed, or an action due before it could be done. Source: docs/rules.md, Numbers and dates. */
export function promiseFindings(words: ReadWords): Finding[] {
  const { reading, frame, proses } = words;
  const { today, actions } = reading;
  const promised = proses.flatMap((prose) =>
    prose.dates.flatMap((date): Finding[] => {
      const { lexemes } = prose.text;
      const sentence = sentenceOf(prose, date);
      if (
        date.kind === 'relative' ||
        (opens.test(lexemes[date.from - 1]?.lower ?? '') && lexemes[date.from - 1]?.lower !== 'before')
      )
        return [];
      if (/^(?:since|from)$/.test(lexemes[date.from - 1]?.lower ?? '')) return [];
      const near = lexemes.slice(Math.max(sentence.from, date.from - 5), date.from).map(({ lower }) => lower);
      const isPromise = prose.place.field === 'actionText' && near.includes('by');
      if (!isPromise && !speaksOfTheFuture(lexemes, sentence.from, date.from)) return [];
      const meant = promisedSpan(date, words);
      if (!meant || meant.until >= today || isTold(date, meant, prose, words)) return [];
      // A whole year before the reading's own is one to compare with, whatever the sentence hopes for.
      if (date.kind === 'year' && meant.until < frame.periodSpan.from) return [];
      const { quote, at } = date;
      const words3 = `“${quote}” was promised, and it has passed: it is ${formatDate(today)}.`;
      return [
        {
          rule: 'W3',
          place: prose.place,
          quote,
          at,
          sentence: words3,
          mend: 'Say whether it was done, or give a new date.',
        },
      ];
    }),
  );
  const due = actions.flatMap(({ due: day }, action): Finding[] => {
    if (day === null || (day >= today && day > frame.periodSpan.until)) return [];
    const place = { field: 'actionDue', action } as const;
    const sentence =
      day < today
        ? `This action was due on ${formatDate(day)}, which has passed.`
        : `This action is due on ${formatDate(day)}, before the period has ended.`;
    return [
      {
        rule: 'W3',
        place,
        quote: day,
        at: 0,
        sentence,
        mend: 'Give a date to come, or say in the comments that it was done.',
      },
    ];
  });
  return [...promised, ...due];
}
