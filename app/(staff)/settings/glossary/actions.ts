'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { changeTerm, explainTerm, removeTerm } from '@/db/commands/glossary/terms';
import { database } from '@/db/connection/pool';
import { termUse } from '@/db/queries/glossary/term-use';
import { keptTerm } from '@/db/queries/glossary/terms';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { ChangeTerm, ExplainTerm, RemoveTerm, termEffect } from '@/lib/glossary/term';

/** Shows what the glossary would say, and which measures use the word; and keeps it once that has been seen. */
export const explain = action(ExplainTerm, async (acting, { words, service, form, typed }, who) => {
  const use = await termUse(database(), who, words, service);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = use && effectFirst(termEffect(words, use), form, typed);
  if (first) return first;
  await explainTerm(database(), acting, { ...words, service });
  return '/settings/glossary?done=explained';
});

/** The same for a word that is there. */
export const change = action(ChangeTerm, async (acting, { id, words, was, form, typed }, who) => {
  const term = await keptTerm(database(), who, String(id));
  const use = await termUse(database(), who, words, term?.service?.slug ?? null);
  const first = use && effectFirst(termEffect(words, use), form, typed);
  if (first) return first;
  await changeTerm(database(), acting, { id, words, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    // What is there now is shown beside what was typed.
    if (error instanceof Refused) revalidatePath(`/settings/glossary/${id}`);
    throw error;
  });
  return '/settings/glossary?done=changed';
});

/** Removes a word. */
export const remove = action(RemoveTerm, async (acting, { id, was }) => {
  await removeTerm(database(), acting, { id, was: readKeptFields(was) ?? {} }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/glossary/${id}`);
    throw error;
  });
  return '/settings/glossary?done=removed';
});
