'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { setOutturn } from '@/db/commands/measure/outturns';
import { database } from '@/db/connection/pool';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { proposedOutturn } from '@/db/queries/framework/outturns';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { readKeptFields } from '@/lib/framework/meanwhile';
import { outturnEffect } from '@/lib/framework/outturn-effect';
import { outturnDraft, SetOutturn } from '@/lib/framework/outturn-entry';
import { correctionProblems } from '@/lib/year-end/confirmed';

/** Shows what an outturn would do to the direction of travel; and saves it once that has been seen. */
export const set = action(SetOutturn, async (acting, typed, who) => {
  const { code, ground } = typed;
  const was = readKeptFields(typed.was) ?? {};
  const here = await measureRecord(database(), who, code, acting.today);
  const entered = { ...typed, year: Number(typed.year) };
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  if (!here) await setOutturn(database(), acting, { code, draft: entered, was, ground });
  const draft = here ? outturnDraft(typed, here.record, here.outturns, acting.today) : { problems: [] };
  if (!here || 'problems' in draft) throw new Mistyped('problems' in draft ? draft.problems : []);
  const proposal = ground === '' ? null : await proposedOutturn(database(), who, code, acting.today);
  const before = here.outturns.find(({ year }) => year === draft.input.year)?.value ?? null;
  const isLatest = proposal?.year === draft.input.year;
  const unexplained = isLatest ? correctionProblems(draft.input, proposal, before, here.draft) : [];
  if (unexplained.length > 0) throw new Mistyped(unexplained);
  const first = effectFirst(outturnEffect(here.record, draft.input, acting.today, here.outturns), typed, typed);
  if (first) return first;
  await setOutturn(database(), acting, { code, draft: draft.input, was, ground }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}/outturn`);
    throw error;
  });
  if (typed.from === 'year_end') return `/settings/year-end/${here.service}?done=1`;
  return `/settings/measures/${code}?done=outturn`;
});
