import { shownThreshold, withNoun } from '@/lib/figure/figure';
import type { MeasureFacts } from '@/lib/measure/measure';

export { type Colour, colours, colourWords } from '@/lib/target/colour';

/** The shapes a target may have; 'none' is watched and has no colour. */
export const shapes = ['at_least', 'at_most', 'between', 'none'] as const;

/**
 * Thresholds are stored, never tolerances; decimals as strings; a null amber means there is none.
 * Source: docs/rules.md, Colours.
 */
export type Target =
  | { shape: 'at_least' | 'at_most'; green: string; amber: string | null }
  | { shape: 'between'; green: string; greenTo: string; amber: string | null; amberTo: string | null }
  | { shape: 'none' };

type Shown = Pick<MeasureFacts, 'unit' | 'decimals' | 'digitsFollow'>;

/** The target's figure as a scorecard prints it: '76', '80%', '30 to 40'; null for a watched measure. */
export function targetFigure(target: Target, measure: Shown): string | null {
  if (target.shape === 'none') return null;
  const from = shownThreshold(target.green, measure);
  return target.shape === 'between' ? `${from} to ${shownThreshold(target.greenTo, measure)}` : from;
}

/** The target as a rule in words: 'at most 76', 'at least 80%', 'between 30 and 40'; null for a watched measure. */
export function targetRule(target: Target, measure: Shown): string | null {
  if (target.shape === 'none') return null;
  const thresholdText = (value: string) => withNoun(shownThreshold(value, measure), measure.unit);
  if (target.shape === 'between')
    return `between ${shownThreshold(target.green, measure)} and ${thresholdText(target.greenTo)}`;
  return `${target.shape === 'at_least' ? 'at least' : 'at most'} ${thresholdText(target.green)}`;
}
