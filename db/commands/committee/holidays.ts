import { eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { enteredHolidays, namedMeetings } from '@/db/facts/committee-facts';
import { proclaimedHolidays } from '@/db/schema';
import { holidayUse } from '@/lib/committee/holiday-effect';
import { holidayProblems } from '@/lib/committee/holiday-entry';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { formatWeekday } from '@/lib/time/day';

/** Enters a bank holiday by proclamation. */
export function enterHoliday(db: Database, acting: Acting, holiday: ProclaimedHoliday): Promise<string> {
  return change(db, acting, {
    command: 'enter_holiday',
    permission: 'enter_holiday',
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: 'enter_holiday' }) }),
    work: async (tx, { about }, who) => {
      const problems = holidayProblems(holiday, await enteredHolidays(tx), acting.today);
      if (problems.length > 0) throw new Mistyped(problems);
      const [entered] = await tx.insert(proclaimedHolidays).values(holiday).onConflictDoNothing().returning();
      if (!entered)
        throw new Outdated(
          `Somebody else has just entered this day, or one in place of the same: look at the list again.`,
        );
      const { day, name, insteadOf } = holiday;
      await record(tx, {
        ...about,
        at: acting.at,
        actorId: who.id,
        kind: 'holiday_proclaimed',
        details: { day, name, insteadOf: insteadOf ?? '' },
      });
      return day;
    },
  });
}

/** Takes a bank holiday away that was entered, while nothing was due by it. */
export function removeHoliday(db: Database, acting: Acting, { day }: { day: string }): Promise<string> {
  return change(db, acting, {
    command: 'remove_holiday',
    permission: 'remove_holiday',
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: 'remove_holiday' }) }),
    work: async (tx, { about }, who) => {
      const entered = await enteredHolidays(tx);
      const holiday = entered.find((one) => one.day === day);
      if (!holiday) throw new Outdated(`${formatWeekday(day)} is no bank holiday any more: somebody took it away.`);
      const use = holidayUse(holiday, entered, await namedMeetings(tx), acting.today);
      if (use) throw new Refused(use);
      const gone = await tx.delete(proclaimedHolidays).where(eq(proclaimedHolidays.day, day)).returning();
      if (gone.length === 0) throw new Outdated(`${formatWeekday(day)} is no bank holiday any more.`);
      await record(tx, {
        ...about,
        at: acting.at,
        actorId: who.id,
        kind: 'holiday_removed',
        details: { day, name: holiday.name },
      });
      return day;
    },
  });
}
