import type { Part } from './counted-measure';
import { type Cell, unveiled, type Veil } from './weighed-figure';

/** How much is hidden of a figure; a count or a base is 1, a value 2, and less where it is shown at fewer decimals. */
export function cost(cell: Cell, veil: Veil): number {
  const { decimals } = cell.measure;
  const value = veil.decimals === null ? 2 : (decimals - veil.decimals) * 0.5;
  const signs = (veil.colour ? 0.25 : 0) + (veil.travel ? 0.1 : 0);
  const parts = (veil.numerator && cell.form !== 'number' ? 1 : 0) + (veil.denominator ? 1 : 0);
  return (parts + value + signs) * (cell.isHiding ? 1 : 1.5) + (cell.isLatest ? 0.01 : 0);
}

const ways = new WeakMap<Veil, { cell: Cell; hasBase: boolean; list: Veil[] }>();

/** The same for the same figure and veil, so that what is known of each way is kept. */
export function heavier(cell: Cell, veil: Veil, hasBase: boolean): Veil[] {
  const kept = ways.get(veil);
  if (kept?.cell === cell && kept.hasBase === hasBase) return kept.list;
  const list = waysToHide(cell, veil, hasBase);
  ways.set(veil, { cell, hasBase, list });
  return list;
}

/**
 * Every way to hide more of a figure than a veil does. What a figure is out of is hidden only where it is in a sum: elsewhere one
 * could guess it from another month.
 */
function waysToHide(cell: Cell, veil: Veil, hasBase: boolean): Veil[] {
  if (cell.isException) return [];
  const colours = veil.colour || !cell.reading?.target ? [veil.colour] : [false, true];
  if (cell.form === 'number')
    return veil.numerator
      ? []
      : colours.map((colour) => ({ ...veil, numerator: true, decimals: null, colour, travel: true }));
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
        if (isLess || isVain || isSame) return [];
        // A colour is hidden only of a figure that is hidden in full.
        const own = numerator && decimals === null ? colours : [veil.colour];
        return own.map((colour) => ({ ...veil, numerator, denominator, decimals, colour, travel }));
      }),
    ),
  );
}

/** Whether anything is hidden of a figure. */
export const isVeiled = (cell: Cell, veil: Veil): boolean => {
  const bare = unveiled(cell);
  return veil.numerator || veil.denominator || veil.decimals !== bare.decimals;
};

/** A veil with what editions have hidden of the figure already: whatever else is hidden or shown, that stays. */
export function withKept(cell: Cell, veil: Veil): Veil {
  const { kept, form } = cell;
  if (!kept) return veil;
  const isHidden = (part: Part) => kept.parts.includes(part);
  const value = isHidden('value') ? kept.decimals : cell.measure.decimals;
  const decimals = value === null || veil.decimals === null ? null : Math.min(value, veil.decimals);
  const colour = veil.colour || kept.hidesColour;
  if (form === 'bare') return { ...veil, decimals, colour };
  const isSplit = form !== 'number';
  return {
    numerator: veil.numerator || (isSplit ? isHidden('numerator') : decimals === null),
    denominator: veil.denominator || (isSplit && isHidden('denominator')),
    decimals,
    colour,
    travel: veil.travel || kept.hidesTravel,
  };
}
