import { type Figure, quotient, sum } from './whole-figures';

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
  away: (value: Figure) => Figure;
  reach: Figure;
  nearReach: Figure;
};

const size = (value: Figure): Figure => (value < 0n ? -value : value);

/** The moving ranges: the distance between the figures of two neighbouring periods, both of which must be there. */
function movingRanges(values: (Figure | null)[]): Figure[] {
  const ranges: Figure[] = [];
  let before: Figure | null = null;
  for (const value of values) {
    if (value !== null && before !== null) ranges.push(size(value - before));
    before = value;
  }
  return ranges;
}

/** The ranges below 3.267 × their mean, compared once; where nothing moves there is nothing to drop. */
function screened(ranges: Figure[]): Figure[] {
  const total = sum(ranges);
  return total === 0n ? ranges : ranges.filter((range) => range * BigInt(ranges.length) * 1000n < total * 3267n);
}

/** The mean of a segment's figures, which are so many decimals as whole numbers; null when it has none. */
export function centreOf(values: (Figure | null)[], decimals: number): string | null {
  const figures = values.filter((value) => value !== null);
  return figures.length === 0 ? null : quotient(sum(figures), BigInt(figures.length), decimals);
}

/**
 * The natural process limits of one segment, unclipped: mean ± 2.66 × mean moving range, near ones at two thirds of that; or why
 * it has none. Judgements compare whole multiples, so that no quotient is rounded before it decides.
 * Source: NHS "Making Data Count", XmR; docs/rules.md, Is it a change or chance.
 */
export function limitsOf(values: (Figure | null)[], decimals: number, screen: boolean): Limits | WhyNoLimits {
  const figures = values.filter((value) => value !== null);
  if (figures.length < fewestForLimits) return 'too_few';
  const all = movingRanges(values);
  if (all.length === 0) return 'no_neighbours';
  const ranges = screen ? screened(all) : all;
  const [many, moves] = [BigInt(figures.length), BigInt(ranges.length)];
  // Everything × figures × ranges × 300: 2.66 becomes 798, and two thirds of it 532.
  const multiple = many * moves * 300n;
  const centre = sum(figures) * moves * 300n;
  const spread = sum(ranges) * many;
  const [reach, nearReach] = [spread * 798n, spread * 532n];
  const range = (distance: Figure): Range => ({
    low: quotient(centre - distance, multiple, decimals),
    high: quotient(centre + distance, multiple, decimals),
  });
  return { limits: range(reach), near: range(nearReach), away: (value) => multiple * value - centre, reach, nearReach };
}
