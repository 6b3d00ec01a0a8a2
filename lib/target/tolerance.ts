import { Exact } from '@/lib/figure/decimal';
import { gap, shownThreshold } from '@/lib/figure/figure';
import type { Target } from './target';
import { type Fits, targetProblem } from './target-problem';

/** What a tolerance is added to: the target without its amber. */
export type Aim =
  | { shape: 'at_least' | 'at_most'; green: string }
  | { shape: 'between'; green: string; greenTo: string };

/**
 * Turns a tolerance as it is typed, 'within 5%' (of the target) or 'within 2 points' (in the unit), into a target with its
 * amber thresholds written out exactly, and the sentence to keep with it; or says why not. Source: docs/rules.md, Colours.
 */
export function thresholdsFromTolerance(
  aim: Aim,
  tolerance: string,
  measure: Fits,
): { target: Target; sentence: string } | { problem: string } {
  const words = /^(?:within )?(\d{1,9}(?:\.\d{1,9})?) ?(%|per cent|points?|percentage points?)?$/i.exec(
    tolerance.trim(),
  );
  if (!words?.[1]) return { problem: 'Write the tolerance as “within 5%” or “within 2 points”.' };
  const [, size] = words;
  const share = words[2] === '%' || words[2]?.toLowerCase() === 'per cent';
  const outwards = (limit: string, way: 1 | -1): string => {
    const room = share ? new Exact(limit).abs().times(size).div(100) : new Exact(size);
    const moved = new Exact(limit).plus(room.times(way));
    const held = measure.unit === 'percent' && !measure.outsideHundred;
    return (held ? Exact.max(0, Exact.min(100, moved)) : moved).toFixed();
  };
  const target: Target =
    aim.shape === 'between'
      ? { ...aim, amber: outwards(aim.green, -1), amberTo: outwards(aim.greenTo, 1) }
      : { ...aim, amber: outwards(aim.green, aim.shape === 'at_least' ? -1 : 1) };
  const problem = targetProblem(target, measure);
  if (problem !== null) return { problem };
  return { target, sentence: toleranceSentence(share ? `${size}%` : gap(size, measure), amberRule(target, measure)) };
}

const toleranceSentence = (size: string, rule: string): string => `Amber within ${size} of the target: ${rule}.`;

/** The size that a kept sentence names: '5%', '2 points'; null where it is of no tolerance. */
export const toleranceIn = (sentence: string): string | null =>
  /^Amber within (.+?) of the target:/.exec(sentence)?.[1] ?? null;

/** The amber limits in words: '76% or more', '80 or less', '28 to 44'. */
function amberRule(target: Target, measure: Fits): string {
  if (target.shape === 'none' || target.amber === null) return 'none';
  const from = shownThreshold(target.amber, measure);
  if (target.shape === 'between')
    return target.amberTo === null ? from : `${from} to ${shownThreshold(target.amberTo, measure)}`;
  return `${from} or ${target.shape === 'at_least' ? 'more' : 'less'}`;
}
