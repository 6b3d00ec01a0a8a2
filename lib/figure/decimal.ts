import { Decimal } from 'decimal.js';

/**
 * The only arithmetic for figures: 60 significant digits, round half up and away from zero, never in exponent notation.
 * A clone, so that nobody else's settings of decimal.js can change a judgement. Source: docs/rules.md, Figures.
 */
export const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Exact = Decimal;
