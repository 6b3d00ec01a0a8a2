'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { changeCouncil } from '@/db/commands/service/council';
import { database } from '@/db/connection/pool';
import { keptCouncil } from '@/db/queries/framework/council';
import { Refused } from '@/lib/form/refused';
import { ChangeCouncil, councilEffect } from '@/lib/framework/council-entry';
import { readKeptFields } from '@/lib/framework/meanwhile';

/** Shows what a change of the council would do; and saves it once that has been seen. */
export const save = action(ChangeCouncil, async (acting, { words, was, typed }, who) => {
  const here = await keptCouncil(database(), who);
  const effect = here && councilEffect(here.words, words);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = effect && effect.sentences.length > 0 && effectFirst(effect, typed, typed);
  if (first) return first;
  await changeCouncil(database(), acting, { words, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    // What is there now is shown beside what was typed.
    if (error instanceof Refused) revalidatePath('/settings/council');
    throw error;
  });
  await shownEverywhere();
  return '/settings/council?done=changed';
});
