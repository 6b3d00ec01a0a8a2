import type { Target } from '@/lib/target/target';
import type { Frequency, Window } from '@/lib/time/period';
import { type Analysis, type Assurance, analyse, type Improvement, type Segment, type Variation } from './spc';
import type { Signal } from './spc-signals';
import { assuranceSentence, signalSentence, unjudgedWord, variationMark } from './spc-words';
import { windowRefusal } from './window-refusal';

/** The first period of a new segment, and why it begins there. */
export type Restart = { start: string; why: string };

/** The process control of a measure as an edition freezes it, JSON-safe; decimals as strings. */
export type Process =
  | { refused: string }
  | {
      refused: null;
      /** The first days of the periods analysed, those without a figure included, and the figures, the oldest first. */
      starts: string[];
      values: (string | null)[];
      segments: Segment[];
      /** How many of the figures were invented for a demonstration. */
      illustrative: number;
      /** How many of them were published elsewhere; absent where none was. */
      elsewhere?: number;
      /** How many periods are left out because their figures are hidden or rounded; absent where none is. */
      hidden?: number;
      /** Why each segment after the first begins. */
      restarts: Restart[];
      /** The signals of each period that has any, by its first day. */
      signals: Record<string, Signal[]>;
      /** What each period with a signal says, by its first day; none where nothing is concluded from it. */
      variations: Record<string, Variation>;
      /** What the latest figure says and whether the target can be relied on; null with the reason in the sentences. */
      variation: Variation | null;
      assurance: Assurance | null;
      signalSentence: string;
      assuranceSentence: string;
      /** Why large moves are left out of the mean range; absent where every move counts. */
      screening?: string;
    };

type Drawn = Extract<Process, { refused: null }>;

/** How a period is drawn: by its verdict, or as a signal without one. */
export type Sign = Variation['kind'] | 'unjudged';

/** How many periods back a page looks at once, and so process control at the least: five years of months. */
export const processLength = 60;

/**
 * The first day of the oldest figures that process control needs beyond those of the last periods, of which the oldest begins
 * on a day: the last restart on or before that day, so that no mean is cut short; null for all that there are.
 */
export function workedFrom(restarts: Pick<Restart, 'start'>[], oldest: string): string | null {
  const before = restarts.map(({ start }) => start).filter((start) => start <= oldest);
  return before.sort().at(-1) ?? null;
}

/** A period with its figure as it is shown, and of how many people it is where that is known. */
export type WorkedPeriod = {
  start: string;
  value: string | null;
  illustrative: boolean;
  elsewhere?: boolean;
  people?: string | null;
  /** Whether its figure is kept back, so that it is worked with as a gap. */
  hidden?: boolean;
};

type ProcessFacts = {
  frequency: Frequency;
  window: Window;
  improvement: Improvement;
  /** The target of the latest figure. */
  target: Target | null;
  /** The oldest first. */
  periods: WorkedPeriod[];
  restarts: Restart[];
  /** Whether there are figures before the first of these, so that a restart there is one. */
  more?: boolean;
  /** Why large moves are left out of the mean range, where a person decided so. */
  screening?: string | null;
};

/**
 * The process control of a measure from the figures as they are shown, so that everybody can work it out from what is
 * published; refused with the reason for windows that overlap. Source: docs/rules.md, Is it a change or chance.
 */
export function processOf(facts: ProcessFacts): Process {
  const { frequency, window, target, periods, restarts, more = false, screening } = facts;
  const refused = windowRefusal(window);
  if (refused !== null) return { refused };
  const starts = periods.map(({ start }) => start);
  const begun = restarts.filter(({ start }) => starts.indexOf(start) >= (more ? 0 : 1));
  const values = periods.map(({ value }) => value);
  const ranged = target?.shape === 'between' && facts.improvement !== 'none';
  const analysis = analyse(values, {
    improvement: ranged ? 'nearest' : facts.improvement,
    target: thresholdOf(target),
    rebaseAt: begun.map(({ start }) => starts.indexOf(start)),
    screen: Boolean(screening),
    people: periods.map(({ people }) => people ?? null),
  });
  const { segments, variation, assurance } = analysis;
  const hidden = periods.filter((period) => period.hidden).length;
  const elsewhere = periods.filter((period) => period.value !== null && period.elsewhere).length;
  return {
    refused: null,
    starts,
    values,
    segments,
    restarts: begun,
    ...signalled(starts, analysis),
    variation,
    assurance,
    signalSentence: signalSentence(analysis, frequency),
    illustrative: periods.filter(({ value, illustrative }) => value !== null && illustrative).length,
    assuranceSentence: ranged
      ? 'No assurance: the target is a range, which has two ends.'
      : assuranceSentence(analysis),
    ...(elsewhere > 0 && { elsewhere }),
    ...(hidden > 0 && { hidden }),
    ...(screening && { screening }),
  };
}

/** What a period says: a verdict, a signal from which nothing is concluded, or nothing new. */
export function signOf(process: Pick<Drawn, 'signals' | 'variations'>, start: string): Sign {
  const kind = process.variations[start]?.kind;
  return kind ?? (process.signals[start]?.length ? 'unjudged' : 'common_cause');
}

/** The signal of a period in a word; null for one that says nothing new. */
export function signWord(process: Pick<Drawn, 'signals' | 'variations'>, start: string): string | null {
  const variation = process.variations[start];
  if (variation) return variationMark(variation).word;
  return signOf(process, start) === 'unjudged' ? unjudgedWord : null;
}

/** The one threshold that the limits are held against; a watched measure has none, and a range has two. */
const thresholdOf = (target: Target | null): string | null =>
  target?.shape === 'at_least' || target?.shape === 'at_most' ? target.green : null;

function signalled(starts: string[], { points }: Analysis) {
  const signals: Record<string, Signal[]> = {};
  const variations: Record<string, Variation> = {};
  for (const [i, point] of points.entries()) {
    if (point.signals.length === 0) continue;
    const start = starts[i] ?? '';
    signals[start] = point.signals;
    if (point.variation) variations[start] = point.variation;
  }
  return { signals, variations };
}
