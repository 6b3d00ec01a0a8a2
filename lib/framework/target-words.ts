import { shownThreshold, withNoun } from '@/lib/figure/figure';
import type { MeasureFacts } from '@/lib/measure/measure';
import { type Target, targetRule } from '@/lib/target/target';

type Shown = Pick<MeasureFacts, 'unit' | 'decimals' | 'digitsFollow'>;

/** A target with its amber: 'at least 110, amber from 100', 'between 30 and 40, amber from 28 to 44', 'watched, without a target'. */
export function targetWords(target: Target, measure: Shown, tolerance: string | null = null): string {
  const rule = targetRule(target, measure);
  if (rule === null || target.shape === 'none') return 'watched, without a target';
  if (target.amber === null) return rule;
  if (tolerance) return `${rule} (${tolerance.replace(/\.$/, '')})`;
  const amber = shownThreshold(target.amber, measure);
  if (target.shape === 'between' && target.amberTo !== null)
    return `${rule}, amber from ${amber} to ${shownThreshold(target.amberTo, measure)}`;
  return `${rule}, amber ${target.shape === 'at_least' ? 'from' : 'up to'} ${withNoun(amber, measure.unit)}`;
}
