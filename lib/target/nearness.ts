import { Exact } from '@/lib/figure/decimal';
import { gap, shownThreshold } from '@/lib/figure/figure';
import type { MeasureFacts } from '@/lib/measure/measure';
import { above, below, type ColourBand } from '@/lib/target/colour';

type Shown = Pick<MeasureFacts, 'unit' | 'decimals' | 'digitsFollow'>;

/** How far a value lies outside a band; 0 inside it. */
export function distance(value: Exact, band: ColourBand): Exact {
  if (below(value, band)) return new Exact(band.low as string).minus(value);
  return above(value, band) ? value.minus(band.high as string) : new Exact(0);
}

/** 'nearer to the range 30 to 40 (20 away now, 30 away then)', 'both within the range 30 to 40'; the two distances are now's and then's. */
export function nearnessWords(
  [near, before]: [now: Exact, then: Exact],
  direction: 'improving' | 'worsening' | 'no_change',
  target: ColourBand,
  measure: Shown,
): string {
  const ends = [target.low, target.high].filter((end) => end !== null).map((end) => shownThreshold(end, measure));
  const place =
    ends.length === 2 && ends[0] !== ends[1] ? `the range ${ends.join(' to ')}` : `the target of ${ends[0]}`;
  if (near.isZero() && before.isZero()) return `both within ${place}`;
  const away = (size: Exact) => (size.isZero() ? 'within it' : `${gap(size.toFixed(), measure)} away`);
  const words = { improving: 'nearer to', worsening: 'further from', no_change: 'as near to' } as const;
  return `${words[direction]} ${place} (${away(near)} now, ${away(before)} then)`;
}
