'use server';

import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { rebaseMeasure, removeRebase as takeRebaseBack } from '@/db/commands/measure/rebase';
import { setScreening } from '@/db/commands/measure/screening';
import { database } from '@/db/connection/pool';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

const code = z.string().refine(isSlug);
const reason = textField(limits.changeReason);

const Rebase = z.strictObject({
  code,
  baselineStart: z.string().refine(isDay, 'Choose the period that it begins with.'),
  baselineReason: textField(
    limits.changeReason,
    'Say what changed in how things are done, so that a new baseline begins.',
  ),
});

/** Begins a new baseline of process control at a period, with the reason that the public reads. */
export const rebase = action(Rebase, async (acting, { code, baselineStart, baselineReason }) => {
  await rebaseMeasure(database(), acting, { code, periodStart: baselineStart, reason: baselineReason });
  return `/measures/${code}/working?done=rebased`;
});

const RemoveRebase = z
  .strictObject({ code, periodStart: z.string().refine(isDay), reason })
  .transform(
    together((typed) =>
      unless(missing(`remove-${typed.periodStart}`, typed.reason, 'Say why this baseline is taken back.'), typed),
    ),
  );

/** Takes a rebase back, with the reason that the history tells. */
export const removeRebase = action(RemoveRebase, async (acting, { code, periodStart, reason }) => {
  await takeRebaseBack(database(), acting, { code, periodStart, reason });
  return `/measures/${code}/working?done=removed`;
});

const whyScreening = {
  on: 'Say why unusually large moves are left out.',
  off: 'Say why every move is counted again.',
};

const Screening = z
  .strictObject({ code, screening: z.enum(['on', 'off']), screeningReason: reason })
  .transform(
    together((typed) =>
      unless(missing('screeningReason', typed.screeningReason, whyScreening[typed.screening]), typed),
    ),
  );

/** Turns the screening of moving ranges on or off, with the reason. */
export const screening = action(Screening, async (acting, { code, screening, screeningReason }) => {
  const on = screening === 'on';
  await setScreening(database(), acting, { code, on, reason: screeningReason });
  return `/measures/${code}/working?done=${on ? 'screened' : 'unscreened'}`;
});
