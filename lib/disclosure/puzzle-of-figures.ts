import { colourWith, directionWith } from './colour-and-direction';
import type { Group } from './groups';
import type { CellPart, Link } from './links';
import type { Puzzle, Sight, Sum, Unknown } from './puzzle';
import { roundedAt, someNumeratorGives, valueAt } from './rounded';
import { isSmall, smallCounts } from './small-rule';
import { type Cell, showsValue, type Veil } from './weighed-figure';

/**
 * What is hidden of figures, what each figure of the service is compared with, by its place, and what editions have compared a
 * hidden one with already; `mayTellNone` where somebody may work out that there is none among many.
 */
export type Hidden = {
  veils: Map<Cell, Veil>;
  earlier: Cell[][];
  comparedBefore: Map<Cell, Cell[]>;
  mayTellNone: boolean;
};

/** A puzzle with the unknowns that count people, by the figure that they belong to. */
type People = { puzzle: Puzzle; targets: { cell: Cell; unknown: number }[] };

/** Whether a part is hidden, and was not public before. */
const isUnknown = (cell: Cell, part: CellPart, { veils }: Hidden): boolean => {
  const veil = veils.get(cell) as Veil;
  return veil[part] && !cell.known[part] && Number.isInteger(cell[part]);
};

/** The decimals at which a reader has the value, from any edition; null where none shows it. */
function decimalsSeen({ known, measure }: Cell, { decimals }: Veil): number | null {
  if (known.value) return measure.decimals;
  return decimals === null || known.decimals === null
    ? (decimals ?? known.decimals)
    : Math.max(decimals, known.decimals);
}

/** What a reader sees of a figure, asked of any parts that it might have. */
function fitsSights(
  cell: Cell,
  veil: Veil,
  hidden: Hidden,
): (numerator: number, denominator: number | null) => boolean {
  const decimals = decimalsSeen(cell, veil);
  const value = decimals === null ? null : valueAt(cell, decimals);
  const small = isSmall(cell.form, cell, cell.threshold);
  const signs = !showsValue(veil, cell) || cell.measure.compareAs === 'stored';
  const numerator = cell.numerator as number;
  const colour = signs && (!veil.colour || cell.known.colour) ? colourWith(cell, numerator, cell.denominator) : null;
  const before = hidden.comparedBefore.get(cell) ?? [];
  const shown = veil.travel ? before : [...new Set([...(hidden.earlier[cell.id] ?? []), ...before])];
  const compared = signs ? shown : [];
  const ways = compared.map((then) => directionWith(cell, numerator, cell.denominator, then));
  return (count, base) => {
    if (cell.form === 'proportion' && base !== null && count > base) return false;
    if (cell.isHiding && isSmall(cell.form, { numerator: count, denominator: base }, cell.threshold) !== small)
      return false;
    if (decimals !== null && value !== null && cell.form !== 'bare' && roundedAt(cell, count, base, decimals) !== value)
      return false;
    if (colour !== null && colourWith(cell, count, base) !== colour) return false;
    return compared.every((then, at) => directionWith(cell, count, base, then) === ways[at]);
  };
}

/** An average whose total is in no sum: any total may stand over a number of people, so long as it gives the value. */
function fitsAverage(cell: Cell, veil: Veil): (denominator: number) => boolean {
  const decimals = decimalsSeen(cell, veil);
  const value = decimals === null ? null : valueAt(cell, decimals);
  const small = isSmall(cell.form, cell, cell.threshold);
  return (base) =>
    (!cell.isHiding || isSmall('average', { numerator: null, denominator: base }, cell.threshold) === small) &&
    (decimals === null || value === null || someNumeratorGives(cell, value, base, decimals));
}

const rangeOf = (truth: number, least: number): Unknown => ({
  truth,
  low: Math.min(least, truth),
  high: truth * 10 + 1000,
  options: null,
  ends: [],
});

/** What a reader knows of one figure's hidden parts before any sum. */
type Guessed = {
  count: Unknown | null;
  base: Unknown | null;
  rest: Unknown | null;
  fits: ReturnType<typeof fitsSights>;
  fitsAverage: ReturnType<typeof fitsAverage>;
};

const guesses = new WeakMap<Veil, { cell: Cell; isSummedBase: boolean; guessed: Guessed }>();

/** The same for the same figure and veil, since many ways to hide other figures are tried. */
function guessedOf(cell: Cell, hidden: Hidden, isSummedBase: boolean): Guessed {
  const veil = hidden.veils.get(cell) as Veil;
  const kept = guesses.get(veil);
  if (kept?.cell === cell && kept.isSummedBase === isSummedBase) return kept.guessed;
  const guessed = newlyGuessed(cell, veil, hidden, isSummedBase);
  guesses.set(veil, { cell, isSummedBase, guessed });
  return guessed;
}

function newlyGuessed(cell: Cell, veil: Veil, hidden: Hidden, isSummedBase: boolean): Guessed {
  const { form, numerator, denominator, threshold } = cell;
  const base = denominator !== null && isUnknown(cell, 'denominator', hidden) ? rangeOf(denominator, 1) : null;
  // Nothing but few people hides what a figure is out of, unless a sum over rows does.
  const isFewBelow = cell.isHiding && !isSummedBase && (form === 'proportion' || form === 'average');
  if (base && isFewBelow && base.truth <= threshold) base.high = threshold;
  const isFew = cell.isHiding && !base && form !== 'average' && isSmall(form, cell, threshold);
  let count: Unknown | null = null;
  if (numerator !== null && isUnknown(cell, 'numerator', hidden)) {
    count = rangeOf(numerator, 0);
    if (form === 'proportion' && !base && denominator !== null) {
      count.high = denominator;
      count.ends = [0, denominator];
    }
    if (isFew) count.options = smallCounts(form, denominator, threshold);
  }
  const isSplit = count && base && form === 'proportion';
  return {
    count,
    base,
    rest: isSplit ? rangeOf((denominator as number) - (numerator as number), 0) : null,
    fits: fitsSights(cell, veil, hidden),
    fitsAverage: fitsAverage(cell, veil),
  };
}

/** A part of a figure as a key: the denominator, the numerator, and the rest. */
const keyOf = ({ id }: Cell, part: CellPart): number => id * 2 + (part === 'numerator' ? 1 : 0);

/** What a reader is left to puzzle out of figures that belong together. Source: docs/rules.md, Small counts of people. */
export function puzzleOf(cells: Iterable<Cell>, { linksAt, summed, bases }: Group, hidden: Hidden): People {
  const unknowns: Unknown[] = [];
  const sights: Sight[] = [];
  const sums: Sum[] = [];
  const targets: People['targets'] = [];
  const places = new Map<number, number>();
  const links = new Set<Link>();
  const add = (unknown: Unknown | null): number | null => (unknown === null ? null : unknowns.push(unknown) - 1);

  for (const cell of cells) {
    const { form, numerator, denominator } = cell;
    const veil = hidden.veils.get(cell) as Veil;
    if (!veil.numerator && !veil.denominator) continue;
    const guessed = guessedOf(cell, hidden, bases.has(cell));
    const isFree = form === 'average' && !summed.has(cell);
    const base = add(guessed.base);
    const count = add(isFree ? null : guessed.count);
    if (base !== null) places.set(keyOf(cell, 'denominator'), base);
    if (count !== null) places.set(keyOf(cell, 'numerator'), count);
    for (const link of linksAt.get(cell) ?? []) links.add(link);
    if (isFree && veil.numerator && base !== null)
      sights.push({ unknowns: [base], fits: (at) => guessed.fitsAverage(at(base)) });
    else
      sights.push({
        unknowns: [count, base].filter((at) => at !== null),
        fits: (at) =>
          guessed.fits(count === null ? (numerator as number) : at(count), base === null ? denominator : at(base)),
      });
    const rest = count === null || base === null ? null : add(guessed.rest);
    if (rest !== null && count !== null && base !== null)
      sums.push({
        terms: [
          [rest, 1],
          [count, 1],
          [base, -1],
        ],
        low: 0,
        high: 0,
      });
    if (!cell.isHiding) continue;
    const isBasePeople = form === 'average' || form === 'proportion';
    const isNone = (unknown: number) =>
      hidden.mayTellNone && unknowns[unknown]?.truth === 0 && !isSmall(form, cell, cell.threshold);
    for (const unknown of [form === 'average' ? null : count, isBasePeople ? base : null, rest])
      if (unknown !== null && !isNone(unknown)) targets.push({ cell, unknown });
  }
  sums.push(...sumsOf(links, places, hidden.veils));
  return { puzzle: { unknowns, sights, sums }, targets };
}

/** The links as sums over what is not known, with what is known taken off their ends. */
function sumsOf(links: Iterable<Link>, places: Map<number, number>, veils: Map<Cell, Veil>): Sum[] {
  const sums: Sum[] = [];
  for (const { terms, low, high, by } of links) {
    if (by && !showsValue(veils.get(by) as Veil, by)) continue;
    const open: Sum['terms'] = [];
    let known = 0;
    for (const { cell, part, factor } of terms) {
      const at = places.get(keyOf(cell, part));
      if (at === undefined) known += factor * (cell[part] ?? 0);
      else open.push([at, factor]);
    }
    if (open.length > 0) sums.push({ terms: open, low: low - known, high: high - known });
  }
  return sums;
}
