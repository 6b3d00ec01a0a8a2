import type { EditionDifference } from '@/lib/edition/edition-difference';
import { withoutEnd } from '@/lib/text/sentence-end';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { addMonths, formatWeekday } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';

/** A committee as the public reads of it: its services in the council's order, and the days of its meetings in order. */
export type Committee = {
  id: number;
  slug: string;
  name: string;
  services: CommitteeService[];
  meetings: string[];
  /** Its meetings that were moved or cancelled, the latest change first. */
  moves: MeetingMove[];
  /** The bank holidays that the council has entered, which count for when papers must be out. */
  holidays: ProclaimedHoliday[];
};

/** A meeting that was moved to another day, or cancelled (null), on a London day and with the reason that the public reads. */
export type MeetingMove = { from: string; to: string | null; on: string; reason: string };

/** A service that reports to a committee; `since` is the London day of its first edition, null while it has published none. */
export type CommitteeService = { slug: string; name: string; since: string | null };

/** How many past meetings are shown. */
const pastShown = 12;

/** The meetings as they stand on a day: those to come in order (one of today is still to come), the past ones latest first. */
export function meetingsOn(
  meetings: string[],
  today: string,
): { next: string | null; later: string[]; past: string[] } {
  const [next = null, ...later] = meetings.filter((day) => day >= today).sort();
  const past = meetings.filter((day) => day < today).sort();
  return { next, later, past: past.slice(-pastShown).reverse() };
}

/** The changes of meetings that a reader may still look for: of a day, or to one, within the last three months or to come. */
export const changedMeetings = (moves: MeetingMove[], today: string): MeetingMove[] => {
  const since = addMonths(today, -3);
  return moves.filter(({ from, to }) => from >= since || (to !== null && to >= since));
};

/** 'The meeting of Thursday 6 September 2018 was moved to Thursday 13 September 2018, on 1 August 2018: the room is taken.' */
export function moveSentence({ from, to, on, reason }: MeetingMove): string {
  const what = to === null ? 'was cancelled' : `was moved to ${formatWeekday(to)}`;
  return `The meeting of ${formatWeekday(from)} ${what}, on ${formatDate(on)}: ${withoutEnd(reason)}.`;
}

/** What has changed on a service's scorecard since a committee met, or why there is nothing to compare. */
export type SinceMeeting = { service: CommitteeService } & (
  | { kind: 'none' }
  | { kind: 'later' }
  | { kind: 'same'; edition: number }
  | { kind: 'withdrawn'; edition: number; at: string; reason: string }
  | { kind: 'differences'; was: number; differences: EditionDifference[] }
);
