import { dayOf } from './day';
import { label } from './period';

/** The council's year, from 1 April, that a day lies in: { start: 2018, label: '2018/19' }. */
export function councilYear(iso: string): { start: number; label: string } {
  const day = dayOf(iso);
  const start = day.month >= 4 ? day.year : day.year - 1;
  return { start, label: yearLabel(start) };
}

/** A council year by the year it starts in: 2018 is '2018/19'. */
export const yearLabel = (startYear: number): string =>
  `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`;

/** A year by its first day: '2017/18' for a council year, '2017' for a calendar year, 'year from Sep 2017' for another. */
export function yearName(start: string): string {
  const { year, month } = dayOf(start);
  if (month === 1) return String(year);
  return month === 4 ? yearLabel(year) : `year from ${label({ frequency: 'monthly', start })}`;
}
