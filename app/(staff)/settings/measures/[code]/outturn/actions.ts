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
import { closableYears, yearsBack } from '@/lib/year-end/closable-years';
import { correctionProblems } from '@/lib/year-end/confirmed';

/** Shows what an outturn would do to the direction of travel; and saves it once that has been seen. */
export const set = action(SetOutturn, async (acting, typed, who) => {
  const { code } = typed;
  // What was seen of another year says nothing of this one.
  const ground = typed.groundYear === typed.year ? typed.ground : '';
  const was = readKeptFields(typed.was) ?? {};
  const here = await measureRecord(database(), who, code, acting.today);
  const entered = { ...typed, year: Number(typed.year) };
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  if (!here) await setOutturn(database(), acting, { code, draft: entered, was, ground });
  const draft = here ? outturnDraft(typed, here.record, here.outturns, acting.today) : { problems: [] };
  if (!here || 'problems' in draft) throw new Mistyped('problems' in draft ? draft.problems : []);
  const { year } = draft.input;
  const proposal = ground === '' ? null : await proposedOutturn(database(), who, { code, year }, acting.today);
  const before = here.outturns.find((outturn) => outturn.year === year)?.value ?? null;
  const unexplained = correctionProblems(draft.input, proposal, before, here.draft);
  if (unexplained.length > 0) throw new Mistyped(unexplained);
  const first = effectFirst(outturnEffect(here.record, draft.input, acting.today, here.outturns), typed, typed);
  if (first) return first;
  await setOutturn(database(), acting, { code, draft: draft.input, was, ground }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}/outturn`);
    throw error;
  });
  if (typed.from === 'year_end') {
    const closed = closableYears(acting.today)[yearsBack(here.draft, year, acting.today) ?? 0];
    return `/settings/year-end/${here.service}?year=${closed?.start}&done=1`;
  }
  return `/settings/measures/${code}?done=outturn`;
});
