'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure } from '@/db/commands/measure/measure-edit';
import { database } from '@/db/connection/pool';
import { newMeasurePlace } from '@/db/queries/framework/measure';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { measureEffect, newMeasureEffect } from '@/lib/framework/measure-effect';
import { AddMeasure, ChangeMeasure } from '@/lib/framework/measure-form';

/** Shows how a new measure would stand on the scorecard; and adds it once that has been seen. */
export const add = action(AddMeasure, async (acting, { draft, typed }, who) => {
  const place = await newMeasurePlace(database(), who, typed.service);
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = place && effectFirst(newMeasureEffect(draft, place.service.name, acting.today), typed, typed);
  if (first) return first;
  await addMeasure(database(), acting, { service: typed.service, draft });
  return `/settings/measures/${draft.code}?done=added`;
});

/** Shows what a change of a measure would do; and saves it once that has been seen. */
export const save = action(ChangeMeasure, async (acting, { draft, reason, was, typed }, who) => {
  const { measure: code } = typed;
  const here = await measureRecord(database(), who, code, acting.today);
  const effect = here && measureEffect(here.record, here.draft, draft, acting.today);
  const first = effect && effectFirst(effect, typed, typed);
  if (first) return first;
  await editMeasure(database(), acting, { code, draft, reason, was: readKeptFields(was) ?? {} }).catch(shownAnew(code));
  return `/settings/measures/${draft.code}?done=changed`;
});

/** After a refusal the page is made anew, as what it showed may not be what is there. */
const shownAnew =
  (code: string) =>
  (error: unknown): never => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}`, 'layout');
    throw error;
  };
