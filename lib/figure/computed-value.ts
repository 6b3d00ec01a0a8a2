import type { MeasureFacts } from '@/lib/measure/measure';
import { Exact } from './decimal';

/** numerator ÷ denominator × scale to 60 significant digits, or null when the denominator is 0. */
export function compute(numerator: string, denominator: string, scale: number): string | null {
  const below = new Exact(denominator);
  return below.isZero() ? null : new Exact(numerator).times(scale).div(below).toFixed();
}

/** The figure of a reading as it is stored: typed, and/or its two parts; decimals as strings. */
export type Figures = { value: string | null; numerator: string | null; denominator: string | null };

/** The value that counts: computed from the parts where both are there, otherwise as typed; null when there is none. */
export function readingValue(figures: Figures, { scale }: Pick<MeasureFacts, 'scale'>): string | null {
  const { value, numerator, denominator } = figures;
  if (scale === null || numerator === null || denominator === null) return value;
  return compute(numerator, denominator, scale);
}
