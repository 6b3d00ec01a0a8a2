import type { MeasureFacts } from '@/lib/measure/measure';
import { type Span, spanOf } from '@/lib/measure/span';
import { addDays, addMonths } from '@/lib/time/day';
import { endOf, type Period, periodContaining, shift, yearStart } from '@/lib/time/period';

/** What the dates of a reading's words are read against. */
export type Frame = {
  period: Period;
  /** The first and last day of the period, and of what its figure covers. */
  periodSpan: Span;
  covered: Span;
  startMonth: number;
};

/** A date or a period at a place of a text: how many lexemes, and the days that it may mean, the likeliest first. */
export type DateAt = { length: number; spans: Span[]; kind: 'day' | 'month' | 'quarter' | 'year' | 'relative' };

/** The frame of a reading's words. */
export const frameOf = (period: Period, measure: Pick<MeasureFacts, 'window' | 'since' | 'startMonth'>): Frame => ({
  period,
  periodSpan: { from: period.start, until: endOf(period) },
  covered: spanOf(period, measure),
  startMonth: measure.startMonth,
});

const iso = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** So many months from a first of a month on. */
const monthsFrom = (from: string, months: number): Span => ({
  from,
  until: addDays(addMonths(from, months), -1),
});

/** A month of a year. */
export const monthSpan = (year: number, month: number, months = 1): Span => monthsFrom(iso(year, month), months);

/** A month without a year: the last one that begins by the end of the period, and the next one after it. */
export function nearMonths(month: number, { periodSpan }: Frame, months = 1): Span[] {
  const end = periodSpan.until;
  const year = Number(end.slice(0, 4)) - (iso(0, month).slice(-5) > end.slice(5) ? 1 : 0);
  return [monthSpan(year, month, months), monthSpan(year + 1, month, months)];
}

/** The years that may be meant by the year in which they begin: the measure's own, and the council's. */
export function yearsFrom(year: number, { startMonth }: Frame): Span[] {
  const council = monthSpan(year, 4, 12);
  return startMonth === 4 ? [council] : [council, monthSpan(year, startMonth, 12)];
}

/** A quarter of a council year, or of the years around the period where no year is named. */
export function quarterSpans(quarter: number, year: number | null, frame: Frame): Span[] {
  const month = ((quarter * 3) % 12) + 1;
  if (year !== null) return [monthSpan(quarter === 4 ? year + 1 : year, month, 3)];
  return nearMonths(month, frame, 3);
}

type Unit = 'week' | 'month' | 'quarter' | 'term' | 'year' | 'period';

/** What "last month", "this quarter", "next year" are for a reading; several where people mean several. */
export function relativeSpans(unit: Unit, way: -1 | 0 | 1, frame: Frame): Span[] {
  const { period, periodSpan, startMonth } = frame;
  const end = periodSpan.until;
  const asSpan = (other: Period): Span => ({ from: other.start, until: endOf(other) });
  const near = (frequency: Period['frequency'], month = startMonth) =>
    asSpan(shift(periodContaining(end, { frequency, startMonth: month }), way));
  switch (unit) {
    case 'period':
      return [asSpan(shift(period, way))];
    case 'week':
      return [{ from: addDays(end, 7 * way - 6), until: addDays(end, 7 * way) }];
    case 'month':
      return [near('monthly')];
    case 'quarter':
      return [near('quarterly')];
    case 'term':
      return [near('termly')];
    case 'year': {
      const sameMonths = {
        from: addMonths(period.start, 12 * way),
        until: addDays(addMonths(addDays(end, 1), 12 * way), -1),
      };
      return way === 0 ? [near('annual'), near('annual', 4)] : [near('annual'), near('annual', 4), sameMonths];
    }
  }
}

/** The measure's own year up to the period's end. */
export const yearToDate = ({ periodSpan, startMonth }: Frame): Span => ({
  from: yearStart(periodSpan.until, startMonth),
  until: periodSpan.until,
});
