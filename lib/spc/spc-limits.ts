import { Exact } from '@/lib/figure/decimal';

/** How many figures a segment needs before it has limits. Source: docs/rules.md, Is it a change or chance. */
export const fewestForLimits = 13;

/** Why a segment has no limits: too few figures, or no two in neighbouring periods, so that nothing says how far they move. */
export type WhyNoLimits = 'too_few' | 'no_neighbours';

/** Both ends of a range, decimals as strings. */
export type Range = { low: string; high: string };

/** What the points of a segment are held against; a distance is a whole multiple of the true one, the same for all three. */
export type Limits = {
  limits: Range;
  near: Range;
  /** How far a value lies above the centre, negative for below. */
  away: (value: Exact) => Exact;
  reach: Exact;
  nearReach: Exact;
};

/**
 * Sums and products in full, never rounded: a value worked out from its parts has 60 digits of its own, and thirteen alike
 * must have exactly that value as their mean.
 */
const Unrounded = Exact.clone({ precision: 1e6 });

/** A finite decimal for sums without rounding; anything else is a fault. */
export function unrounded(value: string | number): Exact {
  const exact = new Unrounded(value);
  if (!exact.isFinite()) throw new RangeError(`Not a figure: ${value}`);
  return exact;
}

const sum = (values: Exact[]): Exact => values.reduce((total, value) => total.plus(value), unrounded(0));

/** A quotient as it is stored, rounded once to 60 significant digits. */
const quotient = (above: Exact, below: Exact): string => new Exact(above).div(below).toFixed();

/** The moving ranges: the distance between the figures of two neighbouring periods, both of which must be there. */
const movingRanges = (values: (Exact | null)[]): Exact[] =>
  values.flatMap((value, i) => {
    const before = values[i - 1];
    return value && before ? [value.minus(before).abs()] : [];
  });

/** The ranges below 3.267 × their mean, compared once; where nothing moves there is nothing to drop. */
function screened(ranges: Exact[]): Exact[] {
  const total = sum(ranges);
  if (total.isZero()) return ranges;
  return ranges.filter((range) => range.times(ranges.length).times(1000).lt(total.times(3267)));
}

/** The mean of a segment's figures; null when it has none. */
export const centreOf = (values: (Exact | null)[]): string | null => {
  const figures = values.filter((value) => value !== null);
  return figures.length === 0 ? null : quotient(sum(figures), unrounded(figures.length));
};

/**
 * The natural process limits of one segment, unclipped: mean ± 2.66 × mean moving range, near ones at two thirds of that; or why
 * it has none. Judgements compare whole multiples, so that no quotient is rounded before it decides.
 * Source: NHS "Making Data Count", XmR; docs/rules.md, Is it a change or chance.
 */
export function limitsOf(values: (Exact | null)[], screen: boolean): Limits | WhyNoLimits {
  const figures = values.filter((value) => value !== null);
  if (figures.length < fewestForLimits) return 'too_few';
  const all = movingRanges(values);
  if (all.length === 0) return 'no_neighbours';
  const ranges = screen ? screened(all) : all;
  // Everything × figures × ranges × 300: 2.66 becomes 798, and two thirds of it 532.
  const multiple = unrounded(figures.length).times(ranges.length).times(300);
  const centre = sum(figures).times(ranges.length).times(300);
  const spread = sum(ranges).times(figures.length);
  const [reach, nearReach] = [spread.times(798), spread.times(532)];
  const range = (distance: Exact): Range => ({
    low: quotient(centre.minus(distance), multiple),
    high: quotient(centre.plus(distance), multiple),
  });
  return {
    limits: range(reach),
    near: range(nearReach),
    away: (value) => multiple.times(value).minus(centre),
    reach,
    nearReach,
  };
}
