import { Exact } from '@/lib/figure/decimal';

/**
 * A figure as a whole number of its last decimal place, the same place for a whole series: sums, products and comparisons of it are
 * exact, however many digits it has, and cost a tenth of what decimals do.
 */
export type Figure = bigint;

/**
 * The figures of a series as plain digits and as whole numbers, and how many decimals were made whole; null for none, and anything
 * else that is no figure is a fault.
 */
export function wholeFigures(values: (string | number | null)[]) {
  const texts = values.map((value) => (value === null ? null : plain(value)));
  const decimals = texts.reduce((most, text) => Math.max(most, text === null ? 0 : decimalsOf(text)), 0);
  return { texts, figures: texts.map((text) => (text === null ? null : wholeAt(text, decimals))), decimals };
}

function wholeAt(text: string, decimals: number): Figure {
  const point = text.indexOf('.');
  if (point === -1) return BigInt(decimals === 0 ? text : text + '0'.repeat(decimals));
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(decimals, '0'));
}

/** How many decimals plain digits have. */
function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

/** A figure without digits that say nothing: '-2.5'. */
function plain(value: string | number): string {
  if (typeof value === 'string' && /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/.test(value)) return value;
  const exact = new Exact(value);
  if (!exact.isFinite()) throw new RangeError(`Not a figure: ${value}`);
  return exact.toFixed();
}

export const sum = (values: Figure[]): Figure => values.reduce((total, value) => total + value, 0n);

/** A quotient of figures of so many decimals as it is stored, rounded once to 60 significant digits. */
export const quotient = (above: Figure, below: bigint, decimals: number): string =>
  new Exact(`${above}`).div(`${below * 10n ** BigInt(decimals)}`).toFixed();
