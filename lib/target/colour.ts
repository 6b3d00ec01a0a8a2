import { compute } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import type { Target } from './target';

/** The colours of performance against target, best first. */
export const colours = ['green', 'amber', 'red'] as const;
export type Colour = (typeof colours)[number];

export const colourWords: Record<Colour, string> = { green: 'Green', amber: 'Amber', red: 'Red' };

/** The lowest and highest values of a colour, decimals as strings; null for no limit on that side. Both ends belong to it. */
export type ColourBand = { low: string | null; high: string | null };

/** The values that are green, and those that are amber or better; null amber when the target has none. */
export type ColourBands = { green: ColourBand; amber: ColourBand | null };

/** The values of each colour of a target: what at most, at least and between come to; null for a watched measure. */
export function colourBandsOf(target: Target): ColourBands | null {
  switch (target.shape) {
    case 'none':
      return null;
    case 'at_least':
      return {
        green: { low: target.green, high: null },
        amber: target.amber === null ? null : { low: target.amber, high: null },
      };
    case 'at_most':
      return {
        green: { low: null, high: target.green },
        amber: target.amber === null ? null : { low: null, high: target.amber },
      };
    case 'between': {
      const { green, greenTo, amber, amberTo } = target;
      const wide = { low: amber ?? green, high: amberTo ?? greenTo };
      return { green: { low: green, high: greenTo }, amber: amber === null && amberTo === null ? null : wide };
    }
  }
}

/** A value as it is compared: rounded to the decimals, or as stored when they are null. */
export const compared = (value: string, decimals: number | null): Exact =>
  new Exact(decimals === null ? value : round(value, decimals));

export const below = (value: Exact, band: ColourBand): boolean => band.low !== null && value.lt(band.low);
export const above = (value: Exact, band: ColourBand): boolean => band.high !== null && value.gt(band.high);

/** Whether a value lies in a band; its ends do. */
export const within = (value: Exact, band: ColourBand): boolean => !below(value, band) && !above(value, band);

/** The colour of a value as compared. */
export const colourOf = (value: Exact, { green, amber }: ColourBands): Colour =>
  within(value, green) ? 'green' : amber && within(value, amber) ? 'amber' : 'red';

/** A whole count over a fixed base; `decimals` null compares as stored, `most` is the largest the numerator can be. */
export type Count = {
  numerator: string;
  denominator: string;
  scale: number;
  decimals: number | null;
  most: string | null;
};

/** The value, as compared, that this count would give with another numerator. */
export const valueAt = (count: Count, numerator: Exact): Exact =>
  compared(compute(numerator.toFixed(), count.denominator, count.scale) as string, count.decimals);
