import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import type { NumberToken, PlacedNumber } from '../prose/number-token';
import type { KnownNumber, KnownParts } from './known-number';
import type { ReadWords } from './read-words';

const short = /(?:k|m|mn|bn|thousand|million)$/i;

/** The size of the last digit that a number gives: 10 for "80", 1,000 for "27,000", 0.1 for "80.9". */
export function lastDigit({ value, decimals }: PlacedNumber): Exact {
  if (decimals > 0) return new Exact(10).pow(-Math.min(decimals, 12));
  const zeros = value === '0' ? 0 : (/0*$/.exec(value)?.[0].length ?? 0);
  return new Exact(10).pow(Math.min(zeros, 12));
}

/** Whether a number is given short, as £88k or 4.8 million: then it is a rounding. */
export const isShort = ({ quote, numbers }: NumberToken): boolean =>
  short.test(quote) || short.test(numbers[0]?.quote ?? '');

/** Whether a number that is meant roughly fits a known one: "about 80" within half of its last digit, "over 80" above it. */
function fitsRoughly(number: PlacedNumber, hedge: NumberToken['hedge'], known: string): boolean {
  const step = lastDigit(number);
  const beyond = new Exact(known).minus(number.value);
  if (hedge === 'over') return beyond.gt(0) && beyond.lt(step);
  if (hedge === 'under') return beyond.lt(0) && beyond.abs().lt(step);
  return beyond.abs().times(2).lte(step);
}

/** The known numbers that a number in prose may be: by any fair rounding, roughly where it says so, and of a like kind. */
export function matches(number: PlacedNumber, token: NumberToken, words: ReadWords): KnownNumber[] {
  const percent = token.kind === 'percent' || (token.kind === 'range' && token.percent);
  const like = (known: KnownNumber) =>
    (percent ? known.percent : token.kind !== 'points') &&
    (token.kind !== 'money' || !known.percent) &&
    // “Eight new vehicles” are not the 8% that 92% leave.
    (percent || !known.percent || known.part !== 'rest');
  const exact = words.find(number.value, number.decimals).filter(like);
  if (exact.length > 0) return exact;
  const hedge = token.hedge ?? (short.test(number.quote) || short.test(token.quote) ? 'about' : null);
  // As an estimate first: only what is near in plain arithmetic is worked out exactly.
  const near = Number(number.value);
  const room = hedge === null ? 0 : Number(lastDigit(number)) * 1.01;
  return hedge === null
    ? []
    : words.known.filter(
        (known) => like(known) && Math.abs(known.estimate - near) <= room && fitsRoughly(number, hedge, known.value),
      );
}

/** Whether a number is one that the measure's own title, definition or labels name: "within 1 day". */
export const inMeasureWords = (
  { value }: PlacedNumber,
  { kind }: NumberToken,
  { measureNumbers }: ReadWords,
): boolean => (kind === 'plain' || kind === 'range') && measureNumbers.has(value);

/** The parts that "x of y" is right about: the numerator, or the rest, of the denominator. */
export function partsFor([x, y]: PlacedNumber[], { parts }: ReadWords): KnownParts[] {
  if (!x || !y) return [];
  return parts.filter(
    ({ numerator, denominator, rest }) => denominator === y.value && (numerator === x.value || rest === x.value),
  );
}

const percents = ({ known }: ReadWords): KnownNumber[] => known.filter(({ percent }) => percent);

/** The percentages that a part of one fits ("two thirds", "one in four"): within three points, or on the side that it says. */
export function fractionFor({ numbers, hedge }: NumberToken, words: ReadWords): KnownNumber[] {
  const [x, y] = numbers;
  if (!x || !y) return [];
  const share = (Number(x.value) / Number(y.value)) * 100;
  return percents(words).filter(({ estimate }) => {
    const apart = estimate - share;
    if (hedge === 'over') return apart > 0;
    return hedge === 'under' ? apart < 0 : Math.abs(apart) <= (hedge === 'about' ? 5 : 3);
  });
}

/** The figures without known parts that "x of y" gives: then its numbers cannot be told otherwise. */
export function givesTheFigure([x, y]: PlacedNumber[], { reading, known, parts }: ReadWords): KnownNumber[] {
  if (!x || !y || y.value === '0' || reading.measure.unit !== 'percent') return [];
  const { decimals } = reading.measure;
  const share = (Number(x.value) / Number(y.value)) * 100;
  return known.filter(
    (one) =>
      one.percent &&
      one.part === 'value' &&
      Math.abs(one.estimate - share) <= 1 &&
      !parts.some(({ key }) => one.key.startsWith(`${key}/`)) &&
      round(one.value, decimals) === round(new Exact(x.value).times(100).div(y.value).toFixed(), decimals),
  );
}
