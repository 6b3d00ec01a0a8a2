'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { addService, changeService } from '@/db/commands/service/services';
import { hearCheck, silenceCheck } from '@/db/commands/service/silenced-warnings';
import { database } from '@/db/connection/pool';
import { addressProblems, keptService, serviceNames } from '@/db/queries/framework/services';
import { HearCheck, SilenceCheck } from '@/lib/commentary/checking/silenced-warnings';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { newServiceEffect, serviceEffect } from '@/lib/framework/service-effect';
import { AddService, ChangeService } from '@/lib/framework/service-entry';
import type { Person } from '@/lib/people/person';

/** Shows what a new service would be; and adds it once that has been seen. */
export const add = action(AddService, async (acting, { words, typed }, who) => {
  await refuseTaken(who, words.slug, null);
  const others = await serviceNames(database(), who);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = others && effectFirst(newServiceEffect(words, others), typed, typed);
  if (first) return first;
  const slug = await addService(database(), acting, { words });
  return `/settings/services?done=added&service=${slug}`;
});

/** Shows what a change of a service would do; and saves it once that has been seen. */
export const save = action(ChangeService, async (acting, { slug, words, was, typed }, who) => {
  const here = await keptService(database(), who, slug);
  if (here) await refuseTaken(who, words.slug, slug);
  const effect = here && serviceEffect(here.words, words, here);
  const first = effect && effect.sentences.length > 0 && effectFirst(effect, typed, typed);
  if (first) return first;
  await changeService(database(), acting, { slug, words, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    // What is there now is shown beside what was typed.
    if (error instanceof Refused) revalidatePath(`/settings/services/${slug}`);
    throw error;
  });
  await shownEverywhere();
  return `/settings/services?done=changed&service=${words.slug}`;
});

/** Stops showing a kind of warning about words to a service. */
export const silence = action(SilenceCheck, async (acting, check) => {
  await silenceCheck(database(), acting, check);
  return `/settings/services/${check.slug}/checks`;
});

/** Shows it again. */
export const hear = action(HearCheck, async (acting, check) => {
  await hearCheck(database(), acting, check);
  return `/settings/services/${check.slug}/checks`;
});

/** Refuses an address that is another service's, before an effect is shown. */
async function refuseTaken(who: Person, slug: string, self: string | null): Promise<void> {
  const problems = await addressProblems(database(), who, slug, self);
  if (problems.length > 0) throw new Mistyped(problems);
}
