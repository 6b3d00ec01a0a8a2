/** A hidden count, and what a reader knows of it before any sum; `options` where it is one of a few. */
export type Unknown = { truth: number; low: number; high: number; options: number[] | null };

/** A sum of unknowns, each times its factor, that lies between two numbers. */
export type Sum = { terms: [unknown: number, factor: number][]; low: number; high: number };

/** Something that is seen of a figure with all of its unknowns. */
export type Sight = { unknowns: number[]; fits: (counts: (unknown: number) => number) => boolean };

/** All that a reader knows of hidden counts together. */
export type Puzzle = { unknowns: Unknown[]; sums: Sum[]; sights: Sight[] };

/** A puzzle with what each unknown is part of. */
type Indexed = Puzzle & { sumsAt: number[][]; sightsAt: number[][] };

/** Other numbers than the true ones, by unknown. */
type Changes = Map<number, number>;

const tries = 8;
const mostChanges = 5;
const mostSteps = 150;

/** A puzzle, made ready for many questions. */
export function indexed(puzzle: Puzzle): Indexed {
  const sumsAt: number[][] = puzzle.unknowns.map(() => []);
  const sightsAt: number[][] = puzzle.unknowns.map(() => []);
  for (const [at, { terms }] of puzzle.sums.entries()) for (const [unknown] of terms) sumsAt[unknown]?.push(at);
  for (const [at, { unknowns }] of puzzle.sights.entries()) for (const unknown of unknowns) sightsAt[unknown]?.push(at);
  return { ...puzzle, sumsAt, sightsAt };
}

const isAllowed = ({ low, high, options }: Unknown, count: number): boolean =>
  count >= low && count <= high && (!options || options.includes(count));

/** Numbers that an unknown may be, the nearest to a first guess before others. */
function near(unknown: Unknown, first: number, fits: (count: number) => boolean): number[] {
  const { low, high, options } = unknown;
  const found: number[] = [];
  if (options) {
    for (const option of options) if (fits(option)) found.push(option);
    return found.sort((one, other) => Math.abs(one - first) - Math.abs(other - first));
  }
  const middle = Math.min(Math.max(first, low), high);
  for (let step = 0; step <= 26 && found.length < tries; step += 1)
    for (const count of step === 0 ? [middle] : [middle + step, middle - step])
      if (count >= low && count <= high && fits(count)) found.push(count);
  return found;
}

/** How far a sum lies outside its ends with some changes: 0 where it holds. */
function excess({ terms, low, high }: Sum, count: (at: number) => number): number {
  let sum = 0;
  for (const [at, factor] of terms) sum += factor * count(at);
  return sum > high ? sum - high : sum < low ? sum - low : 0;
}

/** The first thing that changes do not fit: a sum, or the sight of one figure. */
function trouble(puzzle: Indexed, changes: Changes, count: (at: number) => number): Sum | Sight | null {
  for (const at of changes.keys()) {
    for (const sum of puzzle.sumsAt[at] ?? []) {
      const own = puzzle.sums[sum] as Sum;
      if (excess(own, count) !== 0) return own;
    }
    for (const sight of puzzle.sightsAt[at] ?? []) {
      const own = puzzle.sights[sight] as Sight;
      if (!own.fits(count)) return own;
    }
  }
  return null;
}

/** Whether some more changes make everything fit again; each mends the first trouble that is left. */
function isMendable(puzzle: Indexed, changes: Changes, steps: { left: number }): boolean {
  steps.left -= 1;
  if (steps.left < 0) return false;
  const count = (at: number) => changes.get(at) ?? (puzzle.unknowns[at] as Unknown).truth;
  const own = trouble(puzzle, changes, count);
  if (own === null) return true;
  if (changes.size >= mostChanges) return false;
  const tryOther = (at: number, value: number): boolean =>
    isAllowed(puzzle.unknowns[at] as Unknown, value) && isMendable(puzzle, new Map(changes).set(at, value), steps);
  if ('terms' in own) {
    const over = excess(own, count);
    return own.terms.some(([at, factor]) => {
      if (changes.has(at)) return false;
      const away = over / factor;
      const full = count(at) - (over > 0 === factor > 0 ? Math.ceil(away) : Math.floor(away));
      const step = Math.sign(full - count(at));
      return [full, count(at) + step].some((value, nth) => (nth === 0 || value !== full) && tryOther(at, value));
    });
  }
  return own.unknowns.some((at) => {
    if (changes.has(at)) return false;
    const unknown = puzzle.unknowns[at] as Unknown;
    const [mate] = own.unknowns.filter((other) => other !== at);
    const ratio = mate === undefined ? 1 : count(mate) / Math.max(1, (puzzle.unknowns[mate] as Unknown).truth);
    const fits = (value: number) => own.fits((other) => (other === at ? value : count(other)));
    return near(unknown, Math.round(unknown.truth * ratio), fits)
      .slice(0, 3)
      .some((value) => tryOther(at, value));
  });
}

/**
 * Whether a reader who knows the puzzle is left with another number for one unknown than the true one. A search that would take
 * too long says no, so that more is hidden rather than less.
 */
export function leavesDoubt(puzzle: Indexed, target: number): boolean {
  const unknown = puzzle.unknowns[target] as Unknown;
  const alone = (puzzle.sightsAt[target] ?? []).flatMap((at) => {
    const sight = puzzle.sights[at] as Sight;
    return sight.unknowns.length === 1 ? [sight] : [];
  });
  const fits = (count: number) => count !== unknown.truth && alone.every((sight) => sight.fits(() => count));
  const steps = { left: mostSteps };
  return near(unknown, unknown.truth, fits).some((count) => isMendable(puzzle, new Map([[target, count]]), steps));
}
