import { Exact } from '@/lib/figure/decimal';
import { compute } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';

/** The colours of performance against target, best first. */
export const colours = ['green', 'amber', 'red'] as const;
export type Colour = (typeof colours)[number];

export const colourWords: Record<Colour, string> = { green: 'Green', amber: 'Amber', red: 'Red' };

/** The lowest and highest values of a colour, decimals as strings; null for no limit on that side. Both ends belong to it. */
export type Band = { low: string | null; high: string | null };

/** The values that are green, and those that are amber or better; null amber when the target has none. */
export type Bands = { green: Band; amber: Band | null };

/** A value as it is compared: rounded to the decimals, or as stored when they are null. */
export const compared = (value: string, decimals: number | null): Exact =>
  new Exact(decimals === null ? value : round(value, decimals));

export const below = (value: Exact, band: Band): boolean => band.low !== null && value.lt(band.low);
export const above = (value: Exact, band: Band): boolean => band.high !== null && value.gt(band.high);

/** Whether a value lies in a band; its ends do. */
export const within = (value: Exact, band: Band): boolean => !below(value, band) && !above(value, band);

/** The colour of a value as compared. */
export const colourOf = (value: Exact, { green, amber }: Bands): Colour =>
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
