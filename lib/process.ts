import type { Frequency, Window } from './period';
import { type Analysis, type Assurance, analyse, type Segment, type Settings, type Variation } from './spc';
import type { Signal } from './spc-signals';
import { assuranceSentence, signalSentence, windowRefusal } from './spc-words';
import type { Target } from './target';

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
      /** Why each segment after the first begins. */
      restarts: Restart[];
      /** The signals of each period that has any, by its first day. */
      signals: Record<string, Signal[]>;
      /** What each period with a signal says, by its first day; one without is common cause. */
      variations: Record<string, Variation>;
      /** What the latest figure says and whether the target can be relied on; null with the reason in the sentences. */
      variation: Variation | null;
      assurance: Assurance | null;
      signalSentence: string;
      assuranceSentence: string;
    };

/** How many periods back process control looks: five years of months. */
export const processLength = 60;

type Asked = {
  frequency: Frequency;
  window: Window;
  improvement: Settings['improvement'];
  /** The target of the latest figure. */
  target: Target | null;
  periods: { start: string; value: string | null; illustrative: boolean }[];
  restarts: Restart[];
};

/**
 * The process control of the last periods of a measure, from the figures as they are shown, so that everybody can work it out
 * from what is published; refused with the reason for windows that overlap. Source: DOMAIN.md section 10.
 */
export function processOf({ frequency, window, improvement, target, periods, restarts }: Asked): Process {
  const refused = windowRefusal(window);
  if (refused !== null) return { refused };
  const shown = periods.slice(-processLength);
  const starts = shown.map(({ start }) => start);
  const begun = restarts.filter(({ start }) => starts.indexOf(start) > 0);
  const rebaseAt = begun.map(({ start }) => starts.indexOf(start));
  const values = shown.map(({ value }) => value);
  const analysis = analyse(values, { improvement, target: thresholdOf(target), rebaseAt });
  const { segments, variation, assurance } = analysis;
  const ranged = target?.shape === 'between' && improvement !== 'none';
  return {
    refused: null,
    ...{ starts, values, segments, restarts: begun, ...signalled(starts, analysis), variation, assurance },
    signalSentence: signalSentence(analysis, frequency),
    illustrative: shown.filter(({ value, illustrative }) => value !== null && illustrative).length,
    assuranceSentence: ranged
      ? 'No assurance: the target is a range, which has two ends.'
      : assuranceSentence(analysis),
  };
}

/** The one threshold that the limits are held against; a watched measure has none, and a range has two. */
const thresholdOf = (target: Target | null): string | null =>
  target?.shape === 'at_least' || target?.shape === 'at_most' ? target.green : null;

function signalled(starts: string[], { points }: Analysis) {
  const met = points.map((point, i) => ({ ...point, start: starts[i] ?? '' })).filter(({ signals }) => signals.length);
  return {
    signals: Object.fromEntries(met.map(({ start, signals }) => [start, signals])),
    variations: Object.fromEntries(met.flatMap(({ start, variation }) => (variation ? [[start, variation]] : []))),
  };
}
