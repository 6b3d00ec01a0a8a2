import type { Polarity } from '@/lib/measure/measure';
import { silenceOf, type WhySilent } from './nothing-concluded';
import { centreOf, type Limits, limitsOf, type Range, type WhyNoLimits } from './spc-limits';
import { type Signal, signalsOf } from './spc-signals';
import { type Figure, wholeFigures } from './whole-figures';

/** What a point says: nothing new, or a change for the better, for the worse, or of a measure that is only watched. */
export const variations = ['common_cause', 'improvement', 'concern', 'neither'] as const;

/**
 * `way` says on which side of the mean the point lies; it is null for common cause, where the signals of a watched measure
 * disagree, and where a signal does not go that way: a figure that has risen for seven periods may still lie below the mean.
 */
export type Variation = { kind: (typeof variations)[number]; way: 'high' | 'low' | null };

/** Whether the target is met, as long as nothing changes. */
export const assurances = ['consistently_meets', 'hit_or_miss', 'consistently_misses'] as const;
export type Assurance = (typeof assurances)[number];

/** Which way is better; of a range neither is, and only 'higher' and 'lower' have a better side. */
export type Improvement = Polarity | 'nearest';

/**
 * The median number of people under which a figure of them moves too much by chance alone.
 * Source: docs/rules.md, Is it a change or chance.
 */
export const fewestPeople = 20;

/** Target as a decimal, equality meets; rebaseAt the indices at which a new segment begins. */
export type Settings = {
  improvement: Improvement;
  target?: string | number | null;
  rebaseAt?: number[];
  /** Whether ranges not below 3.267 × their mean are dropped, once, from the mean range. */
  screen?: boolean;
  /** Of a measure that counts people: of how many each figure is, null where that is not known. */
  people?: (string | number | null)[];
};

/** The points from index `from` to index `to`, both included, that are held against the same limits. */
export type Segment = {
  from: number;
  to: number;
  /** How many figures it has, gaps apart. */
  count: number;
  centre: string | null;
  limits: Range | null;
  near: Range | null;
  whyNoLimits: WhyNoLimits | null;
  /** Why nothing is concluded from its signals; absent where something is. */
  silent?: WhySilent;
};

/** A period of the series; without a figure it has no signals, and without limits or figure, or in a silent segment, no variation. */
type Point = { value: string | null; segment: number; signals: Signal[]; variation: Variation | null };

/** JSON-safe; decimals as strings. */
export type Analysis = {
  segments: Segment[];
  points: Point[];
  /** The index of the last figure of the latest segment; null when that has none. */
  latest: number | null;
  /** The side of the mean that is better; null where neither is. */
  better: 'high' | 'low' | null;
  /** What the latest point says; null while its segment has no limits or is silent. */
  variation: Variation | null;
  /** Never beside a latest point that is a signal: what holds while nothing changes does not hold then. */
  assurance: Assurance | null;
  whyNoAssurance: 'no_polarity' | 'no_target' | 'two_ends' | 'changing' | WhyNoLimits | WhySilent | null;
};

/** The side to which a signal points: a rise to the high one, a fall to the low one. */
export const ways = { high: 'high', up: 'high', low: 'low', down: 'low' } as const;

/** The side of the mean that is better; null where neither is. */
const betterSide = (improvement: Improvement): 'high' | 'low' | null =>
  improvement === 'higher' ? 'high' : improvement === 'lower' ? 'low' : null;

/** On which side of the mean a distance from it lies; null on the mean itself. */
const sideOf = (distance: Figure): 'high' | 'low' | null => (distance === 0n ? null : distance < 0n ? 'low' : 'high');

/** If good and bad both apply to a point, it is shown as the improvement. Source: docs/rules.md, Is it a change or chance. */
function variationOf(signals: Signal[], improvement: Improvement, side: 'high' | 'low' | null): Variation {
  if (signals.length === 0) return { kind: 'common_cause', way: null };
  const met = [...new Set(signals.map(({ way }) => ways[way]))];
  const lying = (way: 'high' | 'low' | undefined) => (way !== undefined && way === side ? way : null);
  const better = betterSide(improvement);
  if (better === null) return { kind: 'neither', way: met.length === 1 ? lying(met[0]) : null };
  const worse = better === 'high' ? 'low' : 'high';
  return met.includes(better) ? { kind: 'improvement', way: lying(better) } : { kind: 'concern', way: lying(worse) };
}

/** Equality meets, so a limit that lies on the target meets it, and a constant series on its target passes. */
function assuranceOf({ away, reach }: Limits, target: Figure, improvement: Improvement): Assurance {
  const short = improvement === 'higher' ? away(target) : -away(target);
  if (short <= -reach) return 'consistently_meets';
  return short > reach ? 'consistently_misses' : 'hit_or_miss';
}

/** Where the segments begin; a rebase at a period that the series does not have is a fault. */
function startsOf(rebaseAt: number[], length: number): number[] {
  const wrong = rebaseAt.find((at) => !Number.isInteger(at) || at < 0 || at >= length);
  if (wrong !== undefined) throw new RangeError(`A rebase must be at a period of the series: ${wrong} of ${length}`);
  return length === 0 ? [] : [...new Set([0, ...rebaseAt])].sort((a, b) => a - b);
}

/**
 * The XmR analysis of a series in the order of its periods, null for a period without a figure: centre and limits of each
 * segment, every signal of each point, variation of the latest and assurance against the target, each with the reason where there
 * is none. Nothing crosses a rebase.
 * Source: NHS "Making Data Count"; docs/rules.md, Is it a change or chance.
 */
export function analyse(values: (string | number | null)[], settings: Settings): Analysis {
  const { improvement, target = null, rebaseAt = [], screen = false, people = [] } = settings;
  // The target and the fewest people are made whole at the same place as what is held against them.
  const { texts, figures: all, decimals } = wholeFigures([...values, target]);
  const [figures, threshold] = [all.slice(0, -1), all.at(-1) ?? null];
  const counted = people.some((many) => many !== null) ? values.map((_, i) => people[i] ?? null) : [];
  const many = wholeFigures([...counted, fewestPeople]).figures;
  const fewest = many.pop() as Figure;
  const starts = startsOf(rebaseAt, values.length);
  const segments: Segment[] = [];
  const points: Point[] = [];
  let last: Limits | WhyNoLimits = 'too_few';
  let silent: WhySilent | null = null;
  for (const [segment, from] of starts.entries()) {
    const part = figures.slice(from, starts[segment + 1]);
    last = limitsOf(part, decimals, screen);
    const limits = typeof last === 'string' ? null : last;
    const signals = limits && signalsOf(part, limits);
    silent = signals && silenceOf(part, signals, many.slice(from, starts[segment + 1]), fewest);
    segments.push({
      from,
      to: from + part.length - 1,
      count: part.filter((value) => value !== null).length,
      centre: centreOf(part, decimals),
      limits: limits?.limits ?? null,
      near: limits?.near ?? null,
      whyNoLimits: typeof last === 'string' ? last : null,
      ...(silent && { silent }),
    });
    for (const [i, value] of part.entries()) {
      const met = signals?.[i] ?? [];
      points.push({
        value: texts[from + i] ?? null,
        segment,
        signals: met,
        variation:
          value !== null && limits && !silent ? variationOf(met, improvement, sideOf(limits.away(value))) : null,
      });
    }
  }
  const lastIndex = points.findLastIndex(({ value, segment }) => value !== null && segment === segments.length - 1);
  const latest = lastIndex === -1 ? null : lastIndex;
  const variation = latest === null ? null : (points[latest]?.variation ?? null);
  const none = (whyNoAssurance: Analysis['whyNoAssurance']) => ({ assurance: null, whyNoAssurance });
  const assured = (): Pick<Analysis, 'assurance' | 'whyNoAssurance'> => {
    if (improvement === 'none') return none('no_polarity');
    if (threshold === null) return none('no_target');
    if (betterSide(improvement) === null) return none('two_ends');
    if (typeof last === 'string') return none(last);
    if (silent) return none(silent);
    if (variation && variation.kind !== 'common_cause') return none('changing');
    return { assurance: assuranceOf(last, threshold, improvement), whyNoAssurance: null };
  };
  return { segments, points, latest, better: betterSide(improvement), variation, ...assured() };
}
