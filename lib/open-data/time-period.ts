import { monthsOf, type Span } from '@/lib/measure/span';
import { dayOf, monthName } from '@/lib/time/day';
import { type Frequency, isStart, type Period } from '@/lib/time/period';

/** A period as the Department for Education writes it: the year in 4 or 6 digits, and what of that year. */
export type TimePeriod = { time_period: string; time_identifier: string };

/** Two years in six digits: 201819. */
const twoYears = (first: number): string => `${first}${String((first + 1) % 100).padStart(2, '0')}`;

/**
 * The year and the part of it that a period is, in the words of the Department for Education. A year that begins in another month
 * than April, September or January is a reporting year. Source: docs/rules.md, Open data.
 */
export function timePeriod({ frequency, start }: Period): TimePeriod {
  const { year, month } = dayOf(start);
  const financial = twoYears(month < 4 ? year - 1 : year);
  const academic = twoYears(month < 9 ? year - 1 : year);
  switch (frequency) {
    case 'monthly':
      return { time_period: String(year), time_identifier: monthName(month) };
    case 'quarterly':
      return { time_period: financial, time_identifier: `Financial year Q${(((month + 8) % 12) + 3) / 3}` };
    case 'termly':
      return { time_period: academic, time_identifier: terms[month] ?? 'Autumn term' };
    case 'half_yearly':
      return {
        time_period: financial,
        time_identifier: month === 4 ? 'Part 1 (April to September)' : 'Part 2 (October to March)',
      };
    case 'annual':
      return yearPeriod(year, month);
  }
}

const terms: Record<number, string> = { 9: 'Autumn term', 1: 'Spring term', 5: 'Summer term' };

function yearPeriod(year: number, month: number): TimePeriod {
  if (month === 4) return { time_period: twoYears(year), time_identifier: 'Financial year' };
  if (month === 9) return { time_period: twoYears(year), time_identifier: 'Academic year' };
  return { time_period: String(year), time_identifier: month === 1 ? 'Calendar year' : 'Reporting year' };
}

const byMonths: Record<number, Frequency> = {
  1: 'monthly',
  3: 'quarterly',
  4: 'termly',
  6: 'half_yearly',
  12: 'annual',
};

/** The same of a span of days; null where it is no period of a calendar, such as a moment. */
export function timePeriodOfSpan(span: Span): TimePeriod | null {
  const frequency = byMonths[monthsOf(span) ?? 0];
  if (!frequency || !isStart(span.from, { frequency, startMonth: dayOf(span.from).month })) return null;
  return timePeriod({ frequency, start: span.from });
}
