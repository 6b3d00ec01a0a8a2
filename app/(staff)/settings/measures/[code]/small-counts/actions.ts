'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { decideForMeasure } from '@/db/commands/disclosure/decide';
import { database } from '@/db/connection/pool';
import { measureDecisionPage } from '@/db/queries/disclosure/decision-pages';
import { measureDecisionEffect } from '@/lib/disclosure/decision/decision-effect';
import { DecideMeasure } from '@/lib/disclosure/decision/decision-entry';
import { measureDecisionHref } from '@/lib/disclosure/small-counts-address';
import { Refused } from '@/lib/form/refused';

/** Shows what a decision on the small counts of a measure would hide; and saves it once that has been seen. */
export const decide = action(DecideMeasure, async (acting, { place, decision, was, form, typed }, who) => {
  const page = await measureDecisionPage(database(), who, place.code);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first =
    page?.tried && effectFirst(measureDecisionEffect(decision, page.own ?? page.byService, page.tried), form, typed);
  if (first) return first;
  await decideForMeasure(database(), acting, { code: place.code, decision, was }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(measureDecisionHref(place.code));
    throw error;
  });
  return `/settings/measures/${place.code}?done=decided`;
});
