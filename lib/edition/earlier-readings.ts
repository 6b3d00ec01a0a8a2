import type { PublishedReading } from '@/lib/series/published-reading';
import { name } from '@/lib/time/period';
import type { FrozenRow } from './edition';
import type { WordedChange } from './edition-change';

/**
 * The readings of earlier periods that an edition is the first to tell of: those that the row's own figure and its trend
 * do not show as new or corrected.
 */
export function earlierReadingChanges(was: FrozenRow, is: FrozenRow, readings: PublishedReading[]): WordedChange[] {
  const before = new Map(was.trend.points.map(({ start, value }) => [start, value]));
  const after = new Map(is.trend.points.map(({ start, value }) => [start, value]));
  const isShown = (start: string) => before.has(start) && after.has(start) && before.get(start) !== after.get(start);
  return readings
    .filter(({ start }) => start !== is.period?.start && !isShown(start))
    .map(({ start, value, why, corrects }): WordedChange => {
      const period = name({ frequency: is.frequency, start });
      const figure = value ?? why?.toLowerCase() ?? 'no figure';
      if (corrects) return ['corrected', `${period} corrected: was ${corrects.was ?? 'none'}, now ${figure}.`];
      return ['figure', `It tells of ${period} for the first time: ${figure}.`];
    });
}
