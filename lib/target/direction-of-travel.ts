import { Exact } from '@/lib/figure/decimal';
import { gap, shown, withNoun } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import { type MeasureFacts, type Polarity, polarityWords } from '@/lib/measure/measure';
import { alikeInLength, lengthInWords, type Span } from '@/lib/measure/span';
import { distance, nearnessWords } from '@/lib/target/nearness';
import { because } from '@/lib/text/because';
import { endOf, type Period } from '@/lib/time/period';
import { colourBandsOf } from './colour';
import type { Target } from './target';

/** The directions of travel: the first three with a polarity, the last three without. */
const directions = ['improving', 'worsening', 'no_change', 'increasing', 'decreasing'] as const;
export type Direction = (typeof directions)[number];

export const directionWords: Record<Direction, string> = {
  improving: 'Improving',
  worsening: 'Worsening',
  no_change: 'No change',
  increasing: 'Increasing',
  decreasing: 'Decreasing',
};

/** What is compared; every reason completes "…, because": 'the method changed in April 2018'. */
export type Comparison = {
  value: string | null;
  whyNoValue?: string | null;
  /** What the figure covers, inside a sentence: 'in July 2018', 'in the 12 months to 31 July 2018'. */
  when?: string | null;
  /** The earlier figure, and the year or period it stands for: '2017/18'; `when` as it reads in a sentence ('in 2017/18' unless it is given), `why` says why there is none. */
  comparator: { value: string | null; label: string; when?: string | null; why?: string | null };
  measure: Pick<MeasureFacts, 'unit' | 'decimals' | 'polarity' | 'noChangeBand' | 'digitsFollow'> & {
    compareAs?: MeasureFacts['compareAs'];
  };
  /** The target in force: what a range, or a measure that is better nearer to its target, is nearer to. */
  target?: Target | null;
  /** The latest period lies inside the comparison year (see `inYear`); `period` is its range, for the sentence. */
  selfComparison?: boolean;
  period?: string | null;
  /** Why the two figures are not of a kind: one of `breaks`, or a reason in words. */
  break?: string | null;
  /** Why the two figures cover spans of different length (see `lengthsApart`): '4 months against 12'. */
  lengths?: string | null;
};

/** The breaks that the rules name, in words. Source: docs/rules.md, Direction of travel. */
export const breaks = {
  series: 'there is a break in the series between them',
  definition: 'the definition of the measure changed between them',
} as const;

/** Whether a period lies in a year, given by its first and last day, so that the comparison is with its own year. */
export const inYear = (period: Period, year: Span): boolean => period.start >= year.from && endOf(period) <= year.until;

/** '4 months (1 April to 31 July 2018) against 12 (2017/18)' where two spans differ in length, so that they are never compared; else null. */
export function lengthsApart(
  ours: { span: Span; words: string },
  theirs: { span: Span; words: string },
): string | null {
  if (alikeInLength(ours.span, theirs.span)) return null;
  const [ourLength, theirLength] = [lengthInWords(ours.span), lengthInWords(theirs.span)];
  const short =
    ourLength.replace(/^\d+ /, '') === theirLength.replace(/^\d+ /, '') ||
    (theirLength.endsWith('months') && ourLength.endsWith('month'));
  return `${ourLength} (${ours.words}) against ${short ? theirLength.split(' ')[0] : theirLength} (${theirs.words})`;
}

/** Which way is better by a target: a range is met from both sides, so that nearer to it is better, whatever the measure says. */
export const polarityBy = (polarity: Polarity, target: Target | null): Polarity =>
  polarity !== 'none' && target?.shape === 'between' ? 'nearest' : polarity;

/**
 * The direction of travel against a named earlier figure, as shown or, where the measure says so, as stored: equal, or inside the
 * measure's band (its ends included), is no change; improving and no change are green, worsening red; without polarity there is no
 * colour. With a range, better is nearer to it, and anywhere inside it is no change. Source: docs/rules.md, Direction of travel.
 */
export function travel(comparison: Comparison): {
  direction: Direction | null;
  colour: 'green' | 'red' | null;
  sentence: string;
} {
  const { value, comparator, measure } = comparison;
  const cannot = (why: string) => ({ direction: null, colour: null, sentence: `Cannot be compared: ${why}.` });
  if (value === null) return cannot(`there is no current figure${because(comparison.whyNoValue)}`);
  if (comparator.value === null) return cannot(`there is no figure for ${comparator.label}${because(comparator.why)}`);
  if (comparison.lengths) return cannot(comparison.lengths);
  if (comparison.break)
    return cannot(`this figure and the one for ${comparator.label} are not alike${because(comparison.break)}`);

  const decimals = measure.compareAs === 'stored' ? enoughDecimals(value, comparator.value, measure) : measure.decimals;
  const [now, then] = [exactly(value, measure), exactly(comparator.value, measure)];
  const polarity = polarityBy(measure.polarity, comparison.target ?? null);
  const { direction, nearness } = directionOf(now, then, polarity, comparison);
  const difference = now.minus(then);
  const printed = { ...measure, decimals };
  const figure = (text: string) => withNoun(shown(text, printed), measure.unit);
  const ours = comparison.when ? `${figure(value)} ${comparison.when}` : figure(value);
  const against = `${ours} against ${figure(comparator.value)} ${comparator.when ?? `in ${comparator.label}`}`;
  const apart = difference.isZero()
    ? ''
    : `, ${gap(difference.toFixed(), printed)} ${difference.gt(0) ? 'higher' : 'lower'}`;
  const band = measure.noChangeBand ?? '0';
  const steady = direction === 'no_change';
  const inside =
    steady && apart && polarity !== 'nearest'
      ? `, which is within the ${gap(band, measure)} that count as no change`
      : '';
  const better = (steady && polarity !== 'none') || polarity === 'nearest' ? '' : `, and ${polarityWords[polarity]}`;
  return {
    direction,
    colour: colourOf(direction, polarity),
    sentence: `${directionWords[direction]}: ${against}${apart}${inside}${better}${nearness}${ownYear(comparison)}.`,
  };
}

const exactly = (value: string, { compareAs, decimals }: Comparison['measure']): Exact =>
  new Exact(compareAs === 'stored' ? value : round(value, decimals));

/** The fewest decimals, from the measure's own up, at which two different values are printed as different ones. */
function enoughDecimals(one: string, other: string, { decimals }: Comparison['measure']): number {
  if (new Exact(one).eq(other)) return decimals;
  let places = decimals;
  while (places < 60 && round(one, places) === round(other, places)) places += 1;
  return places;
}

function colourOf(direction: Direction, polarity: Polarity): 'green' | 'red' | null {
  if (polarity === 'none' || direction === 'increasing' || direction === 'decreasing') return null;
  return direction === 'worsening' ? 'red' : 'green';
}

/** The direction, and how near both figures are to a range or target where nearer is better. */
function directionOf(
  now: Exact,
  then: Exact,
  polarity: Polarity,
  { measure, target }: Comparison,
): { direction: Direction; nearness: string } {
  const band = measure.noChangeBand ?? '0';
  const greenBand = target ? (colourBandsOf(target)?.green ?? null) : null;
  if (polarity === 'nearest' && greenBand) {
    const [near, before] = [distance(now, greenBand), distance(then, greenBand)];
    const moved = near.minus(before);
    const direction = moved.abs().lte(band) ? 'no_change' : moved.lt(0) ? 'improving' : 'worsening';
    return { direction, nearness: `, ${nearnessWords([near, before], direction, greenBand, measure)}` };
  }
  const difference = now.minus(then);
  if (difference.abs().lte(band)) return { direction: 'no_change', nearness: '' };
  const up = difference.gt(0);
  if (polarity === 'none' || polarity === 'nearest')
    return { direction: up ? 'increasing' : 'decreasing', nearness: '' };
  return { direction: up === (polarity === 'higher') ? 'improving' : 'worsening', nearness: '' };
}

/** The candid end of the sentence when a figure is compared with the year that it is part of. */
const ownYear = ({ selfComparison, period, comparator }: Comparison): string =>
  selfComparison
    ? `; ${period ?? 'this period'} is itself part of ${comparator.label}, so this compares the figure with its own year`
    : '';
