'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { askException, confirmException, endException } from '@/db/commands/disclosure/exceptions';
import { database } from '@/db/connection/pool';
import { AskException, ConfirmException, EndException } from '@/lib/disclosure/decision/exception-entry';
import { smallCountsHref } from '@/lib/disclosure/small-counts-address';
import { isOutdated } from '@/lib/form/refused';

/** Where somebody was quicker, the page is shown as it is now. */
const asItIs = (error: unknown): never => {
  if (isOutdated(error)) revalidatePath('/services/[service]/small-counts', 'page');
  throw error;
};

/** Asks for one small figure to be shown. */
export const ask = action(AskException, async (acting, figure) => {
  const slug = await askException(database(), acting, figure).catch(asItIs);
  return `${smallCountsHref(slug)}?done=asked`;
});

/** Confirms that a small figure is shown. */
export const confirm = action(ConfirmException, async (acting, exception) => {
  const slug = await confirmException(database(), acting, exception).catch(asItIs);
  return `${smallCountsHref(slug)}?done=confirmed`;
});

/** Refuses an exception, withdraws it, or takes it back: its figure is hidden. */
export const end = action(EndException, async (acting, exception) => {
  const slug = await endException(database(), acting, exception).catch(asItIs);
  return `${smallCountsHref(slug)}?done=ended`;
});
