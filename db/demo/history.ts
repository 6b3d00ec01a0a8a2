import { round } from '@/lib/figure/rounding';
import { type Frequency, shift } from '@/lib/time/period';

/** Earlier points of a trend: the first day of each period with its value at the measure's decimals, oldest first. */
export type Past = { start: string; value: string }[];

/** The course of an invented past: it passes exactly through every figure named here and wanders in between. */
export type Course = {
  /** Also the seed: the same code and course always give the same past. */
  code: string;
  frequency: Frequency;
  decimals: number;
  /** The latest result, where the past ends; it is not part of it. */
  latest: [start: string, value: string];
  /** Roughly where the past begins. */
  from: string;
  /** Figures on the way, by the first day of their period: `{ '2018-03-01': '80' }`. */
  via?: Record<string, string>;
  /** How far it may stray from the straight road, in the unit of the measure. */
  spread?: number;
  min?: number;
  max?: number;
  /** One multiplier for each calendar month, January first; a period takes that of its first month, and all figures include it. */
  seasons?: readonly number[];
  /** Between how many people or things the figure is counted out of: it can then be only k ÷ n × `per`. */
  outOf?: readonly [fewest: number, most: number];
  per?: number;
  /** Never falls, as a count since a date. */
  rising?: boolean;
  /** Each figure is that of its own period, added up since the year began in April. */
  yearToDate?: boolean;
};

/** Twenty-four months of points, or four years for what is read once a year. */
const counts: Record<Frequency, number> = { monthly: 24, quarterly: 8, termly: 6, half_yearly: 4, annual: 4 };

/** An invented past, the same at every call: values only, one for each period up to the one before the latest result. */
export function invented(course: Course): Past {
  const { frequency, decimals, via = {}, spread = 0, min = 0, max = Number.POSITIVE_INFINITY } = course;
  const count = counts[frequency];
  const chance = dice(course.code);
  const starts = Array.from(
    { length: count },
    (_, i) => shift({ frequency, start: course.latest[0] }, i - count).start,
  );
  const fixed = starts.map((start) => (via[start] === undefined ? null : Number(via[start])));
  const season = (start: string) => course.seasons?.[Number(start.slice(5, 7)) - 1] ?? 1;
  const known = [fixed[0] ?? Number(course.from), ...fixed.slice(1), Number(course.latest[1])];
  const road = between(known.map((figure, i) => figure && figure / season(starts[i] ?? course.latest[0])));

  let stray = 0;
  const wandered = starts.map((start, i) => {
    stray = 0.5 * stray + spread * (chance() + chance() - 1);
    const clamped = Math.min(max, Math.max(min, ((road[i] as number) + stray) * season(start)));
    return fixed[i] ?? counted(clamped, course, chance);
  });
  const shaped = course.rising ? climbing(wandered, Number(course.latest[1])) : wandered;
  const values = course.yearToDate ? addedUp(starts, shaped) : shaped;
  return starts.map((start, i) => ({ start, value: round(String(values[i]), decimals) }));
}

/** Straight lines between the known figures of a list that is known at both ends. */
function between(known: (number | null)[]): number[] {
  return known.map((here, i) => {
    if (here !== null) return here;
    const a = known.findLastIndex((value, j) => j < i && value !== null);
    const b = known.findIndex((value, j) => j > i && value !== null);
    const [low, high] = [known[a] as number, known[b] as number];
    return low + ((high - low) * (i - a)) / (b - a);
  });
}

/** The nearest value that a whole count can give, where the figure is counted out of so many. */
function counted(value: number, { outOf, per = 100 }: Course, chance: () => number): number {
  if (!outOf) return value;
  const total = outOf[0] + Math.floor(chance() * (outOf[1] - outOf[0] + 1));
  return (Math.min(total, Math.round((value / per) * total)) / total) * per;
}

function climbing(values: number[], end: number): number[] {
  let highest = 0;
  return values.map((value) => {
    highest = Math.min(end, Math.max(highest, value));
    return highest;
  });
}

function addedUp(starts: string[], values: number[]): number[] {
  let total = 0;
  return values.map((value, i) => {
    total = starts[i]?.slice(5, 7) === '04' ? value : total + value;
    return total;
  });
}

/** Numbers from 0 up to 1 that look like chance and depend on the seed alone (FNV-1a, then mulberry32: whole numbers only). */
function dice(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
