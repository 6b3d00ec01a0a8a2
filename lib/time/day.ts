import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

/**
 * The calendar's answers are the same for ever, and a page asks for the same few hundred thousands of times: the latest stay at
 * hand. A question that has no answer throws, and is asked again.
 */
function remembered<Answer extends object | string>(ask: (iso: string, by: number) => Answer) {
  const answers = new LRUCache<string, Answer>({ max: 10_000 });
  return (iso: string, by = 0): Answer => {
    const question = `${iso} ${by}`;
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = ask(iso, by);
    answers.set(question, answer);
    return answer;
  };
}

const parsed = remembered((iso) => Temporal.PlainDate.from(iso, { overflow: 'reject' }));
const daysLater = remembered((iso, days) => dayOf(iso).add({ days }).toString());
const monthsLater = remembered((iso, months) => dayOf(iso).add({ months }).toString());
const monthOf = remembered((iso) => dayOf(iso).with({ day: 1 }).toString());
const dayThere = remembered((instant) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
);

/** Days are ISO strings, '2018-08-17'; an impossible one, such as 29 February 2018, throws a RangeError. */
export const dayOf = (iso: string): Temporal.PlainDate => parsed(iso);

/** The day a number of days later (or earlier). */
export const addDays = (iso: string, days: number): string => daysLater(iso, days);

/** The same day a number of months later (or earlier), clamped to the month's end: 31 January + 1 = 28 February. */
export const addMonths = (iso: string, months: number): string => firstLater(iso, months) ?? monthsLater(iso, months);

/** The first day of the month that a day lies in. */
export const firstOfMonth = (iso: string): string => monthOf(iso);

/** The first of a month so many months after another first, by whole numbers, as periods begin on one; null for any other day. */
function firstLater(iso: string, months: number): string | null {
  const [, year, month] = /^([1-9]\d{3})-(0[1-9]|1[0-2])-01$/.exec(iso) ?? [];
  if (!year || !month) return null;
  const count = Number(year) * 12 + Number(month) - 1 + months;
  if (!Number.isInteger(count) || count < 12_000 || count >= 120_000) return null;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** Whole days from one day to another, negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  dayOf(from).until(dayOf(to), { largestUnit: 'day' }).days;

/** The day it is in London at an instant (ISO, with offset or Z), summer time included. */
export const londonDay = (instantIso: string): string => dayThere(instantIso);

const names = 'January February March April May June July August September October November December'.split(' ');

/** The English name of a month, 1 to 12. */
export const monthName = (month: number): string => names[month - 1] as string;

/** A day as it is read aloud: '17 August 2018'. */
export function formatDate(iso: string): string {
  const day = dayOf(iso);
  return `${day.day} ${monthName(day.month)} ${day.year}`;
}

/** A month such as "2018-07" in words: 'July 2018'. */
export const formatMonth = (month: string): string => `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`;

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** A day with its name: 'Friday 17 August 2018'. */
export const formatWeekday = (iso: string): string => `${weekdays[dayOf(iso).dayOfWeek - 1]} ${formatDate(iso)}`;

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (iso: string): boolean => dayOf(iso).dayOfWeek > 5;
