import type { MeasureRow } from '@/db/facts/reading-record';
import { Refused } from '@/lib/form/refused';
import { type Calendar, formatDate, isStart, label, name, periodContaining } from '@/lib/time/period';

/** How an event names a measure and one of its periods. */
export const periodDetails = ({ number, code, frequency }: MeasureRow, start: string) => ({
  measure: number,
  code,
  period: name({ frequency, start }),
  periodStart: start,
});

/** Throws unless a period of the measure starts on this day. */
export function refuseNoStart(day: string, calendar: Calendar): void {
  if (isStart(day, calendar)) return;
  const period = periodContaining(day, calendar);
  throw new Refused(
    `No period of this measure begins on ${formatDate(day)}: ${label(period)} begins on ${formatDate(period.start)}.`,
  );
}
