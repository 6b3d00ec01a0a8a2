'use server';

import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { dropMeeting, moveMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { database } from '@/db/connection/pool';
import { keptCommittee } from '@/db/queries/committee/committees';
import { movedMeetingEffect, newMeetingEffect, whyMeetingStays } from '@/lib/committee/meeting-effect';
import { AddMeeting, ChangeMeeting } from '@/lib/committee/meeting-entry';
import { Mistyped } from '@/lib/form/form-state';
import { formatWeekday } from '@/lib/time/day';

/** Shows what a meeting would mean; and adds it once that has been seen. */
export const addMeeting = action(AddMeeting, async (acting, { committee, day, form, typed }, who) => {
  const here = await keptCommittee(database(), who, committee);
  if (here?.ground.meetings.includes(day))
    throw new Mistyped([{ field: 'day', sentence: `${here.ground.name} meets on ${formatWeekday(day)} already.` }]);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = here && effectFirst(newMeetingEffect(day, here.ground, acting.today), form, typed);
  if (first) return first;
  await setMeeting(database(), acting, { committee, day });
  await shownEverywhere();
  return `/settings/committees/${committee}?done=meeting`;
});

/** Shows what moving or cancelling a meeting would mean; and does it once that has been seen. */
export const changeMeeting = action(ChangeMeeting, async (acting, { committee, day, to, reason, form, typed }, who) => {
  const here = await keptCommittee(database(), who, committee);
  if (here?.ground.meetings.includes(day)) {
    const stays = whyMeetingStays({ day, to }, here.ground, acting.today);
    if (stays) throw new Mistyped([{ field: 'to', sentence: stays }]);
    const first = effectFirst(movedMeetingEffect({ day, to, reason }, here.ground, acting.today), form, typed);
    if (first) return first;
  }
  // A meeting that is gone by now is refused by the command, with what became of it.
  if (to === null) await dropMeeting(database(), acting, { committee, day, reason });
  else await moveMeeting(database(), acting, { committee, day, to, reason });
  await shownEverywhere();
  return `/settings/committees/${committee}?done=${to === null ? 'cancelled' : 'moved'}`;
});
