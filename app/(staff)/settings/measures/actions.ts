'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { database } from '@/db/connection/pool';
import { newMeasurePlace } from '@/db/queries/framework/measure';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { measureEffect, newMeasureEffect } from '@/lib/framework/measure-effect';
import { AddMeasure, ChangeMeasure } from '@/lib/framework/measure-form';
import { BreakSeries, MendWords, Redefine, Retire, TakeBreakBack } from '@/lib/framework/measure-steps';

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

/** Mends a slip in the words of a measure. */
export const mend = action(MendWords, async (acting, { code, ...words }) => {
  await mendMeasure(database(), acting, { code, ...words }).catch(shownAnew(code));
  return `/settings/measures/${code}?done=mended`;
});

/** Gives a measure a new definition from a period on, by a decision. */
export const redefine = action(Redefine, async (acting, { code, ...decision }) => {
  await redefineMeasure(database(), acting, { code, ...decision }).catch(shownAnew(code));
  return `/settings/measures/${code}?done=redefined`;
});

/** Records that figures from a period on are not alike with those before. */
export const breakAt = action(BreakSeries, async (acting, { code, ...at }) => {
  await breakSeries(database(), acting, { code, ...at }).catch(shownAnew(code));
  return `/settings/measures/${code}?done=broken`;
});

/** Takes a break back that no edition has told of. */
export const takeBack = action(TakeBreakBack, async (acting, { code, ...at }) => {
  await takeBreakBack(database(), acting, { code, ...at }).catch(shownAnew(code));
  return `/settings/measures/${code}?done=unbroken`;
});

/** Retires a measure, by a decision. */
export const retire = action(Retire, async (acting, { code, ...retirement }) => {
  await retireMeasure(database(), acting, { code, ...retirement }).catch(shownAnew(code));
  await shownEverywhere();
  return `/settings/measures/${code}?done=retired`;
});

/** After a refusal the page is made anew, as what it showed may not be what is there. */
const shownAnew =
  (code: string) =>
  (error: unknown): never => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}`, 'layout');
    throw error;
  };
