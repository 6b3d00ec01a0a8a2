import type { MeasureFacts } from '@/lib/measure/measure';
import { compute, type Figures } from './computed-value';
import { Exact } from './decimal';
import { asGiven, shown } from './figure';
import { equalAt } from './rounding';

/** The sum in words: '11,626 ÷ 23', '216 ÷ 267 × 100'. */
const sum = (numerator: string, denominator: string, scale: number): string =>
  `${asGiven(numerator)} ÷ ${asGiven(denominator)}${scale === 1 ? '' : ` × ${asGiven(String(scale))}`}`;

/**
 * Why these figures cannot stand together, or null when they can: half a pair, a denominator of 0 or below, more than the
 * whole, or a typed value that its parts do not give at the measure's decimals (both are shown). Source: docs/rules.md, Figures.
 */
export function figureRefusal(
  { value, numerator, denominator }: Figures,
  measure: Pick<MeasureFacts, 'unit' | 'decimals' | 'scale' | 'outsideHundred'>,
  labels: { numerator: string; denominator: string } = { numerator: 'The numerator', denominator: 'The denominator' },
): string | null {
  const { scale, decimals } = measure;
  if (numerator === null && denominator === null) return null;
  if (scale === null) return 'This measure takes its figure directly, not from two numbers.';
  if (numerator === null) return `${labels.numerator} is missing: the sum needs both numbers.`;
  if (denominator === null) return `${labels.denominator} is missing: the sum needs both numbers.`;
  if (new Exact(denominator).isZero())
    return `${labels.denominator} is 0, so there is no figure: choose a reason instead.`;
  if (new Exact(denominator).isNegative()) return `${labels.denominator} cannot be below 0.`;
  if (measure.unit === 'percent' && !measure.outsideHundred && new Exact(numerator).gt(denominator))
    return `${labels.numerator} is ${asGiven(numerator)}, more than the ${asGiven(denominator)} it is out of: check which is which.`;
  const computed = compute(numerator, denominator, scale) as string;
  if (value === null || equalAt(value, computed, decimals)) return null;
  return `The figure typed is ${shown(value, measure)}, but ${sum(numerator, denominator, scale)} is ${shown(computed, measure)}.`;
}
