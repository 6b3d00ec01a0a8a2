import { grouped } from '@/lib/collection/grouped';
import { type CellPart, isSameRun, latestReadings } from './links';
import { isSmall } from './small-rule';
import type { Cell, Veil } from './weighed-figure';

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.abs(one - other);

/** What lies between two figures of which one contains the other, or that correct one another. */
const between = (one: Cell, other: Cell) => ({
  numerator: difference(one.numerator, other.numerator),
  denominator: difference(one.denominator, other.denominator),
});

/** Whether two shown figures would give a small count between them; of proportions also where not both show what they are out of. */
function givesSmall(one: Cell, other: Cell, hasBases = true): boolean {
  if (one.form !== other.form) return false;
  const { numerator, denominator } = between(one, other);
  if (denominator === 0 && numerator === 0) return false;
  const form = one.form === 'proportion' && (denominator === 0 || !hasBases) ? 'rate' : one.form;
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

/** Two figures that tell something by a part of theirs, and must not both be shown. */
type Telling = { tells: (one: Cell, other: Cell) => boolean; part: CellPart };

/** The figures that can stay beside one another, as many as can, those that are public already and the latest before others. */
function standing(run: Cell[], latest: Cell | undefined, { tells, part }: Telling): Set<Cell> {
  type Way = { cells: Cell[]; worth: number };
  const ways: Way[] = [];
  const better = (best: Way, way: Way): Way => (way.worth >= best.worth ? way : best);
  run.forEach((cell, at) => {
    const own = cell.isException || cell.known[part] ? fixed : cell === latest ? 1.5 : 1;
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
  const leaveOut = (cells: Cell[], telling: Telling) => {
    for (const run of grouped(cells, (cell) => (cell.measure.window === 'since' ? 0 : cell.span[0])).values()) {
      const stay = standing(run, latest, telling);
      for (const cell of run)
        if (!stay.has(cell) && !cell.isException)
          veils.set(cell, veiledBeside(cell, veilOf(cell), telling.part === 'denominator'));
    }
  };
  if (first.measure.window === 'ytd' || first.measure.window === 'since') {
    const isSeen = (cell: Cell, part: CellPart) => !veilOf(cell)[part] || cell.known[part];
    const withBase = readings.filter((cell) => hasPeopleBelow(cell) && isSeen(cell, 'denominator'));
    leaveOut(withBase, { tells: basesGiveSmall, part: 'denominator' });
    const hasBase = (cell: Cell) => isSeen(cell, 'denominator');
    const withCount = readings.filter(
      (cell) => isSeen(cell, 'numerator') && (cell.form === 'proportion' || hasBase(cell)),
    );
    const tells = (one: Cell, other: Cell) => givesSmall(one, other, hasBase(one) && hasBase(other));
    leaveOut(withCount, { tells, part: 'numerator' });
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
