import { Exact } from '@/lib/figure/decimal';
import {
  above,
  below,
  type Colour,
  type ColourBand,
  type ColourBands,
  type Count,
  colourOf,
  valueAt,
  within,
} from '@/lib/target/colour';

const largest = '1e15';

/**
 * The nearest whole numerator, going up (1) or down (-1), at which `holds` becomes true; it must stay true once it is.
 * Null when that lies beyond 0 or the most there can be. Doubling, then halving: some 100 steps for any size.
 */
function nearest(count: Count, way: 1 | -1, holds: (value: Exact) => boolean): Exact | null {
  const from = new Exact(count.numerator);
  const furthest = way === -1 ? from : new Exact(count.most ?? largest).minus(from);
  const reached = (step: Exact) => holds(valueAt(count, from.plus(step.times(way))));
  let [no, yes] = [new Exact(0), new Exact(1)];
  while (yes.lt(furthest) && !reached(yes)) [no, yes] = [yes, yes.times(2)];
  if (yes.gt(furthest)) yes = furthest;
  if (yes.lte(no) || !reached(yes)) return null;
  while (yes.minus(no).gt(1)) {
    const middle = yes.plus(no).div(2).floor();
    if (reached(middle)) yes = middle;
    else no = middle;
  }
  return from.plus(yes.times(way));
}

/** The nearest numerator that brings a count from outside a band into it, or null when no whole one does. */
function enter(count: Count, band: ColourBand): string | null {
  const now = valueAt(count, new Exact(count.numerator));
  if (within(now, band)) return null;
  const numerator = below(now, band)
    ? nearest(count, 1, (value) => !below(value, band))
    : nearest(count, -1, (value) => !above(value, band));
  return numerator && within(valueAt(count, numerator), band) ? numerator.toFixed() : null;
}

/** The nearest numerator that takes a count inside a band out of it, the lower of two equally near; null when none does. */
function leave(count: Count, band: ColourBand): string | null {
  const from = new Exact(count.numerator);
  const down = band.low === null ? null : nearest(count, -1, (value) => below(value, band));
  const up = band.high === null ? null : nearest(count, 1, (value) => above(value, band));
  if (down === null || up === null) return (down ?? up)?.toFixed() ?? null;
  return (up.minus(from).lt(from.minus(down)) ? up : down).toFixed();
}

/**
 * The nearest numerators that change the colour: to each better one, or from Green to a worse one.
 * Source: docs/rules.md, Colours.
 */
export function turningPoints(count: Count, bands: ColourBands): { to: string; makes: Colour }[] {
  const colourAt = (numerator: string) => colourOf(valueAt(count, new Exact(numerator)), bands);
  const colour = colourAt(count.numerator);
  const candidates =
    colour === 'green'
      ? [leave(count, bands.green)]
      : [colour === 'red' && bands.amber ? enter(count, bands.amber) : null, enter(count, bands.green)];
  const points = candidates.filter((to) => to !== null).map((to) => ({ to, makes: colourAt(to) }));
  return points.filter((point, i) => points.findIndex(({ to }) => to === point.to) === i);
}
