import { papersBy } from '@/lib/committee/papers-by';
import type { Effect } from '@/lib/framework/effect';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { formatWeekday } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';

/** A meeting with the committee that has it. */
export type NamedMeeting = { committee: string; day: string };

/** What a bank holiday would do: which papers would be due on another day. */
export function holidayEffect(
  holiday: ProclaimedHoliday,
  entered: ProclaimedHoliday[],
  meetings: NamedMeeting[],
  today: string,
): Effect {
  const { day, name, insteadOf } = holiday;
  return {
    sentences: [
      `${formatWeekday(day)} is a bank holiday: ${name}.`,
      ...(insteadOf ? [`It takes the place of ${formatWeekday(insteadOf)}, which is a working day then.`] : []),
      ...movedPapers(entered, [...entered, holiday], meetings, today),
      'No reading is due on another day: a reading is due so many days after its period, whatever days these are.',
    ],
  };
}

/** The papers of meetings to come that are due on another day once the bank holidays are others. */
export function movedPapers(
  before: ProclaimedHoliday[],
  after: ProclaimedHoliday[],
  meetings: NamedMeeting[],
  today: string,
): string[] {
  const moved = meetings.flatMap(({ committee, day }) => {
    const [was, now] = [papersBy(day, before), papersBy(day, after)];
    if (day < today || was === now) return [];
    const late = now < today ? ' That day has passed.' : '';
    return [
      `The papers of ${committee} for ${formatDate(day)} must be published by ${formatWeekday(now)} instead of ${formatWeekday(was)}.${late}`,
    ];
  });
  return moved.length > 0 ? moved : ['The papers of every meeting that is set stay due on the days on which they are.'];
}

/** Why a bank holiday stands for good, or null while it can be taken away: its day has come, or papers were due by it. */
export function holidayUse(
  holiday: ProclaimedHoliday,
  entered: ProclaimedHoliday[],
  meetings: NamedMeeting[],
  today: string,
): string | null {
  if (holiday.day <= today) return `${formatDate(holiday.day)} has come, so it stands.`;
  const others = entered.filter(({ day }) => day !== holiday.day);
  const used = meetings.find(({ day }) => {
    const by = papersBy(day, entered);
    return by < today && by !== papersBy(day, others);
  });
  return (
    (used &&
      `The papers of ${used.committee} for ${formatDate(used.day)} were due by ${formatDate(papersBy(used.day, entered))} because of it, so it stands.`) ??
    null
  );
}
