'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { addCommittee, editCommittee } from '@/db/commands/committee/committees';
import { database } from '@/db/connection/pool';
import { keptCommittee, servicesForCommittee } from '@/db/queries/committee/committees';
import { committeeEffect, newCommitteeEffect } from '@/lib/committee/committee-effect';
import { AddCommittee, ChangeCommittee } from '@/lib/committee/committee-entry';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';

/** Shows what a new committee would be; and adds it once that has been seen. */
export const add = action(AddCommittee, async (acting, { slug, words, form, typed }, who) => {
  const services = await servicesForCommittee(database(), who);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const heard = services?.filter((service) => words.services.includes(service.slug)).map(({ name }) => name);
  const first = heard && effectFirst(newCommitteeEffect(slug, heard), form, typed);
  if (first) return first;
  await addCommittee(database(), acting, { slug, words });
  await shownEverywhere();
  return `/settings/committees/${slug}?done=added`;
});

/** Shows what a change of a committee would do; and saves it once that has been seen. */
export const save = action(ChangeCommittee, async (acting, { slug, words, was, form, typed }, who) => {
  const here = await keptCommittee(database(), who, slug);
  const heard = here?.services.filter((service) => words.services.includes(service.slug)).map(({ name }) => name);
  const before = here && { name: here.ground.name, services: here.ground.heard.map(({ name }) => name) };
  const effect = before && heard && committeeEffect(before, { name: words.name, services: heard });
  const first = effect && effect.sentences.length > 0 && effectFirst(effect, form, typed);
  if (first) return first;
  await editCommittee(database(), acting, { slug, words, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    // What is there now is shown beside what was typed.
    if (error instanceof Refused) revalidatePath(`/settings/committees/${slug}/change`);
    throw error;
  });
  await shownEverywhere();
  return `/settings/committees/${slug}?done=changed`;
});
