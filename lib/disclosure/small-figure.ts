import type { Figures } from '@/lib/figure/figure';
import type { MeasureFacts } from '@/lib/measure/measure';

type Counting = Pick<MeasureFacts, 'unit' | 'scale'>;

/**
 * Whether a figure by itself counts from 1 to a threshold of people, or all but so few of a share's. What is hidden besides, to protect it
 * or another figure, depends on the rest of its service.
 */
export function isSmallFigure(
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
