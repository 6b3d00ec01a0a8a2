import type { EditionDifference } from '@/lib/edition/difference/edition-difference';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';

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

/** What has changed on a service's scorecard since a committee met, or why there is nothing to compare. */
export type SinceMeeting = { service: CommitteeService } & (
  | { kind: 'none' }
  | { kind: 'later' }
  | { kind: 'same'; edition: number }
  | { kind: 'withdrawn'; edition: number; at: string; reason: string }
  | { kind: 'differences'; was: number; differences: EditionDifference[] }
);
