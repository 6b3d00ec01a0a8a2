import type { FrozenRow } from '@/lib/edition/edition';
import { label, monthsIn } from '@/lib/time/period';

/** How many months every small trend of a scorecard shows: two years and the month before them. */
const trendMonths = 25;

/** A day's month as a number that grows by one from each month to the next. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The last month of a period that starts on a day. */
export const lastMonth = (start: string, { frequency }: Pick<FrozenRow, 'frequency'>): number =>
  monthNumber(start) + monthsIn[frequency] - 1;

/** The first month that the trends of these rows show, so that all show the same ones: up to the latest period of any. */
export function firstTrendMonth(rows: Pick<FrozenRow, 'trend' | 'frequency'>[]): number {
  const ends = rows.flatMap((row) => row.trend.points.map(({ start }) => lastMonth(start, row)));
  return Math.max(0, ...ends) - trendMonths + 1;
}

/** A month by its number: 'Jul 2016'. */
export function monthLabel(month: number): string {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return label({ frequency: 'monthly', start: `${year}-${String(inYear).padStart(2, '0')}-01` });
}
