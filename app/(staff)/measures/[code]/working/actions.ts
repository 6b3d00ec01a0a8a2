'use server';

import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { rebaseMeasure, removeRebase as takeRebaseBack } from '@/db/commands/measure/rebase';
import { setScreening } from '@/db/commands/measure/screening';
import { database } from '@/db/connection/pool';
import { Mistyped } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/address';
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

/** Process control begins anew at a period, with the reason that the public reads. */
export const rebase = action(Rebase, async (acting, { code, baselineStart, baselineReason }) => {
  await rebaseMeasure(database(), acting, { code, periodStart: baselineStart, reason: baselineReason });
  return `/measures/${code}/working?done=rebased`;
});

const RemoveRebase = z.strictObject({ code, periodStart: z.string().refine(isDay), reason });

/** Takes a rebase back, with the reason that the history tells. */
export const removeRebase = action(RemoveRebase, async (acting, { code, periodStart, reason }) => {
  if (!reason)
    throw new Mistyped([{ field: `remove-${periodStart}`, sentence: 'Say why this baseline is taken back.' }]);
  await takeRebaseBack(database(), acting, { code, periodStart, reason });
  return `/measures/${code}/working?done=removed`;
});

const Screening = z.strictObject({ code, screening: z.enum(['on', 'off']), screeningReason: reason });

/** Turns the screening of moving ranges on or off, with the reason. */
export const screening = action(Screening, async (acting, { code, screening, screeningReason }) => {
  const on = screening === 'on';
  if (!screeningReason)
    throw new Mistyped([
      {
        field: 'screeningReason',
        sentence: on ? 'Say why unusually large moves are left out.' : 'Say why every move is counted again.',
      },
    ]);
  await setScreening(database(), acting, { code, on, reason: screeningReason });
  return `/measures/${code}/working?done=${on ? 'screened' : 'unscreened'}`;
});
