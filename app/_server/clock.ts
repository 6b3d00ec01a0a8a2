import { Temporal } from 'temporal-polyfill';
import { asLivedOn, londonInstant } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { settings } from './server-settings';

/** This moment as an ISO instant; where CANDOUR_TODAY is set, the present time of day on that day. */
export function now(): string {
  const present = Temporal.Now.instant();
  const { today } = settings();
  if (!today) return present.toString();
  return londonInstant(today, present.toZonedDateTimeISO('Europe/London').toPlainTime().toString());
}

/** Today in London as an ISO day; CANDOUR_TODAY where it is set. */
export function today(): string {
  return settings().today ?? dayOfMinute(Math.floor(Date.now() / 60_000));
}

/** A day begins with a minute, so that it is worked out once a minute: every public page asks for it, some thrice. */
let worked = { minute: -1, day: '' };
function dayOfMinute(minute: number): string {
  if (worked.minute !== minute) worked = { minute, day: londonDay(new Date(minute * 60_000).toISOString()) };
  return worked.day;
}

/** This moment by the real clock, whatever day we live in: sessions, invitations and wrong guesses age by it. */
export function moment(): string {
  return new Date().toISOString();
}

/** A moment of the real clock, moved by whole days to the day of CANDOUR_TODAY where that is set; the time of day stays. */
export function asLived(at: string): string {
  const { today } = settings();
  return today ? asLivedOn(today, at, moment()) : at;
}

/**
 * A moment of the record as it is told on the day of CANDOUR_TODAY. One that lies beyond that day was noted by the real clock:
 * signing in and what is done at the command line are.
 */
export const recordedAsLived = (at: string): string => (settings().today && at > now() ? asLived(at) : at);
