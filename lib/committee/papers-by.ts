import { isWorkingDay, type ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { addDays, formatWeekday } from '@/lib/time/day';

/**
 * How many clear days the papers of a meeting are open to inspection before it. Source: Local Government Act 1972,
 * section 100B(3), with the five days that hold in England since S.I. 2002/715.
 */
const clearDays = 5;

/**
 * The last working day on which papers can be published so that five clear days lie before a meeting: neither the day of
 * publication nor that of the meeting counts, nor Saturdays, Sundays and bank holidays, on which councils are closed (as
 * section 243 leaves them out of other periods).
 */
export function papersBy(meeting: string, entered: ProclaimedHoliday[] = []): string {
  let day = meeting;
  for (let clear = 0; clear <= clearDays; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, entered)) clear += 1;
  }
  return day;
}

/** The sentence on a day about when the papers of a meeting must be out. */
export function papersSentence(meeting: string, today: string, entered: ProclaimedHoliday[] = []): string {
  const by = papersBy(meeting, entered);
  const day = formatWeekday(by);
  if (today > by) return `The papers had to be published by ${day}, five clear days before.`;
  return `The papers must be published by ${by === today ? 'today, ' : ''}${day}: five clear days before.`;
}
