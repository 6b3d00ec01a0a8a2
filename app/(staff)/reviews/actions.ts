'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { capital } from '@/components/text/due-line';
import { approveReading, returnReading } from '@/db/commands/reading/reading-steps';
import { database } from '@/db/connection/pool';
import { reviewPage, reviewsFor } from '@/db/queries/review/review-page';
import { Mistyped } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { isOutdated, Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { JudgeReading, judgedEffect, judgingRefusals } from '@/lib/reading/judging';
import { ticksOf } from '@/lib/reading/review-ticks';
import { Stale, staleProblems } from '@/lib/reading/stale';
import { returnReasonMissing } from '@/lib/reading/workflow';
import { tidyText } from '@/lib/text/tidy-text';

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const versionFields = { readingId: count, version: count };

const Approve = z.strictObject(versionFields);
const Return = z.strictObject({
  ...versionFields,
  reason: textField(limits.returnReason, returnReasonMissing),
  suggested: textField(limits.suggestion),
  comments: z.string(),
});
const ApproveSeveral = z.strictObject({
  approve: z.array(z.string().regex(/^\d{1,9}:\d{1,9}$/)).optional(),
});

/** After a refusal the page shows the present version, which is the one that a further approval would sign. */
async function orAnew<T>(readingId: number, step: Promise<T>): Promise<T> {
  return step.catch((error) => {
    if (error instanceof Refused) revalidatePath(`/reviews/${readingId}`);
    throw error instanceof Stale ? new Mistyped(staleProblems(error), { cause: error }) : error;
  });
}

export const approve = action(Approve, async (acting, input) => {
  await orAnew(input.readingId, approveReading(database(), acting, input));
  return '/reviews?done=approved';
});

/** Shows what the public would read of a judged colour; and approves with it once that has been seen. */
export const judge = action(JudgeReading, async (acting, input, who) => {
  const { readingId, version, rule } = input;
  const judged = { rule, colour: input.judgedColour, reason: input.judgedReason };
  const page = await reviewPage(database(), who, readingId, acting.today);
  if (page?.judging?.rule === rule && page.version === version) {
    const typed = { ...input, readingId: String(readingId), version: String(version) };
    const first = effectFirst(judgedEffect(page.row.rag, judged, page.judging.by), input, typed);
    if (first) return first;
  } else if (page && input.intent === 'effect') {
    revalidatePath(`/reviews/${readingId}`);
    throw new Refused(page.whyNot ?? judgingRefusals.elsewhere);
  }
  // Whoever may not judge it, or has not seen it as it is now, is refused by the command, which keeps the try in the record.
  await orAnew(readingId, approveReading(database(), acting, { readingId, version, judged }));
  return '/reviews?done=approved';
});

export const returnToOwner = action(Return, async (acting, { comments, suggested, ...input }) => {
  const wording = suggested && suggested !== tidyText(comments) ? suggested : null;
  await orAnew(input.readingId, returnReading(database(), acting, { ...input, suggested: wording }));
  return '/reviews?done=returned';
});

/** Approves each ticked reading by itself, in the version that was listed, and says what became of each. */
export const approveSeveral = action(ApproveSeveral, async (acting, { approve: ticked }, who) => {
  const ticks = ticksOf(ticked);
  const listed = await reviewsFor(
    database(),
    who,
    acting.today,
    ticks.map(({ readingId }) => readingId),
  );
  const outcomes: Outcome[] = [];
  for (const { tick, readingId, version } of ticks) {
    const item = listed.find((item) => item.readingId === readingId);
    const name = item ? `${capital(item.period.range)}, measure ${item.number}` : 'A reading that waits no more';
    const press = { ...acting, key: acting.key && `${acting.key}-${tick}` };
    outcomes.push(await outcome(name, approveReading(database(), press, { readingId, version })));
  }
  revalidatePath('/reviews');
  const refused = outcomes.filter(({ isApproved }) => !isApproved);
  const approved = outcomes.filter(({ isApproved }) => isApproved);
  // One refusal makes it an error, which says what went through all the same.
  if (refused.length > 0)
    throw new Mistyped(
      [...refused, ...approved].map(({ sentence }) => ({ field: null, sentence })),
      { cause: refused.map(({ why }) => why).find(isOutdated) },
    );
  return { done: approved.map(({ sentence }) => sentence).join('\n') };
});

type Outcome = { isApproved: boolean; sentence: string; why?: unknown };

const outcome = (name: string, approval: Promise<unknown>): Promise<Outcome> =>
  approval.then(
    () => ({ isApproved: true, sentence: `${name}: approved.` }),
    (error: unknown) => {
      if (error instanceof Refused)
        return { isApproved: false, sentence: `${name}: not approved. ${error.message}`, why: error };
      throw error;
    },
  );
