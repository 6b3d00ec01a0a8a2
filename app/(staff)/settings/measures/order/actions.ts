'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { reorderMeasures } from '@/db/commands/measure/measure-order';
import { database } from '@/db/connection/pool';
import { measureOrder } from '@/db/queries/framework/measure-order';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { orderEffect, ReorderMeasures } from '@/lib/framework/measure-order';

/** Shows the order that other numbers would make; and saves it once that has been seen. */
export const reorder = action(ReorderMeasures, async (acting, { service, numbers, was, form, typed }, who) => {
  const here = await measureOrder(database(), who, service);
  const isOther = here?.measures.some(({ code, number }) => numbers.get(code) !== number);
  // What changes nothing, or is not theirs to change, is refused by the command.
  const first = isOther && effectFirst(orderEffect(here?.measures ?? [], numbers, here?.edition ?? null), form, typed);
  if (first) return first;
  const reordering = { service, numbers, was: readKeptFields(was) ?? {} };
  const slug = await reorderMeasures(database(), acting, reordering).catch((error: unknown) => {
    // The page is made anew, as what it showed may not be what is there.
    if (error instanceof Refused) revalidatePath('/settings/measures/order');
    throw error;
  });
  return `/settings/measures?service=${slug}&done=reordered`;
});
