import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { targetsOf } from '@/db/facts/measure-facts';
import type { MeasureRow } from '@/db/facts/reading-record';
import { measures, targets } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated } from '@/lib/form/refused';
import { changedMeanwhile, type KeptFields } from '@/lib/framework/meanwhile';
import { targetFields } from '@/lib/framework/target-effect';
import { type TargetDraft, targetRefusals } from '@/lib/framework/target-entry';
import { stepsOf } from '@/lib/framework/target-profile';
import { targetWords } from '@/lib/framework/target-words';
import { periodDetails } from './measure-period';
import { changeMeasure, refuseRetired } from './measure-road';
import { holdOpenReadings, removeTarget } from './target-removal';

type Set = { code: string; draft: TargetDraft; was: KeptFields };

/**
 * Sets a target from a period on, or the steps of a profile, by one decision, if the targets are as the page showed them. One from the same period gives
 * way where nothing was judged by it. What is published keeps its colours; an approval that was given by another target does
 * not hold any more.
 */
export function setTarget(db: Database, acting: Acting, { code, draft, was }: Set): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'set_target' }, async ({ tx, who, measure }) => {
    refuseRetired(measure);
    const here = await targetsOf(tx, [measure.id]);
    const meanwhile = changedMeanwhile(was, targetFields(here, measure));
    if (meanwhile)
      throw new Outdated(`Somebody changed the targets while you had the page open: ${meanwhile}. Look at them again.`);
    await setTargetInto(tx, acting, { measure, who: who.id, here, draft });
    return code;
  });
}

type Kept = Awaited<ReturnType<typeof targetsOf>>;
type Setting = { measure: MeasureRow; who: number; here: Kept; draft: TargetDraft };

/** Sets a target, or the steps of a profile, beside those that are here, inside the transaction of a change. */
export async function setTargetInto(
  tx: Transaction,
  { at, today }: Pick<Acting, 'at' | 'today'>,
  { measure, who, here, draft }: Setting,
): Promise<void> {
  const steps = stepsOf(draft);
  const others = here.filter((one) => !steps.some(({ effectiveFrom }) => effectiveFrom === one.effectiveFrom));
  const problems = targetRefusals(draft, { ...measure, targets: others }, today);
  if (problems.length > 0) throw new Mistyped(problems);
  await holdOpenReadings(tx, measure, draft.effectiveFrom);
  for (const replaced of here.filter((one) => !others.includes(one))) await removeTarget(tx, measure, replaced);
  const { tolerance, decision, whyNone } = draft;
  if (whyNone) await tx.update(measures).set({ whyNoTarget: whyNone }).where(eq(measures.id, measure.id));
  let before = others.findLast((other) => other.effectiveFrom < draft.effectiveFrom)?.target ?? null;
  for (const { effectiveFrom, target } of steps) {
    const [added] = await tx
      .insert(targets)
      .values({ measureId: measure.id, effectiveFrom, tolerance, ...target, ...decision })
      .returning({ id: targets.id });
    if (!added) throw new Error('a target was not written');
    const replaced = here.find((one) => one.effectiveFrom === effectiveFrom)?.target ?? before;
    await record(tx, {
      at,
      actorId: who,
      serviceId: measure.serviceId,
      kind: 'target_set',
      subject: 'measure',
      subjectId: measure.id,
      details: {
        ...periodDetails(measure, effectiveFrom),
        targetId: added.id,
        target: targetWords(target, measure, tolerance),
        was: replaced ? targetWords(replaced, measure) : '',
        whyNone: whyNone ?? '',
        reason: decision?.reason ?? '',
        decidedBy: decision?.decidedBy ?? '',
        decidedOn: decision?.decidedOn ?? '',
      },
    });
    before = target;
  }
}
