import type { ReadingText } from '@/lib/commentary/reading-text';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { gap, shown, withNoun } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';

/** A true commentary on a reading and its comparator, and the same with the direction turned round. */
export type Directed = { clean: string; wrong: string };

const pairs = (up: boolean, rose: string, fell: string): [string, string] => (up ? [rose, fell] : [fell, rose]);

/** Sentences that say truly which way a figure has gone, each with the one word that makes it false; none where it has not moved. */
export function directedCommentaries({ measure, figures, comparator, direction }: ReadingText): Directed[] {
  const value = readingValue(figures, measure);
  if (value === null || !comparator?.value || direction === null || direction === 'no_change') return [];
  const [now, then] = [round(value, measure.decimals), round(comparator.value, measure.decimals)];
  if (new Exact(now).eq(then)) return [];
  const up = new Exact(now).gt(then);
  const figure = (decimal: string): string => withNoun(shown(decimal, measure), measure.unit);
  const difference = gap(new Exact(now).minus(then).toFixed(), measure);
  const { label } = comparator;
  const isBetter = direction === 'improving';
  const judged = direction === 'improving' || direction === 'worsening';
  const [verb, turned] = pairs(up, 'rose', 'fell');
  const [moved, movedBack] = pairs(up, 'increased', 'decreased');
  const [high, low] = pairs(up, 'higher', 'lower');
  const [above, below] = pairs(up, 'up', 'down');
  const say = (words: (way: string) => string, [right, wrong]: [string, string]): Directed => ({
    clean: words(right),
    wrong: words(wrong),
  });
  const plain = [
    say(
      (way) => `The figure ${way} from ${figure(comparator.value ?? '')} in ${label} to ${figure(value)}.`,
      [verb, turned],
    ),
    say(
      (way) => `At ${figure(value)} this is ${way} than the ${figure(comparator.value ?? '')} of ${label}.`,
      [high, low],
    ),
    say((way) => `The result of ${figure(value)} is ${way} by ${difference} on ${label}.`, [above, below]),
    say((way) => `It has ${way} by ${difference} since ${label}.`, [moved, movedBack]),
  ];
  if (!judged) return plain;
  const word: [string, string] = isBetter ? ['improved', 'worsened'] : ['worsened', 'improved'];
  const comparison: [string, string] = isBetter ? ['better', 'worse'] : ['worse', 'better'];
  return [
    ...plain,
    say((way) => `Performance has ${way} to ${figure(value)}.`, word),
    say((way) => `${figure(value)} is ${way} than ${label}.`, comparison),
  ];
}
