import { Temporal } from 'temporal-polyfill';
import type { Problem } from '@/lib/form/form-state';
import { parseDay } from '@/lib/time/day-entry';
import { formatInstant, londonInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { parseTime } from '@/lib/time/time-entry';

/** The life of an announced release: waiting for its moment, released, called off, or failed at its moment. */
export const announcementStates = ['announced', 'released', 'cancelled', 'failed'] as const;
export type AnnouncementState = (typeof announcementStates)[number];

/** The London time of day at which releases happen unless another is chosen. Source: the Code of Practice for Statistics. */
export const usualTime = '09:30';

/**
 * The instant at which London's clocks show a time on a day: the first of the two where the autumn change doubles it, and
 * the sentence that says so where the spring change skips it.
 */
export function momentOf(day: string, time: string): { at: string } | { problem: string } {
  const at = londonInstant(day, time);
  const shown = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDateTime();
  if (shown.equals(Temporal.PlainDateTime.from(`${day}T${time}`))) return { at };
  return { problem: `There is no ${time} on ${formatDate(day)}: the clocks go forward over it. Choose another time.` };
}

/** A moment from the day and the time that were typed; each problem names its field, by the names given. */
export function typedMoment(
  typed: { day: string; time: string },
  fields: { day: string; time: string },
): { at: string } | { problems: Problem[] } {
  const [day, time] = [parseDay(typed.day), parseTime(typed.time)];
  const problems: Problem[] = [];
  if ('problem' in day) problems.push({ field: fields.day, sentence: day.problem });
  if ('problem' in time) problems.push({ field: fields.time, sentence: time.problem });
  if ('problem' in day || 'problem' in time) return { problems };
  const moment = momentOf(day.day, time.time);
  return 'at' in moment ? moment : { problems: [{ field: fields.time, sentence: moment.problem }] };
}

/** The sentence for a scorecard without the day that it speaks of: that day is never taken to be today. */
export const noAsAt = 'Enter the date that the scorecard speaks of.';

/** Whether an instant is before another; ISO texts of one instant may differ, so they are not compared as texts. */
export const isBefore = (one: string, other: string): boolean => instant(one) < instant(other);

/** Whether two ISO texts name one instant. */
export const isSameMoment = (one: string, other: string): boolean => instant(one) === instant(other);

const instant = (iso: string): bigint => Temporal.Instant.from(iso).epochNanoseconds;

/** Why a release cannot be set for a moment, or null when it can: it has to be still to come. */
export const tooEarly = (dueAt: string, now: string): string | null =>
  isBefore(now, dueAt)
    ? null
    : `A release has to be announced for a moment to come: ${formatInstant(dueAt)} has passed.`;

/** An announced release by the number of its edition and its moment, an ISO instant. */
export type AnnouncedRelease = { number: number; dueAt: string };

/** 'Edition 3 is announced for 09:30 on 1 September 2018'; without full stop. */
export const announcedFor = ({ number, dueAt }: AnnouncedRelease): string =>
  `Edition ${number} is announced for ${formatInstant(dueAt)}`;

/** Why what an announced edition is to show stays as it is until then; each takes what `announcedFor` says. */
export const staysUntilThen = {
  measure: (announced: string) => `${announced} and shows this measure as it is now: wait for it, or cancel it first.`,
  newMeasure: (announced: string) => `${announced} without this measure: wait for it, or cancel it first.`,
  word: (announced: string, term: string) =>
    `${announced} and uses “${term}”, which keeps its meaning until then: wait for it, or cancel it first.`,
  service: (announced: string) => `${announced} with this service as it is now: wait for it, or cancel it.`,
};

/** What the public reads of a release that could not happen at its moment. */
export const failures = {
  returned: 'A figure that this edition was to show was taken back after the announcement, so it was not released.',
  changed: 'What this edition was to show changed after the announcement, so it was not released.',
  blocked: 'At the moment of release this edition was not ready to publish, so it was not released.',
  overtaken: 'Another edition of this service was published after the announcement, so this one was not released.',
} as const;
export type Failure = keyof typeof failures;
