'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { takeTargetBack } from '@/db/commands/measure/target-removal';
import { setTarget } from '@/db/commands/measure/targets';
import { database } from '@/db/connection/pool';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { targetPage } from '@/db/queries/framework/targets';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { targetBackEffect, targetEffect } from '@/lib/framework/target-effect';
import { targetDraft, unseenTarget } from '@/lib/framework/target-entry';
import { SetTarget, TakeTargetBack } from '@/lib/framework/target-form';
import { stepsOf } from '@/lib/framework/target-profile';

/** Shows what a target would do to the figures from its period on; and saves it once that has been seen. */
export const set = action(SetTarget, async (acting, typed, who) => {
  const { code, was } = typed;
  const here = await measureRecord(database(), who, code, acting.today);
  const seen = readKeptFields(was) ?? {};
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  if (!here) await setTarget(database(), acting, { code, draft: unseenTarget, was: seen });
  const draft = here ? targetDraft(typed, here.record, acting.today) : { problems: [] };
  if (!here || 'problems' in draft) throw new Mistyped('problems' in draft ? draft.problems : []);
  // One by which figures were judged already does not give way: that is told before any effect.
  const page = await targetPage(database(), who, code);
  for (const [index, { effectiveFrom }] of stepsOf(draft.input).entries()) {
    const use = page?.targets.find(({ from }) => from === effectiveFrom)?.use;
    if (use) throw new Mistyped([{ field: index === 0 ? 'from' : 'later', sentence: use }]);
  }
  const first = effectFirst(targetEffect(here.record, draft.input, acting.today), typed, typed);
  if (first) return first;
  await setTarget(database(), acting, { code, draft: draft.input, was: seen }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}/target`);
    throw error;
  });
  return `/settings/measures/${code}?done=target`;
});

/** Takes a target back by which nothing was judged, once the effect was seen. */
export const takeBack = action(TakeTargetBack, async (acting, typed, who) => {
  const { code, from, reason } = typed;
  const here = await measureRecord(database(), who, code, acting.today);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = here && effectFirst(targetBackEffect(here.record, from, acting.today), typed, { code, from, reason });
  if (first) return first;
  await takeTargetBack(database(), acting, { code, from, reason }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}/target`);
    throw error;
  });
  return `/settings/measures/${code}?done=removed`;
});
