import type { MeasureFacts } from '@/lib/measure/measure';
import { alikeInLength, spanOf } from '@/lib/measure/span';
import { type Figures, readingValue } from './computed-value';
import { Exact } from './decimal';
import { shown, withNoun } from './figure';
import { equalAt } from './rounding';

const fewest = 6;
const limit = 3.5;

function median(values: Exact[]): Exact {
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as Exact;
  return sorted.length % 2 === 1 ? upper : upper.plus(sorted[middle - 1] as Exact).div(2);
}

/**
 * The sentence that asks "are you sure?" of a value far from its usual ones, or null when it is not: beyond 3.5 robust z-scores
 * (0.6745 × distance from the median ÷ median absolute deviation), or another one where all but few are the same. Never from
 * fewer than six values. Decimals as strings. Source: Iglewicz and Hoaglin 1993.
 */
export function unusual(
  value: string,
  usual: string[],
  measure: Pick<MeasureFacts, 'unit' | 'decimals'>,
): string | null {
  if (usual.length < fewest) return null;
  const centre = median(usual.map((figure) => new Exact(figure)));
  const spread = median(usual.map((figure) => new Exact(figure).minus(centre).abs()));
  const away = new Exact(value).minus(centre).abs();
  const far = spread.isZero()
    ? !equalAt(value, centre.toFixed(), measure.decimals)
    : away.times('0.6745').div(spread).gt(limit);
  if (!far) return null;
  const figureText = (figure: string) => withNoun(shown(figure, measure), measure.unit);
  return `${figureText(value)} is far from the last ${usual.length} figures, which lie around ${figureText(centre.toFixed())}: check it, and if it is right, say why.`;
}

type Earlier = Figures & { periodStart: string };

/** The earlier figures of a measure that a new one is usual or unusual among: those that cover as long a time, in the order given. */
export function usualValues(
  measure: Pick<MeasureFacts, 'frequency' | 'window' | 'since' | 'startMonth' | 'scale'>,
  periodStart: string,
  earlier: Earlier[],
): string[] {
  const span = (start: string) => spanOf({ frequency: measure.frequency, start }, measure);
  const ownSpan = span(periodStart);
  return earlier
    .filter((reading) => alikeInLength(span(reading.periodStart), ownSpan))
    .map((reading) => readingValue(reading, measure))
    .filter((value) => value !== null);
}
