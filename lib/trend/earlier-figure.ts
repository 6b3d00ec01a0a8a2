import type { Direction } from '@/lib/target/direction-of-travel';
import { yearName } from '@/lib/time/council-year';
import { type Calendar, endOf, label, type Period, yearStart } from '@/lib/time/period';

/** The figure that the latest one is compared with, where it stands in a trend. */
export type EarlierFigure = {
  /** The period at whose end it stands. */
  index: number;
  value: number;
  /** As it is shown, and what it stands for: '80', '2017/18'. */
  text: string;
  label: string;
  /** How the latest figure compares with it; null where the two are not compared as they are shown. */
  direction: Direction | null;
};

/** When an earlier figure was, inside a sentence: 'in 2017/18', 'at 30 Jun 2018', 'in the year to Jun 2018'. */
export function whenEarlier(label: string): string {
  if (/^\d+ /.test(label)) return `at ${label}`;
  return label.startsWith('year') ? `in the ${label}` : `in ${label}`;
}

/**
 * Which of a trend's periods an earlier figure stands at, by what it is called: the last one of a year ('2017/18'), or the period
 * itself ('Jun 2018', '30 Jun 2018', 'year to Jun 2018'). −1 where the trend does not reach so far back, and for its latest period.
 */
export function earlierIndex(starts: string[], name: string, { frequency, startMonth }: Calendar): number {
  const index = starts.findLastIndex((start) => isCalled({ frequency, start }, name, startMonth));
  return index === starts.length - 1 ? -1 : index;
}

function isCalled(period: Period, name: string, startMonth: number): boolean {
  const end = endOf(period);
  if (yearName(yearStart(end, startMonth)) === name) return true;
  // A year of its own month is called by that month as well: 'year from Sep 2017'.
  if (name.startsWith('year from')) return false;
  return name === label(period) || name.endsWith(label({ frequency: 'monthly', start: end }));
}
