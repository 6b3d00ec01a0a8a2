import { withoutEnd } from '@/lib/text/sentence-end';
import { addMonths, formatWeekday } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';
import type { MeetingMove } from './committee';

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
