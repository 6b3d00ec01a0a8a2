import type { Frequency } from '@/lib/time/period';
import { textWidth } from './label-room';

/** How many periods may lie between two labels, so that they keep a rhythm of the year. */
const rhythms: Record<Frequency, number[]> = {
  monthly: [1, 2, 3, 6, 12, 24, 36, 60, 120, 240],
  quarterly: [1, 2, 4, 8, 12, 20, 40, 80],
  termly: [1, 3, 6, 9, 15, 30, 60],
  half_yearly: [1, 2, 4, 6, 10, 20, 40],
  annual: [1, 2, 5, 10, 20, 50],
};
const most = 8;

/** The labels beneath a chart: month over year, the year only where it is a new one. The latest period always has one. */
export function monthLabels(
  labels: string[],
  frequency: Frequency,
  { x, size }: { x: (index: number) => number; size: number },
): { x: number; lines: string[] }[] {
  const last = labels.length - 1;
  const apart = labels.length > 1 ? x(1) - x(0) : 0;
  const width = textWidth('0000', size) + size * 0.8;
  const fits = (step: number) => step * apart >= width && Math.floor(last / step) < most;
  const step = last < 1 ? 1 : (rhythms[frequency].find(fits) ?? labels.length);
  let year = '';
  return labels.flatMap((label, index) => {
    if ((last - index) % step !== 0) return [];
    const [month = '', its = ''] = label.split(' ');
    const lines = its === year ? [month] : [month, its];
    year = its;
    return [{ x: x(index), lines: lines.filter(Boolean) }];
  });
}
