import { type Cell, showsValue, type Veil } from './cell';
import type { CellPart, Link } from './links';
import type { Puzzle, Sight, Sum, Unknown } from './puzzle';
import { roundedAt, someNumeratorGives, valueAt } from './rounded';
import { colourWith, directionWith } from './signs';
import { isSmall, smallCounts } from './small';

/** What is hidden of figures, and what each figure of the service is compared with, by its place. */
export type Hidden = { veils: Map<Cell, Veil>; earlier: Cell[][] };

/** A puzzle with the unknowns that count people, by the figure that they belong to. */
type People = { puzzle: Puzzle; targets: { cell: Cell; unknown: number }[] };

/** Whether a part is hidden, and was not public before. */
const isUnknown = (cell: Cell, part: CellPart, { veils }: Hidden): boolean => {
  const veil = veils.get(cell) as Veil;
  return veil[part] && !cell.known[part] && Number.isInteger(cell[part]);
};

const decimalsSeen = (cell: Cell, veil: Veil): number | null =>
  cell.known.value ? cell.measure.decimals : veil.decimals;

/** What a reader sees of a figure, asked of any parts that it might have. */
function fitsSights(
  cell: Cell,
  veil: Veil,
  earlier: Cell[],
): (numerator: number, denominator: number | null) => boolean {
  const decimals = decimalsSeen(cell, veil);
  const value = decimals === null ? null : valueAt(cell, decimals);
  const small = isSmall(cell.form, cell, cell.threshold);
  const signs = !showsValue(veil, cell) || cell.measure.compareAs === 'stored';
  const numerator = cell.numerator as number;
  const colour = signs && !veil.colour ? colourWith(cell, numerator, cell.denominator) : null;
  const compared = signs && !veil.travel ? earlier : [];
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
});

/** What a reader knows of one figure's hidden parts before any sum. */
type Guessed = {
  count: Unknown | null;
  base: Unknown | null;
  rest: Unknown | null;
  fits: ReturnType<typeof fitsSights>;
  fitsAverage: ReturnType<typeof fitsAverage>;
};

const guesses = new WeakMap<Veil, { cell: Cell; guessed: Guessed }>();

/** The same for the same figure and veil, since many ways to hide other figures are tried. */
function guessedOf(cell: Cell, hidden: Hidden): Guessed {
  const veil = hidden.veils.get(cell) as Veil;
  const kept = guesses.get(veil);
  if (kept?.cell === cell) return kept.guessed;
  const guessed = newlyGuessed(cell, veil, hidden);
  guesses.set(veil, { cell, guessed });
  return guessed;
}

function newlyGuessed(cell: Cell, veil: Veil, hidden: Hidden): Guessed {
  const { form, numerator, denominator, threshold } = cell;
  const base = denominator !== null && isUnknown(cell, 'denominator', hidden) ? rangeOf(denominator, 1) : null;
  // Nothing but few people hides what a figure is out of, unless a sum does: a reader counts on the former.
  const isFewBelow = cell.isHiding && (form === 'proportion' || form === 'average');
  if (base && isFewBelow && base.truth <= threshold) base.high = threshold;
  const isFew = cell.isHiding && !base && form !== 'average' && isSmall(form, cell, threshold);
  let count: Unknown | null = null;
  if (numerator !== null && isUnknown(cell, 'numerator', hidden)) {
    count = rangeOf(numerator, 0);
    if (form === 'proportion' && !base && denominator !== null) count.high = denominator;
    if (isFew) count.options = smallCounts(form, denominator, threshold);
  }
  const isSplit = count && base && form === 'proportion';
  return {
    count,
    base,
    rest: isSplit ? rangeOf((denominator as number) - (numerator as number), 0) : null,
    fits: fitsSights(cell, veil, hidden.earlier[cell.id] ?? []),
    fitsAverage: fitsAverage(cell, veil),
  };
}

/** What a reader is left to puzzle out of figures that belong together. Source: docs/rules.md, Small counts of people. */
export function puzzleOf(cells: Cell[], links: Link[], hidden: Hidden): People {
  const unknowns: Unknown[] = [];
  const sights: Sight[] = [];
  const sums: Sum[] = [];
  const targets: People['targets'] = [];
  const places = new Map<string, number>();
  const add = (key: string, unknown: Unknown | null): number | null => {
    if (unknown === null) return null;
    places.set(key, unknowns.length);
    return unknowns.push(unknown) - 1;
  };
  const isSummed = ({ id }: Cell) =>
    links.some(({ terms }) => terms.some(({ cell, part }) => cell.id === id && part === 'numerator'));

  for (const cell of cells) {
    const { id, form, numerator, denominator } = cell;
    const veil = hidden.veils.get(cell) as Veil;
    if (!veil.numerator && !veil.denominator) continue;
    const guessed = guessedOf(cell, hidden);
    const isFree = form === 'average' && !isSummed(cell);
    const base = add(`${id}/denominator`, guessed.base);
    const count = add(`${id}/numerator`, isFree ? null : guessed.count);
    if (isFree && veil.numerator && base !== null)
      sights.push({ unknowns: [base], fits: (at) => guessed.fitsAverage(at(base)) });
    else
      sights.push({
        unknowns: [count, base].filter((at) => at !== null),
        fits: (at) =>
          guessed.fits(count === null ? (numerator as number) : at(count), base === null ? denominator : at(base)),
      });
    const rest = count === null || base === null ? null : add(`${id}/rest`, guessed.rest);
    if (rest !== null && count !== null && base !== null) {
      const terms: Sum['terms'] = [];
      terms.push([rest, 1], [count, 1], [base, -1]);
      sums.push({ terms, low: 0, high: 0 });
    }
    if (!cell.isHiding) continue;
    const isBasePeople = form === 'average' || form === 'proportion';
    for (const unknown of [form === 'average' ? null : count, isBasePeople ? base : null, rest])
      if (unknown !== null) targets.push({ cell, unknown });
  }
  return { puzzle: { unknowns, sights, sums: [...sums, ...sumsOf(links, places, hidden.veils)] }, targets };
}

/** The links as sums over what is not known, with what is known taken off their ends. */
function sumsOf(links: Link[], places: Map<string, number>, veils: Map<Cell, Veil>): Sum[] {
  return links.flatMap(({ terms, low, high, by }) => {
    if (by && !showsValue(veils.get(by) as Veil, by)) return [];
    const open: Sum['terms'] = [];
    let known = 0;
    for (const { cell, part, factor } of terms) {
      const at = places.get(`${cell.id}/${part}`);
      if (at === undefined) known += factor * (cell[part] ?? 0);
      else open.push([at, factor]);
    }
    return open.length === 0 ? [] : [{ terms: open, low: low - known, high: high - known }];
  });
}
