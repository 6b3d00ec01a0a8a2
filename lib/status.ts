import {
  addDays,
  type Calendar,
  daysBetween,
  dueDate,
  endOf,
  formatDate,
  name,
  type Period,
  periodContaining,
  periodsBetween,
  shift,
} from './period';

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
};

/** Where one period stands on a day: before its end no reading is accepted, then it is due, then overdue from the day after. */
export function readingDue(period: Period, lagDays: number, date: string): 'not_yet' | 'due' | 'overdue' {
  if (date <= endOf(period)) return 'not_yet';
  return date <= dueDate(period, lagDays) ? 'due' : 'overdue';
}

/** The schedule of a measure from the starts of the periods that have a reading or an accepted reason, in any order. */
export function scheduleOf(
  { frequency, startMonth, lagDays, from, until }: Omit<Schedule, 'latest' | 'gaps'>,
  periodsHere: string[],
): Schedule {
  const here = new Set(periodsHere.filter((start) => start >= from && (until === null || start <= until)));
  const latest = [...here].sort().at(-1) ?? null;
  const gaps: string[] = [];
  for (let p: Period = { frequency, start: from }; latest !== null && p.start < latest; p = shift(p, 1))
    if (!here.has(p.start)) gaps.push(p.start);
  return { frequency, startMonth, lagDays, from, until, latest, gaps };
}

/**
 * The data status on a day, with the sentence that says which period and how late. Overdue if any required period whose due
 * date has passed has neither reading nor reason; Not due if none has fallen due and nothing is here; else Up to date. Its
 * cost does not grow with the years. Source: DOMAIN.md section 2.
 */
export function statusAt(schedule: Schedule, date: string): { status: Status; sentence: string } {
  const { frequency, lagDays, latest } = schedule;
  const periodAt = (start: string): Period => ({ frequency, start });
  const dueBy = (period: Period) => `due by ${formatDate(dueDate(period, lagDays))}`;

  const next = latest === null ? periodAt(schedule.from) : shift(periodAt(latest), 1);
  const overdue = overdueGaps(schedule, date);
  const after = overdueFrom(next, schedule, date);
  const oldest = overdue[0] === undefined ? next : periodAt(overdue[0]);
  const count = overdue.length + after;
  if (count > 0) {
    const late = daysBetween(dueDate(oldest, lagDays), date);
    const others =
      count === 1
        ? ''
        : count === 2
          ? '; 1 later period is overdue too'
          : `; ${count - 1} later periods are overdue too`;
    return {
      status: 'overdue',
      sentence: `Overdue: ${name(oldest)} was ${dueBy(oldest)}, ${late} ${late === 1 ? 'day' : 'days'} ago${others}.`,
    };
  }
  if (latest === null)
    return { status: 'not_due', sentence: `Not due: the first figure is for ${name(next)}, ${dueBy(next)}.` };
  const ended = schedule.until !== null && next.start > schedule.until;
  const then = ended ? 'no later one is required' : `the next, for ${name(next)}, is ${dueBy(next)}`;
  return { status: 'up_to_date', sentence: `Up to date: the latest is for ${name(periodAt(latest))}; ${then}.` };
}

/** The first period whose due date has not passed on a day: end + lag < date exactly for the periods before it. */
const firstOnTime = ({ lagDays, ...calendar }: Schedule, date: string): Period =>
  periodContaining(addDays(date, -lagDays), calendar);

/** The oldest required period that is overdue on a day; null when none is. */
export function oldestOverdue(schedule: Schedule, date: string): Period | null {
  const { frequency, latest } = schedule;
  const [gap] = overdueGaps(schedule, date);
  if (gap) return { frequency, start: gap };
  const next: Period = latest === null ? { frequency, start: schedule.from } : shift({ frequency, start: latest }, 1);
  return overdueFrom(next, schedule, date) > 0 ? next : null;
}

/** The gaps whose due date has passed, oldest first. */
function overdueGaps(schedule: Schedule, date: string): string[] {
  const limit = firstOnTime(schedule, date).start;
  return schedule.gaps.filter((start) => start < limit);
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
