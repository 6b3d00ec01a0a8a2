import type { Figures } from '@/lib/figure/computed-value';
import type { MeasureFacts } from '@/lib/measure/measure';

type Counting = Pick<MeasureFacts, 'unit' | 'scale'>;

/**
 * Whether a figure counts from 1 to a threshold of people, or all but so few of a share's, at a first look. It serves the forms: how
 * many published figures a decision would hide, and which ones somebody may ask to be shown. What is hidden for its own sake is
 * decided in `small-rule.ts`. Left out here are all or none of a small cohort, and that a threshold of 1 counts as 2; both parts of a
 * figure are looked at, however they make it. What is hidden besides, to protect another figure, depends on the rest of its service.
 */
export function isSmallAtAGlance(
  { value, numerator, denominator }: Figures,
  measure: Counting,
  threshold: number,
): boolean {
  const isSmall = (count: number) => count >= 1 && count <= threshold;
  if (numerator === null || denominator === null)
    return measure.scale === null && measure.unit === 'number' && value !== null && isSmall(Number(value));
  const [part, all] = [Number(numerator), Number(denominator)];
  return isSmall(part) || isSmall(all) || (measure.unit === 'percent' && isSmall(all - part));
}
