import { Exact } from '@/lib/figure/decimal';
import { shownThreshold } from '@/lib/figure/figure';
import { type MeasureFacts, polarityWords } from '@/lib/measure/measure';
import { type Target, targetRule } from './target';

/** What of a measure decides whether a target fits it. */
export type Fits = Pick<MeasureFacts, 'unit' | 'decimals' | 'polarity' | 'outsideHundred'>;

/** Why these thresholds cannot be a target of this measure, or null when they can. */
export function targetProblem(target: Target, measure: Fits): string | null {
  if (target.shape === 'none') return null;
  const shown = (value: string) => shownThreshold(value, measure);
  const { shape, green, amber } = target;
  const limits = shape === 'between' ? [green, target.greenTo, amber, target.amberTo] : [green, amber];
  const odd = limits.find((limit) => limit !== null && (new Exact(limit).lt(0) || new Exact(limit).gt(100)));
  if (odd && measure.unit === 'percent' && !measure.outsideHundred)
    return `The threshold ${shown(odd)} is outside 0% to 100%, and this measure cannot be.`;
  if (measure.polarity === 'none') return `A measure where ${polarityWords.none} is watched: it cannot have a target.`;
  if (shape === 'between') {
    const { greenTo, amberTo } = target;
    if (new Exact(green).gt(greenTo))
      return `The target runs from ${shown(green)} to ${shown(greenTo)}: the lower limit comes first.`;
    if (amber !== null && new Exact(amber).gt(green))
      return `The amber limit ${shown(amber)} lies above the start of the target, ${shown(green)}.`;
    if (amberTo !== null && new Exact(amberTo).lt(greenTo))
      return `The amber limit ${shown(amberTo)} lies below the end of the target, ${shown(greenTo)}.`;
    return null;
  }
  if ((shape === 'at_least') !== (measure.polarity === 'higher'))
    return `A target of ${targetRule(target, measure)} does not fit a measure where ${polarityWords[measure.polarity]}.`;
  if (amber === null) return null;
  if (new Exact(amber).eq(green))
    return `The amber threshold is the same as the target, ${shown(green)}: leave it empty.`;
  if (new Exact(amber).gt(green) === (shape === 'at_least'))
    return `The amber threshold ${shown(amber)} is better than the target, ${shown(green)}: it must be worse.`;
  return null;
}
