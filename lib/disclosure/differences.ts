import type { Cell, Veil } from './cell';
import { grouped } from './grouped';
import { isSameRun, latestReadings } from './links';
import { isSmall } from './small';

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.abs(one - other);

/** What lies between two figures of which one contains the other, or that correct one another. */
const between = (one: Cell, other: Cell) => ({
  numerator: difference(one.numerator, other.numerator),
  denominator: difference(one.denominator, other.denominator),
});

/** Whether two shown figures would give a small count between them. */
function givesSmall(one: Cell, other: Cell): boolean {
  if (one.form !== other.form) return false;
  const { numerator, denominator } = between(one, other);
  if (denominator === 0 && numerator === 0) return false;
  const form = one.form === 'proportion' && denominator === 0 ? 'rate' : one.form;
  return isSmall(form, { numerator, denominator }, one.threshold);
}

/** Whether the denominators of two figures alone would give a small count. */
function basesGiveSmall(one: Cell, other: Cell): boolean {
  const { denominator } = between(one, other);
  return (
    (one.form === 'proportion' || one.form === 'average') &&
    isSmall('average', { numerator: null, denominator }, one.threshold)
  );
}

const fixed = 1000;

type Tells = (one: Cell, other: Cell) => boolean;

/** The figures that can stay beside one another, as many as can, the latest before others. */
function standing(run: Cell[], latest: Cell | undefined, tells: Tells): Set<Cell> {
  type Way = { cells: Cell[]; worth: number };
  const ways: Way[] = [];
  const better = (best: Way, way: Way): Way => (way.worth >= best.worth ? way : best);
  run.forEach((cell, at) => {
    const own = cell.isException || cell.known.numerator ? fixed : cell === latest ? 1.5 : 1;
    const before = ways
      .slice(0, at)
      .filter(({ cells }) => !tells(cells.at(-1) as Cell, cell))
      .reduce<Way>(better, { cells: [], worth: 0 });
    ways.push({ cells: [...before.cells, cell], worth: before.worth + own });
  });
  return new Set(ways.reduce<Way>(better, { cells: [], worth: 0 }).cells);
}

/** A figure with at least its count hidden, and of a proportion or average what it is out of where that gives something away. */
function veiledBeside(cell: Cell, veil: Veil, isBase: boolean): Veil {
  const travel = veil.travel || cell.form === 'number';
  const decimals = cell.form === 'number' ? null : veil.decimals;
  return { ...veil, numerator: true, denominator: veil.denominator || isBase, decimals, travel };
}

const hasPeopleBelow = ({ form }: Cell): boolean => form === 'proportion' || form === 'average';

/**
 * What is hidden of a measure's figures, at least, so that no two of them give a small count by subtraction: of a year to date and
 * its month before, and of a correction and what it corrects. Source: docs/rules.md, Small counts of people.
 */
export function veilsOfDifferences(own: Cell[], small: Veil[]): Map<Cell, Veil> {
  const veils = new Map<Cell, Veil>();
  const [first] = own;
  if (first?.measure.policy?.method !== 'hide') return veils;
  const veilOf = (cell: Cell) => veils.get(cell) ?? (small[cell.id] as Veil);
  const readings = latestReadings(own).filter((cell) => cell.isHiding);
  const latest = readings.at(-1);
  const leaveOut = (cells: Cell[], tells: Tells, isBase: boolean) => {
    for (const run of grouped(cells, (cell) => (cell.measure.window === 'since' ? 0 : cell.span[0])).values()) {
      const stay = standing(run, latest, tells);
      for (const cell of run)
        if (!stay.has(cell) && !cell.isException) veils.set(cell, veiledBeside(cell, veilOf(cell), isBase));
    }
  };
  if (first.measure.window === 'ytd' || first.measure.window === 'since') {
    const withBase = readings.filter((cell) => hasPeopleBelow(cell) && !veilOf(cell).denominator);
    leaveOut(withBase, basesGiveSmall, true);
    const withCount = readings.filter((cell) => !veilOf(cell).numerator && !veilOf(cell).denominator);
    leaveOut(withCount, givesSmall, false);
  }
  for (const cell of own) {
    const isShown = !veilOf(cell).numerator && !veilOf(cell).denominator;
    if (cell.year !== null || cell.isLatest || !cell.isHiding || cell.isException || !isShown) continue;
    const telling = own.filter(
      (other) =>
        isBesideCorrected(cell, other) &&
        !veilOf(other).numerator &&
        !veilOf(other).denominator &&
        givesSmall(cell, other),
    );
    const isBase = telling.some((other) => basesGiveSmall(cell, other));
    if (telling.length > 0) veils.set(cell, veiledBeside(cell, veilOf(cell), isBase));
  }
  return veils;
}

/** Whether a figure that was corrected is read beside another: a later correction of it, or its neighbour in a running total. */
function isBesideCorrected(cell: Cell, other: Cell): boolean {
  if (other.year !== null || other === cell) return false;
  if (other.month === cell.month) return other.revision > cell.revision;
  return other.isLatest && isSameRun(cell, other) && Math.abs(cell.month - other.month) <= 12;
}
