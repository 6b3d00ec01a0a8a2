import { type Cell, unveiled, type Veil } from './cell';

/** How much is hidden of a figure; a count or a base is 1, a value 2, and less where it is shown at fewer decimals. */
export function cost(cell: Cell, veil: Veil): number {
  const { decimals } = cell.measure;
  const value = veil.decimals === null ? 2 : (decimals - veil.decimals) * 0.5;
  const signs = (veil.colour ? 0.25 : 0) + (veil.travel ? 0.1 : 0);
  const parts = (veil.numerator && cell.form !== 'number' ? 1 : 0) + (veil.denominator ? 1 : 0);
  return (parts + value + signs) * (cell.isHiding ? 1 : 1.5) + (cell.isLatest ? 0.01 : 0);
}

/**
 * Every way to hide more of a figure than a veil does. What a figure is out of is hidden only where it is in a sum: elsewhere one
 * could guess it from another month.
 */
export function heavier(cell: Cell, veil: Veil, hasBase: boolean): Veil[] {
  if (cell.isException) return [];
  if (cell.form === 'number') return veil.numerator ? [] : [{ ...veil, numerator: true, decimals: null, travel: true }];
  if (cell.form === 'bare') return veil.decimals === null ? [] : [{ ...veil, decimals: null, travel: true }];
  const places = [...new Set([null, veil.decimals, veil.decimals === null ? null : 0])];
  const both = [true, false];
  return both.flatMap((numerator) =>
    (hasBase ? both : [veil.denominator]).flatMap((denominator) =>
      places.flatMap((decimals) => {
        const isLess = (veil.numerator && !numerator) || (veil.denominator && !denominator);
        const isVain = !numerator && !denominator;
        const isSame = veil.numerator === numerator && veil.denominator === denominator && veil.decimals === decimals;
        const travel = veil.travel || decimals !== cell.measure.decimals;
        return isLess || isVain || isSame ? [] : [{ ...veil, numerator, denominator, decimals, travel }];
      }),
    ),
  );
}

/** Whether anything is hidden of a figure. */
export const isVeiled = (cell: Cell, veil: Veil): boolean => {
  const bare = unveiled(cell);
  return veil.numerator || veil.denominator || veil.decimals !== bare.decimals;
};
