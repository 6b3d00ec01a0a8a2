/**
 * Process control a second time and by itself, slow and plain: fractions of whole numbers, and every window of seven or three
 * tried one by one, so that the real one can be held against it. It knows nothing of lib/spc.
 * Source: docs/rules.md, Is it a change or chance.
 */
export type Ratio = { n: bigint; d: bigint };

/** A fraction with a denominator above 0. */
export const ratio = (n: bigint | number, d: bigint | number = 1): Ratio =>
  BigInt(d) < 0n ? { n: -BigInt(n), d: -BigInt(d) } : { n: BigInt(n), d: BigInt(d) };

/** The fraction that a decimal string is. */
export function parsed(text: string): Ratio {
  const [, sign = '', integer = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (integer === '') throw new Error(`Not a plain decimal: ${text}`);
  return ratio(BigInt(sign + integer + part), 10n ** BigInt(part.length));
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, ratio(-b.n, b.d));
const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
const size = (a: Ratio): Ratio => (a.n < 0n ? ratio(-a.n, a.d) : a);
export const less = (a: Ratio, b: Ratio): boolean => a.n * b.d < b.n * a.d;
const more = (a: Ratio, b: Ratio): boolean => less(b, a);
const mean = (all: Ratio[]): Ratio => over(all.reduce(plus, ratio(0)), ratio(all.length));

/** Whether a decimal is a fraction rounded to 58 significant digits or more. */
export const shows = (text: string, exact: Ratio): boolean =>
  !less(size(exact), times(size(minus(parsed(text), exact)), ratio(10n ** 58n)));

type Lines = { low: Ratio; high: Ratio; nearLow: Ratio; nearHigh: Ratio };
type RationalSegment = {
  from: number;
  to: number;
  centre: Ratio | null;
  lines: Lines | null;
  /** 'few_people', 'moved_throughout', or null. */
  silent: string | null;
};
export type Expected = {
  segments: RationalSegment[];
  /** 'outside high', 'shift low 9', 'trend up 7', 'near low', sorted; and 'improvement high', 'common_cause', or null. */
  points: { signals: string[]; variation: string | null }[];
  assurance: string | null;
};
type Settings = {
  improvement: 'higher' | 'lower' | 'nearest' | 'none';
  target: string | null;
  rebaseAt: number[];
  screen: boolean;
  people: (string | number | null)[];
};

function linesOf(values: (Ratio | null)[], screen: boolean): Lines | null {
  const present = values.filter((value) => value !== null);
  let moves: Ratio[] = [];
  for (let i = 1; i < values.length; i += 1) {
    const [a, b] = [values[i - 1], values[i]];
    if (a && b) moves.push(size(minus(b, a)));
  }
  if (present.length < 13 || moves.length === 0) return null;
  if (screen) {
    const limit = times(parsed('3.267'), mean(moves));
    const screened = moves.filter((move) => less(move, limit));
    if (screened.length > 0) moves = screened;
  }
  const far = times(parsed('2.66'), mean(moves));
  const nearly = times(far, ratio(2, 3));
  const middle = mean(present);
  return {
    low: minus(middle, far),
    high: plus(middle, far),
    nearLow: minus(middle, nearly),
    nearHigh: plus(middle, nearly),
  };
}

/** The most neighbours of a point, itself included, in an unbroken stretch of which `holds` is true of every pair. */
function stretch(values: (Ratio | null)[], at: number, holds: (a: Ratio, b: Ratio) => boolean): number {
  const joined = (i: number) => {
    const [a, b] = [values[i], values[i + 1]];
    return a != null && b != null && holds(a, b);
  };
  let [from, to] = [at, at];
  while (from > 0 && joined(from - 1)) from -= 1;
  while (to < values.length - 1 && joined(to)) to += 1;
  return to - from + 1;
}

function signalsAt(values: (Ratio | null)[], at: number, centre: Ratio, lines: Lines): string[] {
  const value = values[at];
  if (!value) return [];
  const signals: string[] = [];
  if (more(value, lines.high)) signals.push('outside high');
  if (less(value, lines.low)) signals.push('outside low');

  const above = stretch(values, at, (a, b) => more(a, centre) && more(b, centre));
  const below = stretch(values, at, (a, b) => less(a, centre) && less(b, centre));
  if (above >= 7) signals.push(`shift high ${above}`);
  if (below >= 7) signals.push(`shift low ${below}`);

  const rising = stretch(values, at, less);
  const falling = stretch(values, at, more);
  if (rising >= 7) signals.push(`trend up ${rising}`);
  if (falling >= 7) signals.push(`trend down ${falling}`);

  for (const [name, onSide, isNear] of [
    ['near high', (v: Ratio) => more(v, centre), (v: Ratio) => more(v, lines.nearHigh)],
    ['near low', (v: Ratio) => less(v, centre), (v: Ratio) => less(v, lines.nearLow)],
  ] as const) {
    const windows = [at - 2, at - 1, at].map((from) => [values[from], values[from + 1], values[from + 2]]);
    const met = windows.some(
      (three) => three.every((v) => v && onSide(v)) && three.filter((v) => v && isNear(v)).length > 1,
    );
    if (met && isNear(value)) signals.push(name);
  }
  return signals.sort();
}

function variationAt(signals: string[], improvement: Settings['improvement'], value: Ratio, centre: Ratio): string {
  if (signals.length === 0) return 'common_cause';
  const up = signals.some((signal) => /high|up/.test(signal));
  const down = signals.some((signal) => /low|down/.test(signal));
  const high = more(value, centre) ? ' high' : '';
  const low = less(value, centre) ? ' low' : '';
  if (improvement === 'higher') return up ? `improvement${high}` : `concern${low}`;
  if (improvement === 'lower') return down ? `improvement${low}` : `concern${high}`;
  return up && down ? 'neither' : up ? `neither${high}` : `neither${low}`;
}

/** Counted one by one: people first, then how many of the figures are signals. */
function silenceFrom(values: (Ratio | null)[], signals: string[][], people: (Ratio | null)[]): string | null {
  const known = people.flatMap((many, at) => (many && values[at] ? [many] : []));
  // The median is under 20 when the middle two, added, are under 40; each is found by how many are below it.
  const ranked = (rank: number) =>
    known.find((many) => {
      const below = known.filter((other) => less(other, many)).length;
      const notAbove = known.filter((other) => !more(other, many)).length;
      return below <= rank && rank < notAbove;
    }) ?? ratio(0);
  const middle = [Math.ceil(known.length / 2) - 1, Math.floor(known.length / 2)].map(ranked);
  if (known.length > 0 && less(middle.reduce(plus, ratio(0)), ratio(40))) return 'few_people';
  const met = signals.filter((some) => some.length > 0).length;
  return met > values.filter((value) => value !== null).length - met ? 'moved_throughout' : null;
}

function assuranceFrom(lines: Lines | null, { improvement, target }: Settings): string | null {
  if (!lines || target === null || !(improvement === 'higher' || improvement === 'lower')) return null;
  const wanted = parsed(target);
  const meets = (value: Ratio) => (improvement === 'higher' ? !less(value, wanted) : !more(value, wanted));
  const both = [meets(lines.low), meets(lines.high)];
  if (both.every((met) => met)) return 'consistently_meets';
  return both.some((met) => met) ? 'hit_or_miss' : 'consistently_misses';
}

/** The whole analysis of a series, by the specification. */
export function rationalSpc(series: (string | null)[], settings: Settings): Expected {
  const values = series.map((value) => (value === null ? null : parsed(value)));
  const expected: Expected = { segments: [], points: [], assurance: null };
  let from = 0;
  while (from < values.length) {
    let next = from + 1;
    while (next < values.length && !settings.rebaseAt.includes(next)) next += 1;
    const part = values.slice(from, next);
    const present = part.filter((value) => value !== null);
    const centre = present.length === 0 ? null : mean(present);
    const lines = linesOf(part, settings.screen);
    const signals = part.map((_, at) => (centre && lines ? signalsAt(part, at, centre, lines) : []));
    const people = part.map((_, at) => {
      const many = settings.people[from + at] ?? null;
      return many === null ? null : parsed(String(many));
    });
    const silent = lines ? silenceFrom(part, signals, people) : null;
    expected.segments.push({ from, to: next - 1, centre, lines, silent });
    for (const [at, value] of part.entries()) {
      const judged = value && centre && lines && !silent;
      expected.points.push({
        signals: signals[at] ?? [],
        variation: judged ? variationAt(signals[at] ?? [], settings.improvement, value, centre) : null,
      });
    }
    const last = signals[part.findLastIndex((value) => value !== null)] ?? [];
    expected.assurance = silent || last.length > 0 ? null : assuranceFrom(lines, settings);
    from = next;
  }
  return expected;
}
