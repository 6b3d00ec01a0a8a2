import type { ReadingText } from '@/lib/commentary/reading-text';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';

/** A number of a text in digits, by its place. */
export type Digits = { at: number; quote: string };

/** Every number in digits that stands by itself: no part of a word, a date with slashes or a number of a form. */
export const digitsIn = (text: string): Digits[] =>
  [...text.matchAll(/(?<![\w./-])\d[\d,]*(?:\.\d+)?(?![\w/-]|[.,]\d)/g)].map(({ 0: quote, index }) => ({
    at: index,
    quote: quote.replace(/,+$/, ''),
  }));

/** The same text with one digit of a number another one. */
export function withDigit(text: string, { at, quote }: Digits, nth: number, digit: string): string {
  const places = [...quote].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
  const place = places[nth % places.length] ?? 0;
  return text.slice(0, at + place) + digit + text.slice(at + place + 1);
}

/** Every figure that a row has: its own, its parts, its target, those before and of others, what is left of a whole, and gaps. */
function figuresOf({ measure, figures, target, comparator, earlier, benchmarks }: ReadingText): Exact[] {
  const value = readingValue(figures, measure);
  const { numerator, denominator } = figures;
  const known = [
    value,
    numerator,
    denominator,
    ...(target ? Object.values(target) : []),
    ...[comparator, ...earlier, ...benchmarks].flatMap((other) => (other ? [other.value] : [])),
  ].filter((each): each is string => each !== null && /^\d/.test(each));
  const exact = known.map((each) => new Exact(each));
  const gaps = exact.flatMap((one) => exact.map((other) => one.minus(other).abs()));
  const rest = [
    ...(denominator && numerator ? [new Exact(denominator).minus(numerator)] : []),
    ...(measure.unit === 'percent' ? exact.map((each) => new Exact(100).minus(each)) : []),
  ];
  return [...exact, ...gaps, ...rest];
}

/** Whether a round number is so near to a figure of the row that it is as fair as a rounding: "just over 61,300" of 61,340. */
export function isRoundly(text: ReadingText, written: string): boolean {
  const digits = written.replaceAll(',', '');
  const step = new Exact(10).pow(/0*$/.exec(digits)?.[0].length ?? 0);
  if (step.eq(1)) return false;
  return figuresOf(text).some((figure) => figure.gte(step) && figure.minus(digits).abs().lt(step));
}

/** Whether a number, as it is written, is a figure of the row or a fair rounding of one, in thousands or millions too. */
export function isFigure(text: ReadingText, written: string): boolean {
  const digits = written.replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const number = new Exact(digits);
  return figuresOf(text).some((figure) =>
    [1, 1000, 1_000_000].some((size) => figure.div(size).toDecimalPlaces(decimals).eq(number)),
  );
}
