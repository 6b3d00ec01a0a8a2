'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { correctHistory } from '@/db/commands/elsewhere/correct-history';
import { confirmCorrection, endCorrection } from '@/db/commands/elsewhere/correction-steps';
import { confirmHistory, discardHistory } from '@/db/commands/elsewhere/history-steps';
import { database } from '@/db/connection/pool';
import { historyElsewhereHref } from '@/lib/elsewhere/confirming-history';
import { ConfirmCorrection, CorrectHistory, EndCorrection } from '@/lib/elsewhere/history-correction';
import { limits } from '@/lib/form/limits';
import { isOutdated } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const Confirm = z.strictObject({ id });

/** Where somebody was quicker, the page is shown as it is now. */
const asItIs = (error: unknown): never => {
  if (isOutdated(error)) revalidatePath('/services/[service]/history-from-elsewhere', 'page');
  throw error;
};

/** Confirms figures that were published elsewhere, all of them together. */
export const confirm = action(Confirm, async (acting, batch) => {
  const slug = await confirmHistory(database(), acting, batch).catch(asItIs);
  return `${historyElsewhereHref(slug)}?batch=${batch.id}&done=confirmed`;
});

/** Writes a correction of a figure that is confirmed. */
export const correct = action(CorrectHistory, async (acting, correction) => {
  const slug = await correctHistory(database(), acting, correction).catch(asItIs);
  return `${historyElsewhereHref(slug)}?done=written`;
});

/** Confirms a correction. */
export const confirmOne = action(ConfirmCorrection, async (acting, correction) => {
  const slug = await confirmCorrection(database(), acting, correction).catch(asItIs);
  return `${historyElsewhereHref(slug)}?done=corrected`;
});

/** Refuses a correction, or takes it back. */
export const endOne = action(EndCorrection, async (acting, correction) => {
  const slug = await endCorrection(database(), acting, correction).catch(asItIs);
  return `${historyElsewhereHref(slug)}?done=ended`;
});

const Discard = z.strictObject({
  id,
  reason: textField(limits.discardReason, 'Say why these figures are thrown away.'),
});

/** Throws figures that were published elsewhere away, with a reason. */
export const discard = action(Discard, async (acting, batch) => {
  const slug = await discardHistory(database(), acting, batch).catch(asItIs);
  return `${historyElsewhereHref(slug)}?batch=${batch.id}&done=discarded`;
});
