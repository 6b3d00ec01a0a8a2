import type { Exact } from './decimal';
import type { Polarity } from './measure';
import { centreOf, type Limits, limitsOf, type Range, unrounded, type WhyNoLimits } from './spc-limits';
import { type Signal, signalsOf } from './spc-signals';

/** What a point says: nothing new, or a change for the better, for the worse, or of a measure that is only watched. */
export const variations = ['common_cause', 'improvement', 'concern', 'neither'] as const;

/** `way` is null for common cause, and where the signals of a watched measure disagree. */
export type Variation = { kind: (typeof variations)[number]; way: 'high' | 'low' | null };

/** Whether the target is met, as long as nothing changes. */
export const assurances = ['consistently_meets', 'hit_or_miss', 'consistently_misses'] as const;
export type Assurance = (typeof assurances)[number];

/** Which way is better; target as a decimal, equality meets; rebaseAt the indices at which a new segment begins. */
export type Settings = {
  improvement: Polarity;
  target?: string | number | null;
  rebaseAt?: number[];
  /** Whether ranges not below 3.267 × their mean are dropped, once, from the mean range. */
  screen?: boolean;
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
};

/** A period of the series; without a figure it has no signals, and without limits or figure no variation. */
export type Point = { value: string | null; segment: number; signals: Signal[]; variation: Variation | null };

/** JSON-safe; decimals as strings. */
export type Analysis = {
  segments: Segment[];
  points: Point[];
  /** The index of the last figure of the latest segment; null when that has none. */
  latest: number | null;
  /** What the latest point says; null while its segment has no limits. */
  variation: Variation | null;
  assurance: Assurance | null;
  whyNoAssurance: 'no_polarity' | 'no_target' | WhyNoLimits | null;
};

const ways = { high: 'high', up: 'high', low: 'low', down: 'low' } as const;

/** If good and bad both apply to a point, it is shown as the improvement. Source: DOMAIN.md section 10. */
function variationOf(signals: Signal[], improvement: Polarity): Variation {
  if (signals.length === 0) return { kind: 'common_cause', way: null };
  const met = [...new Set(signals.map(({ way }) => ways[way]))];
  if (improvement === 'none') return { kind: 'neither', way: met.length === 1 ? (met[0] ?? null) : null };
  const [better, worse] = improvement === 'higher' ? (['high', 'low'] as const) : (['low', 'high'] as const);
  return met.includes(better) ? { kind: 'improvement', way: better } : { kind: 'concern', way: worse };
}

/** Equality meets, so a limit that lies on the target meets it, and a constant series on its target passes. */
function assuranceOf({ away, reach }: Limits, target: Exact, improvement: Polarity): Assurance {
  const short = improvement === 'higher' ? away(target) : away(target).negated();
  if (short.lte(reach.negated())) return 'consistently_meets';
  return short.gt(reach) ? 'consistently_misses' : 'hit_or_miss';
}

/** Where the segments begin; a rebase at a period that the series does not have is a fault. */
function startsOf(rebaseAt: number[], length: number): number[] {
  const wrong = rebaseAt.find((at) => !Number.isInteger(at) || at < 0 || at >= length);
  if (wrong !== undefined) throw new RangeError(`A rebase must be at a period of the series: ${wrong} of ${length}`);
  return length === 0 ? [] : [...new Set([0, ...rebaseAt])].sort((a, b) => a - b);
}

/**
 * The XmR analysis of a series in the order of its periods, null for a period without a figure: centre and limits of each
 * segment, every signal of each point, variation of the latest and assurance against the target. Nothing crosses a rebase.
 * Source: NHS "Making Data Count"; DOMAIN.md section 10.
 */
export function analyse(values: (string | number | null)[], settings: Settings): Analysis {
  const { improvement, target = null, rebaseAt = [], screen = false } = settings;
  const figures = values.map((value) => (value === null ? null : unrounded(value)));
  const starts = startsOf(rebaseAt, values.length);
  const segments: Segment[] = [];
  const points: Point[] = [];
  let last: Limits | WhyNoLimits = 'too_few';
  for (const [segment, from] of starts.entries()) {
    const part = figures.slice(from, starts[segment + 1]);
    last = limitsOf(part, screen);
    const limits = typeof last === 'string' ? null : last;
    segments.push({
      from,
      to: from + part.length - 1,
      count: part.filter((value) => value !== null).length,
      centre: centreOf(part),
      limits: limits?.limits ?? null,
      near: limits?.near ?? null,
      whyNoLimits: typeof last === 'string' ? last : null,
    });
    const signals = limits && signalsOf(part, limits);
    for (const [i, value] of part.entries()) {
      const met = signals?.[i] ?? [];
      points.push({
        value: value?.toFixed() ?? null,
        segment,
        signals: met,
        variation: value && limits && variationOf(met, improvement),
      });
    }
  }
  const found = points.findLastIndex(({ value, segment }) => value !== null && segment === segments.length - 1);
  const latest = found === -1 ? null : found;
  const variation = latest === null ? null : (points[latest]?.variation ?? null);
  const none = (whyNoAssurance: Analysis['whyNoAssurance']) => ({ assurance: null, whyNoAssurance });
  const assured = (): Pick<Analysis, 'assurance' | 'whyNoAssurance'> => {
    if (improvement === 'none') return none('no_polarity');
    if (target === null) return none('no_target');
    if (typeof last === 'string') return none(last);
    return { assurance: assuranceOf(last, unrounded(target), improvement), whyNoAssurance: null };
  };
  return { segments, points, latest, variation, ...assured() };
}
