import type { State } from '@/lib/reading/workflow';
import { lastRequiredStart } from '@/lib/series/retirement';
import { endedPeriods, overduePeriods, type Schedule, scheduleOf, statusAt } from '@/lib/status/data-status';
import { dueDate } from '@/lib/status/due-date';
import type { Signed, Standing } from '@/lib/status/standing';
import { daysBetween, formatDate, label, name, type Period, range } from '@/lib/time/period';

/** Where one period of a measure stands on its way to the next edition. */
export type MeasureReadiness = {
  number: number;
  code: string;
  title: string;
  period: { start: string; label: string; range: string } | null;
  state: 'published' | 'approved' | 'submitted' | 'returned' | 'draft' | 'due' | 'overdue' | 'not_due';
  sentence: string;
  href: string;
  owner: string | null;
  /** The day by which it is due, and for how many days it has been overdue; 0 where it is not. */
  due: string | null;
  daysLate: number;
  submitted: Signed | null;
  approved: Signed | null;
};

export const readingHref = (code: string, start: string): string => `/readings/${code}/${start}`;
export const reviewHref = (id: number): string => `/reviews/${id}`;

/** How a sentence about a reading goes on, by the reading's state. */
export const waits: Record<State, string> = {
  draft: 'is begun, and not submitted yet',
  submitted: 'is submitted, and waits for the head of service',
  returned: 'was returned to its owner',
  approved: 'is approved, and ready to be published',
  published: 'is published',
};

/** The schedule of a measure with these periods answered. */
export const scheduleWith = (
  { retiredOn, requiredFrom, ...measure }: Standing['measure'],
  here: readonly string[],
  awaited: Standing['awaited'] = [],
): Schedule => {
  const { frequency, startMonth, lagDays } = measure;
  const until = lastRequiredStart(retiredOn, measure);
  return scheduleOf({ frequency, startMonth, lagDays, from: requiredFrom, until }, here, awaited);
};

/** 'was due by 14 August 2018, 3 days ago' or 'is due by 14 August 2018'. */
export function dueWords(period: Period, lagDays: number, today: string): string {
  const due = dueDate(period, lagDays);
  const late = daysBetween(due, today);
  if (late <= 0) return `is due by ${formatDate(due)}`;
  return `was due by ${formatDate(due)}, ${late} ${late === 1 ? 'day' : 'days'} ago`;
}

/** The days that a due date lets pass at most: so many periods of a month may be due at once. */
const periodsDue = (lagDays: number): number => 2 + Math.ceil(lagDays / 28);

/**
 * Where each period of a measure stands: every reading on its way, every overdue period and every one that is due, oldest
 * first; where there is none of these, the latest period that is published, or the first one that will need a figure.
 */
export function readinessRows(standing: Standing, today: string): MeasureReadiness[] {
  const { measure, open, here } = standing;
  const { number, code, title, frequency, lagDays } = measure;
  const onTheWay = open.filter(({ state }) => state !== 'published');
  const approved = onTheWay.filter(({ state }) => state === 'approved').map(({ periodStart }) => periodStart);
  const schedule = scheduleWith(measure, [...here, ...approved], standing.awaited);
  const row = (
    start: string | null,
    more: Pick<MeasureReadiness, 'state' | 'sentence'> & Partial<MeasureReadiness>,
  ) => {
    const period = start === null ? null : { frequency, start };
    return {
      number,
      code,
      title,
      owner: standing.owner ?? null,
      submitted: null,
      approved: null,
      daysLate: 0,
      period: period && { start: period.start, label: label(period), range: range(period) },
      due: period && dueDate(period, lagDays),
      href: readingHref(code, start ?? measure.requiredFrom),
      ...more,
    } satisfies MeasureReadiness;
  };
  const overdue = new Map(overduePeriods(schedule, today).map((missing) => [missing.start, missing]));
  const lateWords = (start: string): { daysLate: number; words: string } | null => {
    const missing = overdue.get(start);
    if (!missing) return null;
    const daysLate = daysBetween(missing.since, today);
    const by = `${missing.expected ? 'expected' : 'due'} by ${formatDate(missing.since)}`;
    return { daysLate, words: `was ${by}, ${daysLate} ${daysLate === 1 ? 'day' : 'days'} ago` };
  };
  const begun = onTheWay.map((reading) => {
    const { id, periodStart, state } = reading;
    const late = lateWords(periodStart);
    const isReviewed = state === 'submitted' || state === 'approved';
    return row(periodStart, {
      state,
      sentence: `${name({ frequency, start: periodStart })} ${waits[state]}${late ? `; it ${late.words}` : ''}.`,
      ...(isReviewed && { href: reviewHref(id) }),
      daysLate: late?.daysLate ?? 0,
      submitted: reading.submitted ?? null,
      approved: reading.approved ?? null,
    });
  });
  const starts = new Set(onTheWay.map(({ periodStart }) => periodStart));
  const missing = [...overdue.keys()]
    .filter((start) => !starts.has(start))
    .map((start) => {
      const { daysLate, words } = lateWords(start) ?? { daysLate: 0, words: '' };
      return row(start, { state: 'overdue', sentence: `${name({ frequency, start })} ${words}.`, daysLate });
    });
  const ended = endedPeriods(schedule, today, periodsDue(lagDays));
  const due = ended
    .filter(({ start }) => !here.includes(start) && !starts.has(start) && !overdue.has(start))
    .map((period) =>
      row(period.start, { state: 'due', sentence: `${name(period)} ${dueWords(period, lagDays, today)}.` }),
    );
  const rows = [...begun, ...missing, ...due].sort((a, b) =>
    (a.period?.start ?? '').localeCompare(b.period?.start ?? ''),
  );
  if (rows.length > 0) return rows;
  const latest = ended.at(-1);
  if (!latest) return [row(null, { state: 'not_due', sentence: statusAt(schedule, today).sentence })];
  const isElsewhere = standing.elsewhere?.includes(latest.start);
  const sentence = `${name(latest)} ${isElsewhere ? 'was published elsewhere' : 'is published'}.`;
  return [row(latest.start, { state: 'published', sentence })];
}

/** How many readings an edition could wait for, how many of them are approved, and how many are overdue. */
export function readinessCounts(measures: MeasureReadiness[]): { wanted: number; approved: number; overdue: number } {
  const count = (state: MeasureReadiness['state']) => measures.filter((measure) => measure.state === state).length;
  const wanted = measures.length - count('published') - count('not_due');
  return { wanted, approved: count('approved'), overdue: measures.filter(({ daysLate }) => daysLate > 0).length };
}

/** A service's readiness at a glance: '3 of 12 readings approved since edition 1; 2 overdue'. */
export function readinessSentence(measures: MeasureReadiness[], lastEdition: number | null): string {
  const { wanted, approved, overdue } = readinessCounts(measures);
  const since = lastEdition === null ? '' : ` since edition ${lastEdition}`;
  if (wanted === 0) return `Nothing is on its way${since}: every reading that is due is published.`;
  return `${approved} of ${wanted} ${wanted === 1 ? 'reading' : 'readings'} approved${since}; ${overdue || 'none'} overdue.`;
}
