import type { Cell } from './weighed-figure';

const exactly = 2 ** 53;

/** A quotient half up, as a whole number of its last place: 3 × 100 ÷ 389 at one decimal is 8. */
function quotient(numerator: number, denominator: number, factor: number): number {
  const twice = 2 * numerator * factor;
  if (Number.isInteger(twice) && Number.isInteger(denominator) && Math.abs(twice) + denominator < exactly) {
    const rest = (((twice + denominator) % (2 * denominator)) + 2 * denominator) % (2 * denominator);
    return (twice + denominator - rest) / (2 * denominator);
  }
  const size = Math.floor(Math.abs((numerator * factor) / denominator) + 0.5 + 1e-9);
  return numerator < 0 ? -size : size;
}

/** The value that two parts give at some decimals, as a whole number of its last place. */
export const roundedAt = (
  { measure }: Pick<Cell, 'measure'>,
  numerator: number,
  denominator: number | null,
  decimals: number,
): number => quotient(numerator, denominator ?? 1, (denominator === null ? 1 : (measure.scale ?? 1)) * 10 ** decimals);

/** A value at some decimals, as a whole number of its last place. */
const rounded = (value: number, decimals: number): number => quotient(value, 1, 10 ** decimals);

/** The value of a figure at some decimals, from its parts where it has them; null where it has none. */
export function valueAt(cell: Cell, decimals: number): number | null {
  const { form, numerator, denominator, value } = cell;
  if (form === 'number' || form === 'bare' || numerator === null || denominator === null)
    return value === null ? null : rounded(value, decimals);
  return roundedAt(cell, numerator, denominator, decimals);
}

/** Whether a whole numerator over this denominator gives a value at some decimals. */
export function someNumeratorGives(
  cell: Pick<Cell, 'measure'>,
  value: number,
  denominator: number,
  decimals: number,
): boolean {
  const middle = Math.round((value * denominator) / ((cell.measure.scale ?? 1) * 10 ** decimals));
  return [middle - 1, middle, middle + 1].some(
    (numerator) => numerator >= 0 && roundedAt(cell, numerator, denominator, decimals) === value,
  );
}
