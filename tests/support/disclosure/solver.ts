/**
 * A reader who has every public page, knows the rules and thresholds, and has time: which whole numbers can a hidden count be?
 * Knows nothing of lib: a second implementation, by enumeration.
 */

export type SeenTarget = { shape: 'at_least' | 'at_most'; green: number; amber: number | null };

/** One figure as the public sees it; null is what is hidden, `none` what the figure does not have. */
export type SeenFigure = {
  key: string;
  form: 'proportion' | 'rate' | 'average' | 'count';
  threshold: number;
  /** Whether small counts of it are hidden for their own sake. */
  countsPeople: boolean;
  scale: number;
  numerator: number | null;
  denominator: number | 'none' | null;
  /** The highest that a hidden denominator can be where nothing but few people could have hidden it. */
  mostDenominator: number | null;
  /** The value in units of its last place, at the decimals at which it is shown. */
  value: { units: number; decimals: number } | null;
  /** What the page says of why something is hidden; null where nothing is. */
  because: 'small' | 'other' | null;
  decimals: number;
  target: SeenTarget | null;
  colour: 'green' | 'amber' | 'red' | null;
  /** Which way it went from figures that are shown, given in units of the last place. */
  travel: { fromUnits: number; way: number }[];
  /** Which way later, shown figures went from it. */
  laterTravel: { nowUnits: number; way: number }[];
};

type SeenPart = { key: string; part: 'numerator' | 'denominator'; factor: number };
/** Parts of figures whose sum, each times its factor, lies between two numbers. */
export type SeenSum = { parts: SeenPart[]; low: number; high: number };
export type PublicView = { figures: SeenFigure[]; sums: SeenSum[] };

export type Guess = { numerator: number; denominator: number };

const half = (top: number, bottom: number): number => Math.floor((2 * top + bottom) / (2 * bottom));

/** The value of a guess in units of its last place. */
const unitsOf = ({ scale }: SeenFigure, { numerator, denominator }: Guess, decimals: number): number =>
  half(numerator * scale * 10 ** decimals, denominator);

const few = (count: number, threshold: number): boolean => count >= 1 && count <= threshold;

/** Whether the rules hide a figure for its own sake. */
export function isHiddenForItself(figure: SeenFigure, { numerator, denominator }: Guess): boolean {
  const { form, threshold } = figure;
  if (form === 'average') return few(denominator, threshold);
  if (form !== 'proportion') return few(numerator, threshold);
  if (few(numerator, threshold) || few(denominator - numerator, threshold) || few(denominator, threshold)) return true;
  return denominator < 20 && (numerator === 0 || numerator === denominator);
}

/** The colour of a value by a target, both as numbers. */
export function seenColour(value: number, { shape, green, amber }: SeenTarget): 'green' | 'amber' | 'red' {
  const meets = (limit: number) => (shape === 'at_least' ? value >= limit - 1e-9 : value <= limit + 1e-9);
  if (meets(green)) return 'green';
  return amber !== null && meets(amber) ? 'amber' : 'red';
}

/** Whether a guess agrees with everything that is seen of the figure alone. */
function agrees(figure: SeenFigure, guess: Guess): boolean {
  const { form, numerator, denominator, value, decimals } = figure;
  if (numerator !== null && guess.numerator !== numerator) return false;
  if (typeof denominator === 'number' && guess.denominator !== denominator) return false;
  if (form === 'proportion' && guess.numerator > guess.denominator) return false;
  if (value && unitsOf(figure, guess, value.decimals) !== value.units) return false;
  if (
    figure.countsPeople &&
    figure.because !== null &&
    isHiddenForItself(figure, guess) !== (figure.because === 'small')
  )
    return false;
  const units = unitsOf(figure, guess, decimals);
  if (figure.colour && figure.target && seenColour(units / 10 ** decimals, figure.target) !== figure.colour)
    return false;
  return (
    figure.travel.every(({ fromUnits, way }) => Math.sign(units - fromUnits) === way) &&
    figure.laterTravel.every(({ nowUnits, way }) => Math.sign(nowUnits - units) === way)
  );
}

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, n) => n);

/**
 * How far guesses go: up to a limit or, where `near` is given, so far from the truth, which leaves fewer numbers rather than more.
 * Days, which may be any number, are looked for where the truth has them.
 */
type Reach = { limit: number; near?: Guess | undefined; truth?: Guess | undefined };

const within = ({ limit, near }: Reach, part: 'numerator' | 'denominator', most: number): number[] => {
  if (!near) return upTo(Math.min(limit, most));
  return upTo(2 * limit)
    .map((n) => near[part] - limit + n)
    .filter((n) => n >= 0 && n <= most);
};

/** Every guess at one figure, as far as guesses go for what is hidden. */
function guessesOf(figure: SeenFigure, reach: Reach): Guess[] {
  const most = figure.mostDenominator ?? Number.POSITIVE_INFINITY;
  const denominators =
    figure.denominator === 'none'
      ? [1]
      : figure.denominator === null
        ? within(reach, 'denominator', most).filter((n) => n > 0)
        : [figure.denominator];
  return denominators.flatMap((denominator) => {
    const numerators = numeratorsOf(figure, denominator, reach);
    return numerators.map((numerator) => ({ numerator, denominator })).filter((guess) => agrees(figure, guess));
  });
}

const daysEach = ({ numerator, denominator }: Guess): number => numerator / denominator;

function numeratorsOf(figure: SeenFigure, denominator: number, reach: Reach): number[] {
  const { numerator, form, value, scale } = figure;
  if (numerator !== null) return [numerator];
  // Of people whose number is public there are few shares to try: a few of them, or all but a few.
  if (form === 'proportion' && (!reach.near || figure.denominator !== null)) return upTo(denominator);
  if (form !== 'average')
    return within(reach, 'numerator', form === 'proportion' ? denominator : Number.POSITIVE_INFINITY);
  // Days may be any number: those that give the value, or a few where it is hidden.
  if (!value && !reach.truth) return upTo(3).map((n) => n * denominator);
  const each = value ? value.units / (scale * 10 ** value.decimals) : daysEach(reach.truth as Guess);
  const middle = Math.floor(each * denominator);
  return upTo(4).map((n) => Math.max(0, middle - 2 + n));
}

type Domains = Map<string, Guess[]>;

/** What a guess at a figure adds to a sum, in which several parts of it may be. */
type Term = { key: string; size: (guess: Guess) => number };
type Weighed = { terms: Term[]; low: number; high: number };

/** A sum by its figures: the rest of a share is one number, and not one end of its people and the other of its count. */
const weighed = ({ parts, low, high }: SeenSum): Weighed => ({
  low,
  high,
  terms: [...new Set(parts.map(({ key }) => key))].map((key) => {
    const own = parts.filter((part) => part.key === key);
    return { key, size: (guess) => own.reduce((sum, { part, factor }) => sum + factor * guess[part], 0) };
  }),
});

function rangeOf(guesses: Guess[], size: Term['size']): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const guess of guesses) {
    const own = size(guess);
    if (own < least) least = own;
    if (own > most) most = own;
  }
  return { least, most };
}

/** Leaves out guesses that no sum allows, until nothing changes; null where a figure has none left. */
function consistent(sums: Weighed[], start: Domains): Domains | null {
  const domains = new Map(start);
  for (let changes = true; changes; ) {
    changes = false;
    for (const { terms, low, high } of sums) {
      const ranges = terms.map(({ key, size }) => rangeOf(domains.get(key) as Guess[], size));
      const least = ranges.reduce((sum, range) => sum + range.least, 0);
      const most = ranges.reduce((sum, range) => sum + range.most, 0);
      if (least >= low && most <= high) continue;
      for (const [at, { key, size }] of terms.entries()) {
        const own = ranges[at] as (typeof ranges)[number];
        const guesses = domains.get(key) as Guess[];
        const left = guesses.filter((guess) => {
          const shift = size(guess);
          return shift + least - own.least <= high && shift + most - own.most >= low;
        });
        if (left.length === 0) return null;
        if (left.length < guesses.length) {
          domains.set(key, left);
          changes = true;
        }
      }
    }
  }
  return domains;
}

/** Whether all figures can be settled together. */
function isPossible(sums: Weighed[], start: Domains, steps: { left: number }): boolean {
  steps.left -= 1;
  if (steps.left < 0) throw new Error('The solver took too many steps.');
  const domains = consistent(sums, start);
  if (!domains) return false;
  const open = [...domains].filter(([, guesses]) => guesses.length > 1);
  const next = open.sort(([, one], [, other]) => one.length - other.length)[0];
  if (!next) return true;
  const [key, guesses] = next;
  return guesses.some((guess) => isPossible(sums, new Map(domains).set(key, [guess]), steps));
}

/** The figures that sums join to one, that one included, over so many sums at most. */
function joined(key: string, sums: SeenSum[], most = Number.POSITIVE_INFINITY): Set<string> {
  const found = new Set([key]);
  for (let [size, hops] = [0, 0]; size !== found.size && hops < most; hops += 1) {
    size = found.size;
    const next = sums.filter(({ parts }) => parts.some((part) => found.has(part.key)));
    for (const { parts } of next) for (const part of parts) found.add(part.key);
  }
  return found;
}

export type Counted = 'numerator' | 'denominator' | 'rest' | 'difference';
const sizeOf = (counted: Counted, { numerator, denominator }: Guess): number =>
  counted === 'rest' ? denominator - numerator : counted === 'denominator' ? denominator : numerator;

/** Guesses near one another first: whoever knows the answer finds another one sooner. The order changes nothing else. */
const nearFirst = (guesses: Guess[], near: Guess = { numerator: 0, denominator: 0 }): Guess[] => {
  const far = (guess: Guess) =>
    Math.abs(guess.numerator - near.numerator) + Math.abs(guess.denominator - near.denominator);
  return guesses.sort((one, other) => far(one) - far(other));
};

/**
 * Up to two whole numbers that a count of a figure can be, from all that is public; `truth` only makes it quicker. With
 * `hops` only figures that are so many sums away are doubted, and only so far from the truth: less is found then, and never more.
 * Throws where it cannot say.
 */
export function possibleNumbers(
  view: PublicView,
  key: string,
  counted: Counted,
  { limit = 260, truth, hops }: { limit?: number; truth?: Map<string, Guess>; hops?: number } = {},
): number[] {
  const open = hops === undefined ? null : joined(key, view.sums, hops);
  const near = joined(key, view.sums);
  const sums = view.sums.filter(({ parts }) => parts.some((part) => near.has(part.key))).map(weighed);
  const figures = view.figures.filter((figure) => near.has(figure.key));
  const domains: Domains = new Map(
    figures.map((figure) => {
      const own = truth?.get(figure.key);
      if (open && own && !open.has(figure.key)) return [figure.key, [own]];
      return [figure.key, nearFirst(guessesOf(figure, { limit, near: open ? own : undefined, truth: own }), own)];
    }),
  );
  const own = consistent(sums, domains)?.get(key) ?? [];
  const groups = new Map<number, Guess[]>();
  for (const guess of own) groups.set(sizeOf(counted, guess), [...(groups.get(sizeOf(counted, guess)) ?? []), guess]);
  const found: number[] = [];
  for (const [size, guesses] of groups) {
    if (isPossible(sums, new Map(domains).set(key, guesses), { left: 20_000 })) found.push(size);
    if (found.length >= 2) break;
  }
  return found;
}
