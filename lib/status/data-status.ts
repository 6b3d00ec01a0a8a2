import { dueDate } from '@/lib/status/due-date';
import {
  addDays,
  type Calendar,
  daysBetween,
  endOf,
  formatDate,
  name,
  type Period,
  periodContaining,
  periodsBetween,
  shift,
  startsFrom,
} from '@/lib/time/period';

/** Whether the readings that are due are here; computed, never typed. */
export const statuses = ['up_to_date', 'overdue', 'not_due'] as const;
export type Status = (typeof statuses)[number];

export const statusWords: Record<Status, string> = { up_to_date: 'Up to date', overdue: 'Overdue', not_due: 'Not due' };

/** What is needed to know the data status at any date; JSON-safe, frozen with an edition. Starts are ISO days. */
export type Schedule = Calendar & {
  lagDays: number;
  /** The first required period, and the last one of a retired measure. */
  from: string;
  until: string | null;
  /** The latest period that has a reading or an accepted reason, and the required ones up to it that have neither, in order. */
  latest: string | null;
  gaps: string[];
  /** The periods answered "not available yet", each with the day on which its figure is expected; older editions have none. */
  awaited?: { start: string; until: string }[];
};

/** Where one period stands on a day: before its end no reading is accepted, then it is due, then overdue from the day after. */
export function readingDue(period: Period, lagDays: number, date: string): 'not_yet' | 'due' | 'overdue' {
  if (date <= endOf(period)) return 'not_yet';
  return date <= dueDate(period, lagDays) ? 'due' : 'overdue';
}

/** The schedule of a measure from the starts of the periods that have a reading or an accepted reason, in any order. */
export function scheduleOf(
  { frequency, startMonth, lagDays, from, until }: Omit<Schedule, 'latest' | 'gaps' | 'awaited'>,
  periodsHere: readonly string[],
  expected: { start: string; until: string }[] = [],
): Schedule {
  const here = periodsHere.filter((start) => start >= from && (until === null || start <= until));
  let latest: string | null = null;
  for (const start of here) if (latest === null || start > latest) latest = start;
  const gaps = latest === null ? [] : missingIn(startsFrom(frequency, from, latest), here);
  const awaited = expected.filter(({ start }) => here.includes(start)).sort((a, b) => a.start.localeCompare(b.start));
  return { frequency, startMonth, lagDays, from, until, latest, gaps, ...(awaited.length > 0 && { awaited }) };
}

/** What is missing of a row in a list of any order; most lists are the row itself. */
function missingIn(row: readonly string[], list: string[]): string[] {
  if (row.length === list.length && row.every((start, place) => start === list[place])) return [];
  const here = new Set(list);
  return row.filter((start) => !here.has(start));
}

/**
 * The data status on a day, with the sentence that says which period and how late. Overdue if any required period whose due
 * date has passed has neither reading nor reason, or had an expected day that has passed; Not due if none has fallen due and
 * nothing is here; else Up to date. Its cost does not grow with the years. Source: docs/rules.md, Due and overdue.
 */
export function statusAt(schedule: Schedule, date: string): { status: Status; sentence: string } {
  const { frequency, lagDays, latest } = schedule;
  const periodAt = (start: string): Period => ({ frequency, start });
  const dueBy = (period: Period) => `due by ${formatDate(dueDate(period, lagDays))}`;

  const next = latest === null ? periodAt(schedule.from) : shift(periodAt(latest), 1);
  const missing = missingGaps(schedule, date);
  const after = overdueFrom(next, schedule, date);
  const oldest = missing[0] ?? { start: next.start, since: dueDate(next, lagDays), expected: false };
  const count = missing.length + after;
  if (count > 0) {
    const late = daysBetween(oldest.since, date);
    const others =
      count === 1
        ? ''
        : count === 2
          ? '; 1 later period is overdue too'
          : `; ${count - 1} later periods are overdue too`;
    const by = oldest.expected ? `expected by ${formatDate(oldest.since)}` : dueBy(periodAt(oldest.start));
    return {
      status: 'overdue',
      sentence: `Overdue: ${name(periodAt(oldest.start))} was ${by}, ${late} ${late === 1 ? 'day' : 'days'} ago${others}.`,
    };
  }
  if (latest === null)
    return { status: 'not_due', sentence: `Not due: the first figure is for ${name(next)}, ${dueBy(next)}.` };
  const ended = schedule.until !== null && next.start > schedule.until;
  const then = ended ? 'no later one is required' : `the next, for ${name(next)}, is ${dueBy(next)}`;
  const expected = schedule.awaited?.find(({ start }) => start === latest);
  const here = expected
    ? `the figure for ${name(periodAt(latest))} is not available yet, and expected by ${formatDate(expected.until)}`
    : `the latest is for ${name(periodAt(latest))}`;
  return { status: 'up_to_date', sentence: `Up to date: ${here}; ${then}.` };
}

/** The first period whose due date has not passed on a day: end + lag < date exactly for the periods before it. */
const firstOnTime = ({ lagDays, ...calendar }: Schedule, date: string): Period =>
  periodContaining(addDays(date, -lagDays), calendar);

/** The oldest required period that is overdue on a day; null when none is. */
export function oldestOverdue(schedule: Schedule, date: string): Period | null {
  const { frequency, latest } = schedule;
  const [gap] = missingGaps(schedule, date);
  if (gap) return { frequency, start: gap.start };
  const next: Period = latest === null ? { frequency, start: schedule.from } : shift({ frequency, start: latest }, 1);
  return overdueFrom(next, schedule, date) > 0 ? next : null;
}

/** A required period that is missing on a day; it was due, or expected, by `since`. */
export type MissingPeriod = { start: string; since: string; expected: boolean };

/** The required periods up to the latest one here that are overdue on a day, oldest first: gaps, and figures that were expected by a day that has passed. */
function missingGaps(schedule: Schedule, date: string): MissingPeriod[] {
  const { frequency, lagDays, gaps, awaited = [] } = schedule;
  if (gaps.length === 0 && awaited.length === 0) return [];
  const limit = firstOnTime(schedule, date).start;
  const due = (start: string) => dueDate({ frequency, start }, lagDays);
  const unanswered = gaps
    .filter((start) => start < limit)
    .map((start): MissingPeriod => ({ start, since: due(start), expected: false }));
  const broken = awaited
    .filter(({ start, until }) => until < date && start < limit)
    .map(
      ({ start, until }): MissingPeriod => ({
        start,
        since: [until, due(start)].sort().at(-1) as string,
        expected: until > due(start),
      }),
    );
  return [...unanswered, ...broken].sort((a, b) => a.start.localeCompare(b.start));
}

/** The required periods up to the latest one here that are missing on a day, oldest first, as first days. */
export const missingPeriods = (schedule: Schedule, date: string): string[] =>
  missingGaps(schedule, date).map(({ start }) => start);

/** Every required period that is overdue on a day, oldest first, those after the latest one here included. */
export function overduePeriods(schedule: Schedule, date: string): MissingPeriod[] {
  const { frequency, lagDays, latest } = schedule;
  const next: Period = latest === null ? { frequency, start: schedule.from } : shift({ frequency, start: latest }, 1);
  const later = Array.from({ length: overdueFrom(next, schedule, date) }, (_, index): MissingPeriod => {
    const period = shift(next, index);
    return { start: period.start, since: dueDate(period, lagDays), expected: false };
  });
  return [...missingGaps(schedule, date), ...later];
}

/** How many required periods from `next` on are past their due date. */
function overdueFrom(next: Period, schedule: Schedule, date: string): number {
  const limit = firstOnTime(schedule, date);
  const last = schedule.until === null ? limit : shift({ ...limit, start: schedule.until }, 1);
  return Math.max(0, periodsBetween(next, limit.start < last.start ? limit : last));
}

/** The required periods that have ended before a day, oldest first, and at most so many of the newest. */
export function endedPeriods(
  { frequency, startMonth, from, until }: Pick<Schedule, 'frequency' | 'startMonth' | 'from' | 'until'>,
  date: string,
  most: number,
): Period[] {
  const present = periodContaining(date, { frequency, startMonth });
  const after = until === null ? present : shift({ frequency, start: until }, 1);
  const running = after.start < present.start ? after : present;
  const count = Math.min(most, periodsBetween({ frequency, start: from }, running));
  return Array.from({ length: Math.max(0, count) }, (_, index) => shift(running, index - count));
}
