/**
 * A hidden count, and what a reader knows of it before any sum; `options` where it is one of a few, and `ends` what it is where none
 * or all are counted.
 */
export type Unknown = { truth: number; low: number; high: number; options: number[] | null; ends: number[] };

/** A sum of unknowns, each times its factor, that lies between two numbers. */
export type Sum = { terms: [unknown: number, factor: number][]; low: number; high: number };

/** Something that is seen of a figure with all of its unknowns. */
export type Sight = { unknowns: number[]; fits: (counts: (unknown: number) => number) => boolean };

/** All that a reader knows of hidden counts together. */
export type Puzzle = { unknowns: Unknown[]; sums: Sum[]; sights: Sight[] };

/** A puzzle with what each unknown is part of. */
type Indexed = Puzzle & { sumsAt: Sum[][]; sightsAt: Sight[][] };

/** Other numbers than the true ones, by unknown. */
type Changes = Map<number, number>;

const tries = 8;
/** How many numbers may change together, and how many steps a search for them may take: first the near ones. */
const searches = [
  { changes: 3, steps: 60 },
  { changes: 6, steps: 150 },
];

/** A puzzle, made ready for many questions. */
export function indexed(puzzle: Puzzle): Indexed {
  const sumsAt: Sum[][] = puzzle.unknowns.map(() => []);
  const sightsAt: Sight[][] = puzzle.unknowns.map(() => []);
  for (const sum of puzzle.sums) for (const [unknown] of sum.terms) sumsAt[unknown]?.push(sum);
  for (const sight of puzzle.sights) for (const unknown of sight.unknowns) sightsAt[unknown]?.push(sight);
  return { ...puzzle, sumsAt, sightsAt };
}

const isAllowed = ({ low, high, options }: Unknown, count: number): boolean =>
  count >= low && count <= high && (!options || options.includes(count));

/** Whether one of the first few numbers that an unknown may be, the nearest to a first guess before others, will do. */
function someNear(
  { low, high, options }: Unknown,
  first: number,
  { most, fits, will }: { most: number; fits: (count: number) => boolean; will: (count: number) => boolean },
): boolean {
  let found = 0;
  const isOne = (count: number): boolean => {
    if (found >= most || count < low || count > high || !fits(count)) return false;
    found += 1;
    return will(count);
  };
  if (options) return options.toSorted((one, other) => Math.abs(one - first) - Math.abs(other - first)).some(isOne);
  const middle = Math.min(Math.max(first, low), high);
  if (isOne(middle)) return true;
  for (let step = 1; step <= 26 && found < most; step += 1)
    if (isOne(middle + step) || isOne(middle - step)) return true;
  return false;
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
    for (const sum of puzzle.sumsAt[at] ?? []) if (excess(sum, count) !== 0) return sum;
    for (const sight of puzzle.sightsAt[at] ?? []) if (!sight.fits(count)) return sight;
  }
  return null;
}

const fitsAlone = ({ sightsAt }: Indexed, at: number, value: number): boolean =>
  (sightsAt[at] ?? []).every(({ unknowns, fits }) => unknowns.length > 1 || fits(() => value));

/** The first number from one on that fits what is seen of its figure alone: where a sum only has an end, further is as good. */
function nextFitting(puzzle: Indexed, at: number, from: number, step: number): number {
  const { options } = puzzle.unknowns[at] as Unknown;
  const near = options?.toSorted((one, other) => Math.abs(one - from) - Math.abs(other - from));
  if (near) return near.find((value) => (value - from) * step >= 0 && fitsAlone(puzzle, at, value)) ?? from;
  for (let value = from; Math.abs(value - from) <= 26; value += step || 1)
    if (fitsAlone(puzzle, at, value)) return value;
  return from;
}

/** Whether some more changes make everything fit again; each mends the first trouble that is left. */
function isMendable(puzzle: Indexed, changes: Changes, search: { most: number; left: number }): boolean {
  search.left -= 1;
  if (search.left < 0) return false;
  const count = (at: number) => changes.get(at) ?? (puzzle.unknowns[at] as Unknown).truth;
  const own = trouble(puzzle, changes, count);
  if (own === null) return true;
  if (changes.size >= search.most) return false;
  const tryOther = (at: number, value: number): boolean => {
    if (!isAllowed(puzzle.unknowns[at] as Unknown, value)) return false;
    changes.set(at, value);
    if (isMendable(puzzle, changes, search)) return true;
    changes.delete(at);
    return false;
  };
  if ('terms' in own) {
    const over = excess(own, count);
    const isOpen = own.low !== own.high;
    return own.terms.some(([at, factor]) => {
      if (changes.has(at)) return false;
      const away = over / factor;
      const full = count(at) - (over > 0 === factor > 0 ? Math.ceil(away) : Math.floor(away));
      const step = Math.sign(full - count(at));
      const enough = isOpen ? nextFitting(puzzle, at, full, step) : full;
      const values = [enough, count(at) + step];
      // What only has an end may go as far as it can: all of a share's people rather than a few of them.
      if (isOpen) values.push(...(puzzle.unknowns[at] as Unknown).ends.filter((end) => (end - full) * step > 0));
      return [...new Set(values)].some((value) => tryOther(at, value));
    });
  }
  return own.unknowns.some((at) => {
    if (changes.has(at)) return false;
    const unknown = puzzle.unknowns[at] as Unknown;
    const [mate] = own.unknowns.filter((other) => other !== at);
    const ratio = mate === undefined ? 1 : count(mate) / Math.max(1, (puzzle.unknowns[mate] as Unknown).truth);
    const fits = (value: number) => own.fits((other) => (other === at ? value : count(other)));
    return someNear(unknown, Math.round(unknown.truth * ratio), {
      most: 3,
      fits,
      will: (value) => tryOther(at, value),
    });
  });
}

/**
 * The unknowns of which a reader who knows the puzzle is left with another number than the true one, since all of them can be other
 * together; among them one that is asked of, or null where none is found. A search that would take too long finds none, so that
 * more is hidden rather than less; a wide one begins at what the unknown makes a sum of three with as well: of a share with its
 * count or its people.
 */
export function doubted(puzzle: Indexed, target: number, isWide: boolean): number[] | null {
  const isOther = (found: Changes, at: number) => found.get(at) !== undefined && found.get(at) !== truthOf(puzzle, at);
  for (const start of isWide ? new Set([target, ...matesOf(puzzle, target)]) : [target])
    for (const search of start === target ? searches : searches.slice(-1)) {
      const found = answerFrom(puzzle, start, search, (changes) => isOther(changes, target));
      if (found) return [...found.keys()].filter((at) => isOther(found, at));
    }
  return null;
}

/** The unknowns that one makes a sum of three with. */
const matesOf = ({ sumsAt }: Indexed, target: number): number[] =>
  (sumsAt[target] ?? [])
    .filter(({ terms, low, high }) => low === high && terms.length === 3)
    .flatMap(({ terms }) => terms.map(([unknown]) => unknown));

const truthOf = ({ unknowns }: Indexed, at: number): number => (unknowns[at] as Unknown).truth;

/** An answer to the puzzle that has another number for one unknown, and will do; null where none is found. */
function answerFrom(
  puzzle: Indexed,
  start: number,
  { changes, steps }: (typeof searches)[number],
  willDo: (found: Changes) => boolean,
): Changes | null {
  const unknown = puzzle.unknowns[start] as Unknown;
  const fits = (count: number) => count !== unknown.truth && fitsAlone(puzzle, start, count);
  const most = unknown.options ? Number.POSITIVE_INFINITY : tries;
  const search = { most: changes, left: steps };
  let answer: Changes | null = null;
  const will = (count: number) => {
    const found: Changes = new Map([[start, count]]);
    if (!isMendable(puzzle, found, search) || !willDo(found)) return false;
    answer = found;
    return true;
  };
  for (const [nth, near] of [unknown.truth, ...unknown.ends].entries())
    if (someNear(unknown, near, { most: nth === 0 ? most : 2, fits, will })) break;
  return answer;
}
