import { lexed } from '@/lib/commentary/prose/lexemes';
import { numbersIn } from '@/lib/commentary/prose/numbers-in';
import { compute, type Figures } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { equalAt } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';

/** As much of a text as is searched for the two numbers of its figure. */
const mostSearched = 20_000;

/** How far from its figure a quotient may be and still be meant for it: one part in 200, as 506 beside 11,626 ÷ 23. */
const near = '0.005';

const isNear = (value: string, quotient: string): boolean =>
  new Exact(value).minus(quotient).abs().lte(new Exact(value).abs().times(near));

/**
 * The two numbers of a figure whose report keeps them in its words alone: "216 of 267" beside 81%. Either way round, since a
 * report may have swapped them; null where none comes to the figure.
 */
export function partsInWords(
  comments: string,
  { value }: Figures,
  { scale, decimals }: Pick<MeasureFacts, 'scale' | 'decimals'>,
): Pick<Figures, 'numerator' | 'denominator'> | null {
  if (value === null || scale === null || new Exact(value).isZero()) return null;
  const { numbers } = numbersIn(lexed(comments.slice(0, mostSearched)), new Set());
  for (const { kind, numbers: pair } of numbers) {
    const [x, y] = pair;
    if (kind !== 'share' || !x || !y) continue;
    for (const [numerator, denominator] of [
      [x.value, y.value],
      [y.value, x.value],
    ] as const) {
      const quotient = compute(numerator, denominator, scale);
      if (quotient !== null && (equalAt(quotient, value, decimals) || isNear(value, quotient)))
        return { numerator, denominator };
    }
  }
  return null;
}
