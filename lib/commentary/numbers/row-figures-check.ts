import { readingValue } from '@/lib/figure/computed-value';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { round } from '@/lib/figure/rounding';
import { colourBandsOf } from '@/lib/target/colour';
import type { Finding } from '../finding';
import type { ReadWords } from './read-words';

const figures = { field: 'figures' } as const;

/** B1: the value that was typed does not equal its parts. Source: docs/rules.md, Numbers and dates. */
export function partsFindings({ reading }: ReadWords): Finding[] {
  const { value, numerator, denominator } = reading.figures;
  if (value === null || numerator === null || denominator === null) return [];
  const sentence = figureRefusal(reading.figures, reading.measure);
  if (sentence === null) return [];
  const mend = 'Correct the figure or its two numbers, or leave the figure empty: it is worked out from them.';
  return [{ rule: 'B1', place: figures, quote: value, at: 0, sentence, mend }];
}

/** Words by which the comments say themselves that the figures are alike. */
const saysAlike =
  /\b(?:same|unchanged|no change|not changed|maintained|held (?:steady|level|at)|equal|exactly|remain(?:s|ed)?|steady)\b/i;

/** W8: value, target and comparator are all the same number, so that the row says nothing. Source: docs/rules.md, Numbers and dates. */
export function allEqualFindings({ reading }: ReadWords): Finding[] {
  const { measure, target, comparator } = reading;
  const value = readingValue(reading.figures, measure);
  const bands = target ? colourBandsOf(target) : null;
  const before = comparator ? readingValue(comparator, measure) : null;
  if (value === null || before === null || !bands) return [];
  const { low, high } = bands.green;
  const same = [low, high].every(
    (limit) => limit === null || round(limit, measure.decimals) === round(value, measure.decimals),
  );
  if (!same || round(before, measure.decimals) !== round(value, measure.decimals)) return [];
  // A perfect score that is also the target cannot be bettered: nothing is odd about all three being 100%.
  const ceiling =
    measure.unit === 'percent' &&
    !measure.outsideHundred &&
    round(value, measure.decimals) === round('100', measure.decimals);
  if (ceiling && measure.polarity === 'higher') return [];
  // None of what there should be none of cannot be bettered either.
  if (measure.polarity === 'lower' && round(value, measure.decimals) === round('0', measure.decimals)) return [];
  if (saysAlike.test(reading.comments ?? '')) return [];
  const sentence = `The figure, the target and ${comparator?.label} are all ${round(value, measure.decimals)}, so the row cannot show whether anything changed.`;
  const mend = 'Check that the target was not set to the result, or say in the comments why the three are equal.';
  return [{ rule: 'W8', place: figures, quote: '', at: 0, sentence, mend }];
}
