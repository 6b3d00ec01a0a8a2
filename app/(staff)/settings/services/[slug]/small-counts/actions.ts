'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { decideForService } from '@/db/commands/disclosure/decide';
import { database } from '@/db/connection/pool';
import { serviceDecisionPage } from '@/db/queries/disclosure/decision-pages';
import { serviceDecisionEffect } from '@/lib/disclosure/decision/decision-effect';
import { DecideService } from '@/lib/disclosure/decision/decision-entry';
import { serviceDecisionHref, smallCountsHref } from '@/lib/disclosure/small-counts-address';
import { Refused } from '@/lib/form/refused';

/** Shows what the default of a service would hide; and saves it once that has been seen. */
export const decide = action(DecideService, async (acting, { place, decision, was, form, typed }, who) => {
  const page = await serviceDecisionPage(database(), who, place.service);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = page && effectFirst(serviceDecisionEffect(decision, page.own, page.tried), form, typed);
  if (first) return first;
  await decideForService(database(), acting, { service: place.service, decision, was }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(serviceDecisionHref(place.service));
    throw error;
  });
  return `${smallCountsHref(place.service)}?done=decided`;
});
