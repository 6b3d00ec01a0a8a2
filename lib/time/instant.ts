import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween, formatDate, londonDay } from './day';

/** The first instant after a London day, as an ISO instant: what was published before it was published by that day. */
export function endOfLondonDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/London').toInstant().toString();
}

/** A London wall-clock time of a day as an ISO instant; a time that the spring change skips moves on by the hour. */
export function londonInstant(day: string, time: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();
}

/** Whether a text is a real calendar day written as 2018-08-17. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The time that London's clocks show at an instant: '14:05'. */
export function londonTime(iso: string): string {
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/London');
  return there.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** An instant as it is read in London: '10:42 on 17 August 2018'. */
export function formatInstant(iso: string): string {
  const there = Temporal.Instant.from(new Date(iso).toISOString()).toZonedDateTimeISO('Europe/London');
  return `${there.toPlainTime().toString({ smallestUnit: 'minute' })} on ${formatDate(there.toPlainDate().toString())}`;
}

/**
 * A moment as it is told on a day that is lived in: at the same time of day in London, as many days before or after that day as
 * it is before or after the day of the clock. Moments are ISO instants.
 */
export const asLivedOn = (lived: string, at: string, clock: string): string =>
  londonInstant(addDays(lived, daysBetween(londonDay(clock), londonDay(at))), londonTime(at));
