'use server';

import { z } from 'zod';
import { action } from '@/app/action';
import { rebaseMeasure, removeRebase as takeRebaseBack } from '@/db/commands/rebase';
import { setScreening } from '@/db/commands/screening';
import { database } from '@/db/pool';
import { isSlug } from '@/lib/address';
import { Mistyped, type Problem } from '@/lib/form-state';
import { isDay } from '@/lib/instant';

const code = z.string().refine(isSlug);
const reason = z.string().max(500, 'A reason can have 500 characters: shorten it.');

const Rebase = z.strictObject({ code, baselineStart: z.string().max(10), baselineReason: reason });

/** Process control begins anew at a period, with the reason that the public reads. */
export const rebase = action(Rebase, async (acting, { code, baselineStart, baselineReason }) => {
  const problems: Problem[] = [
    ...(isDay(baselineStart) ? [] : [{ field: 'baselineStart', sentence: 'Choose the period that it begins with.' }]),
    ...(baselineReason.trim()
      ? []
      : [
          {
            field: 'baselineReason',
            sentence: 'Say what changed in how things are done, so that a new baseline begins.',
          },
        ]),
  ];
  if (problems.length > 0) throw new Mistyped(problems);
  await rebaseMeasure(database(), acting, { code, periodStart: baselineStart, reason: baselineReason });
  return `/measures/${code}/working?done=rebased`;
});

const RemoveRebase = z.strictObject({ code, periodStart: z.string().refine(isDay), reason });

/** Takes a rebase back, with the reason that the history tells. */
export const removeRebase = action(RemoveRebase, async (acting, { code, periodStart, reason }) => {
  if (!reason.trim())
    throw new Mistyped([{ field: `remove-${periodStart}`, sentence: 'Say why this baseline is taken back.' }]);
  await takeRebaseBack(database(), acting, { code, periodStart, reason });
  return `/measures/${code}/working?done=removed`;
});

const Screening = z.strictObject({ code, screening: z.enum(['on', 'off']), screeningReason: reason });

/** Turns the screening of moving ranges on or off, with the reason. */
export const screening = action(Screening, async (acting, { code, screening, screeningReason }) => {
  const on = screening === 'on';
  if (!screeningReason.trim())
    throw new Mistyped([
      {
        field: 'screeningReason',
        sentence: on ? 'Say why unusually large moves are left out.' : 'Say why every move is counted again.',
      },
    ]);
  await setScreening(database(), acting, { code, on, reason: screeningReason });
  return `/measures/${code}/working?done=${on ? 'screened' : 'unscreened'}`;
});
