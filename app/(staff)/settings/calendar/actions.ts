'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { enterHoliday, removeHoliday } from '@/db/commands/committee/holidays';
import { database } from '@/db/connection/pool';
import { keptCalendar } from '@/db/queries/committee/calendar';
import { holidayEffect } from '@/lib/committee/holiday-effect';
import { EnterHoliday, holidayProblems, RemoveHoliday } from '@/lib/committee/holiday-entry';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';

/** Shows what a bank holiday would move; and enters it once that has been seen. */
export const enter = action(EnterHoliday, async (acting, { holiday, form, typed }, who) => {
  const here = await keptCalendar(database(), who, acting.today);
  const problems = here ? holidayProblems(holiday, here.entered, acting.today) : [];
  if (problems.length > 0) throw new Mistyped(problems);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = here && effectFirst(holidayEffect(holiday, here.entered, here.meetings, acting.today), form, typed);
  if (first) return first;
  await enterHoliday(database(), acting, holiday);
  await shownEverywhere();
  return '/settings/calendar?done=entered';
});

/** Takes a bank holiday away by which nothing was due yet. */
export const remove = action(RemoveHoliday, async (acting, { day }) => {
  await removeHoliday(database(), acting, { day }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath('/settings/calendar');
    throw error;
  });
  await shownEverywhere();
  return '/settings/calendar?done=removed';
});
