import { lastRequiredStart } from '@/lib/series/retirement';
import { dueDate } from '@/lib/status/due-date';
import type { Standing } from '@/lib/status/standing';
import { addMonths, londonDay } from '@/lib/time/day';
import type { Period } from '@/lib/time/period';
import { endedPeriods } from './data-status';

/** The readings that fell due in a month ("2018-07"): submitted by their day, after it, and not yet. */
export type PunctualMonth = { month: string; onTime: number; late: number; missing: number };

/** A measure, and when each of its readings was first submitted: ISO instants by the period's first day. */
export type MeasureSubmissions = {
  measure: Pick<Standing['measure'], 'frequency' | 'startMonth' | 'lagDays' | 'requiredFrom' | 'retiredOn'>;
  submitted: ReadonlyMap<string, string>;
  /** The first days of the periods whose figure was published elsewhere: it came neither on time nor late. */
  elsewhere?: readonly string[];
};

const monthsBack = 12;

type Fallen = Pick<MeasureSubmissions, 'measure' | 'elsewhere'>;

/** The periods of a measure whose due day has passed within the last twelve months. */
function periodsFallenDue({ measure, elsewhere = [] }: Fallen, today: string): Period[] {
  const { lagDays, requiredFrom, retiredOn } = measure;
  const until = lastRequiredStart(retiredOn, measure);
  const most = monthsBack + 2 + Math.ceil(lagDays / 28);
  const from = firstMonth(today);
  return endedPeriods({ ...measure, from: requiredFrom, until }, today, most).filter((period) => {
    const due = dueDate(period, lagDays);
    return due < today && due.slice(0, 7) >= from && !elsewhere.includes(period.start);
  });
}

/** How many readings came on time, by the month in which they fell due: the last twelve months, the oldest first. */
export function punctuality(submissions: MeasureSubmissions[], today: string): PunctualMonth[] {
  const months = Array.from({ length: monthsBack }, (_, index) => ({
    month: addMonths(today, index + 1 - monthsBack).slice(0, 7),
    onTime: 0,
    late: 0,
    missing: 0,
  }));
  const byMonth = new Map(months.map((month) => [month.month, month]));
  for (const row of submissions)
    for (const period of periodsFallenDue(row, today)) {
      const due = dueDate(period, row.measure.lagDays);
      const month = byMonth.get(due.slice(0, 7));
      const at = row.submitted.get(period.start);
      if (!month) continue;
      if (at === undefined) month.missing += 1;
      else if (londonDay(at) <= due) month.onTime += 1;
      else month.late += 1;
    }
  return months;
}

const firstMonth = (today: string) => addMonths(today, 1 - monthsBack).slice(0, 7);

/** The first day of the oldest reading that counts, so that no earlier one needs to be read; null where none counts. */
export function oldestCountedStart(rows: Fallen[], today: string): string | null {
  const starts = rows.flatMap((row) => periodsFallenDue(row, today).map(({ start }) => start));
  return starts.toSorted()[0] ?? null;
}
