'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { closeYear } from '@/db/commands/measure/year-close';
import { database } from '@/db/connection/pool';
import { isOutdated } from '@/lib/form/refused';
import { CloseYear } from '@/lib/year-end/closing-form';

/** Confirms the outturns that were ticked, as they were shown. */
export const confirm = action(CloseYear, async (acting, { service, year, confirm: chosen }) => {
  await closeYear(database(), acting, { service, year, confirm: chosen }).catch((error: unknown) => {
    if (isOutdated(error)) revalidatePath(`/settings/year-end/${service}/check`);
    throw error;
  });
  return `/settings/year-end/${service}?year=${year}&done=${chosen.length}`;
});
