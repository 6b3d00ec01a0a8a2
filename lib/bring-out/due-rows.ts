import type { MeasureFacts } from '@/lib/measure/measure';
import { lastRequiredStart } from '@/lib/series/retirement';
import { overduePeriods, scheduleOf } from '@/lib/status/data-status';
import { dueDate } from '@/lib/status/due-date';
import { formatMonth } from '@/lib/time/day';
import { addMonths, formatDate } from '@/lib/time/period';
import type { OutRow } from './council-sheets';

/** What is known of a measure and of its readings that are submitted, approved or published. */
export type DueMeasure = Pick<MeasureFacts, 'frequency' | 'startMonth' | 'lagDays'> & {
  code: string;
  title: string;
  requiredFrom: string;
  retiredOn: string | null;
  here: readonly string[];
  awaited: { start: string; until: string }[];
};

/** As many periods of one measure as a template asks for, the latest ones. */
const mostPeriods = 36;

/** A row for each reading that is due by the end of the month of a day and is not here, with everything but its figure. */
export function dueRows(measures: DueMeasure[], today: string): OutRow[] {
  const nextMonth = addMonths(`${today.slice(0, 7)}-01`, 1);
  return measures.flatMap(({ code, title, requiredFrom, retiredOn, here, awaited, ...calendar }) => {
    const until = lastRequiredStart(retiredOn, calendar);
    const schedule = scheduleOf({ ...calendar, from: requiredFrom, until }, here, awaited);
    return overduePeriods(schedule, nextMonth)
      .slice(-mostPeriods)
      .map(({ start }) => ({
        measure: code,
        period: formatMonth(start),
        title,
        due_by: formatDate(dueDate({ frequency: calendar.frequency, start }, calendar.lagDays)),
      }));
  });
}
