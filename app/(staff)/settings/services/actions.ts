'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { addService, changeService } from '@/db/commands/service/services';
import { database } from '@/db/connection/pool';
import { keptService, serviceNames } from '@/db/queries/framework/services';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { newServiceEffect, serviceEffect } from '@/lib/framework/service-effect';
import { AddService, ChangeService } from '@/lib/framework/service-entry';

/** Shows what a new service would be; and adds it once that has been seen. */
export const add = action(AddService, async (acting, { slug, words, typed }, who) => {
  const others = await serviceNames(database(), who);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = others && effectFirst(newServiceEffect(slug, words, others), typed, typed);
  if (first) return first;
  await addService(database(), acting, { slug, words });
  return `/settings/services?done=added&service=${slug}`;
});

/** Shows what a change of a service would do; and saves it once that has been seen. */
export const save = action(ChangeService, async (acting, { slug, words, was, typed }, who) => {
  const here = await keptService(database(), who, slug);
  const effect = here && serviceEffect(here.words, words, here);
  const first = effect && effect.sentences.length > 0 && effectFirst(effect, typed, typed);
  if (first) return first;
  await changeService(database(), acting, { slug, words, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    // What is there now is shown beside what was typed.
    if (error instanceof Refused) revalidatePath(`/settings/services/${slug}`);
    throw error;
  });
  await shownEverywhere();
  return `/settings/services?done=changed&service=${slug}`;
});
