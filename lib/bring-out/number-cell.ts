import { Exact } from '@/lib/figure/decimal';

/** What stands in a cell: a number where a spreadsheet holds it exactly, else text; null for an empty one. */
export type OutCell = string | number | null;

/** As many digits as a spreadsheet keeps of a number. */
const mostDigits = 15;

/** A decimal as a cell: a number where nothing of it is lost, else every digit as text. */
export function numberCell(decimal: string | null): OutCell {
  if (decimal === null) return null;
  const exact = new Exact(decimal);
  const number = exact.toNumber();
  const isKept = exact.precision() <= mostDigits && new Exact(number).eq(exact) && !Object.is(number, -0);
  return isKept ? number : exact.toFixed();
}
