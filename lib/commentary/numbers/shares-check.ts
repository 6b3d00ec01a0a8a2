import { Exact } from '@/lib/figure/decimal';
import { asGiven } from '@/lib/figure/figure';
import type { Finding } from '../finding';
import type { NumberToken } from '../prose/number-token';
import { partsFor } from './number-match';
import type { ReadProse, ReadWords } from './read-words';

/** A quote with its two numbers exchanged. */
function exchanged({ at, quote, numbers: [x, y] }: NumberToken): string {
  if (!x || !y) return quote;
  const [first, second] = [x.at - at, y.at - at];
  return (
    quote.slice(0, first) +
    y.quote +
    quote.slice(first + x.quote.length, second) +
    x.quote +
    quote.slice(second + y.quote.length)
  );
}

/** What is wrong with "x of y": its numbers the other way round than the parts, or more than there are; null where nothing is. */
export function swapped(token: NumberToken, prose: ReadProse, words: ReadWords): Finding | null {
  const [x, y] = token.numbers;
  if (token.kind !== 'share' || token.exempt || !x || !y) return null;
  if (x.value === y.value || partsFor([x, y], words).length > 0) return null;
  const { place } = prose;
  const { at, quote } = token;
  const parts = partsFor([y, x], words)[0];
  if (parts && parts.numerator === y.value) {
    const sentence = `“${quote}” has the two numbers the other way round: ${parts.what} is ${asGiven(parts.numerator)} out of ${asGiven(parts.denominator)}.`;
    return {
      rule: 'B2',
      place,
      quote,
      at,
      sentence,
      mend: 'Put the smaller group first, then what it is out of.',
      instead: exchanged(token),
    };
  }
  if (place.field === 'actionText' || !new Exact(x.value).gt(y.value)) return null;
  const sentence = `“${quote}” takes ${asGiven(x.value)} out of only ${asGiven(y.value)}.`;
  return { rule: 'B2', place, quote, at, sentence, mend: 'Check which number is the part and which is the total.' };
}

/** B2: "x out of y" with x and y the other way round than the parts. Source: docs/rules.md, Numbers and dates. */
export const swappedFindings = (words: ReadWords): Finding[] =>
  words.proses.flatMap((prose) => prose.numbers.flatMap((token) => swapped(token, prose, words) ?? []));
