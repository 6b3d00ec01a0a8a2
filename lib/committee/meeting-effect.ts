import { papersBy, papersSentence } from '@/lib/committee/papers-by';
import type { Effect } from '@/lib/framework/effect';
import { announcedFor } from '@/lib/release/release-moment';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { formatWeekday, londonDay } from '@/lib/time/day';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import type { HeardService } from './committee-effect';

/** What a meeting is held against: the services that its committee hears, and the bank holidays that were entered. */
export type MeetingGround = { name: string; meetings: string[]; heard: HeardService[]; holidays: ProclaimedHoliday[] };

/** What a meeting on a day would mean: by when papers must be out, and which releases come in time. */
export function newMeetingEffect(day: string, { name, heard, holidays }: MeetingGround, today: string): Effect {
  if (day < today)
    return {
      sentences: [
        `${name} met on ${formatWeekday(day)}. It stands among its past meetings at once, and what has changed since is told from it.`,
      ],
    };
  return {
    sentences: [
      `${name} meets on ${formatWeekday(day)}. The public reads it at once.`,
      papersSentence(day, today, holidays),
      ...releaseSentences(day, heard, holidays),
    ],
  };
}

/** What moving a meeting, or cancelling it (null), would mean. */
export function movedMeetingEffect(
  { day, to, reason }: { day: string; to: string | null; reason: string },
  ground: MeetingGround,
  today: string,
): Effect {
  const publicly = `The public reads it at once, with the day of the change and your reason: “${reason}”`;
  if (to === null) {
    const released = ground.heard.flatMap(({ release }) =>
      release ? [`${announcedFor(release)}, and stays announced.`] : [],
    );
    return { sentences: [`${ground.name} does not meet on ${formatWeekday(day)}.`, publicly, ...released] };
  }
  return {
    sentences: [
      `${ground.name} meets on ${formatWeekday(to)} instead of ${formatWeekday(day)}.`,
      publicly,
      papersSentence(to, today, ground.holidays),
      ...releaseSentences(to, ground.heard, ground.holidays),
    ],
  };
}

/** 'The release of Buses is due at 09:30 on 1 September 2018, before the papers are.' */
function releaseSentences(day: string, heard: HeardService[], holidays: ProclaimedHoliday[]): string[] {
  const by = papersBy(day, holidays);
  return heard.map(({ name, release }) => {
    if (!release) return `No release of ${name} is announced: the committee reads the edition in force.`;
    const out = londonDay(release.dueAt);
    const inTime = out <= by ? 'in time for the papers' : 'after the papers and before the meeting';
    return `The release of ${name} is due at ${formatInstant(release.dueAt)}, ${out > day ? 'after the meeting' : inTime}.`;
  });
}

/**
 * Why a meeting cannot be moved, or cancelled (null), or null when it can: a release that is announced in time for it would
 * come too late for the new day, and a meeting to come is not moved to a day that has passed.
 */
export function whyMeetingStays(
  { day, to }: { day: string; to: string | null },
  { name, meetings, heard }: MeetingGround,
  today: string,
): string | null {
  if (to === null) return null;
  if (to === day) return `${name} meets on that day already.`;
  if (meetings.includes(to)) return `${name} meets on ${formatWeekday(to)} already.`;
  if (day < today) return `${formatDate(day)} has passed: a meeting that did not take place is cancelled.`;
  if (to < today) return `${formatDate(to)} has passed: give a day to come.`;
  const late = heard.find(({ release }) => release && within(londonDay(release.dueAt), to, day));
  if (!late?.release) return null;
  return `${announcedFor(late.release)}, in time for the meeting of ${formatDate(day)}: on ${formatDate(to)} ${late.name} would come too late. Choose a later day, or move the release first.`;
}

const within = (day: string, after: string, until: string): boolean => day > after && day <= until;
