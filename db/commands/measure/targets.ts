import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { targetsOf } from '@/db/facts/measure-facts';
import type { MeasureRow } from '@/db/facts/reading-record';
import { targetUse } from '@/db/facts/target-use';
import { measures, readings, targets } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import { changedMeanwhile, type KeptFields } from '@/lib/framework/meanwhile';
import { targetFields } from '@/lib/framework/target-effect';
import { type TargetDraft, targetRefusals } from '@/lib/framework/target-entry';
import { targetWords } from '@/lib/framework/target-words';
import { formatMonth } from '@/lib/time/day';

import { changeMeasure, givenReason, periodDetails } from './measure-change';

type Set = { code: string; draft: TargetDraft; was: KeptFields };

/**
 * Sets a target from a period on, by its decision, if the targets are as the page showed them. One from the same period gives
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
    const others = here.filter(({ effectiveFrom }) => effectiveFrom !== draft.effectiveFrom);
    const problems = targetRefusals(draft, { ...measure, targets: others }, acting.today);
    if (problems.length > 0) throw new Mistyped(problems);
    await holdOpenReadings(tx, measure, draft.effectiveFrom);
    const replaced = here.find(({ effectiveFrom }) => effectiveFrom === draft.effectiveFrom);
    if (replaced) await remove(tx, measure, replaced);
    const { target, effectiveFrom, tolerance, decision } = draft;
    const [added] = await tx
      .insert(targets)
      .values({ measureId: measure.id, effectiveFrom, tolerance, ...target, ...decision })
      .returning({ id: targets.id });
    if (!added) throw new Error('a target was not written');
    if (draft.whyNone) await tx.update(measures).set({ whyNoTarget: draft.whyNone }).where(eq(measures.id, measure.id));
    const before = replaced ?? others.findLast((other) => other.effectiveFrom < effectiveFrom);
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'target_set',
      subject: 'measure',
      subjectId: measure.id,
      details: {
        ...periodDetails(measure, effectiveFrom),
        targetId: added.id,
        target: targetWords(target, measure, tolerance),
        was: before ? targetWords(before.target, measure) : '',
        whyNone: draft.whyNone ?? '',
        reason: decision?.reason ?? '',
        decidedBy: decision?.decidedBy ?? '',
        decidedOn: decision?.decidedOn ?? '',
      },
    });
    return code;
  });
}

/** Takes a target back by which nothing was judged and that no edition has shown. */
export function takeTargetBack(
  db: Database,
  acting: Acting,
  { code, from, reason: typed }: { code: string; from: string; reason: string },
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'take_target_back' }, async ({ tx, who, measure }) => {
    const reason = givenReason(typed, 'Say why this target is taken back.');
    const here = await targetsOf(tx, [measure.id]);
    const gone = here.find(({ effectiveFrom }) => effectiveFrom === from);
    if (!gone) throw new Refused(`There is no target from ${formatMonth(from)} any more.`);
    await holdOpenReadings(tx, measure, from);
    await remove(tx, measure, gone);
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'target_removed',
      subject: 'measure',
      subjectId: measure.id,
      details: { ...periodDetails(measure, from), was: targetWords(gone.target, measure), reason },
    });
    return code;
  });
}

async function remove(
  tx: Transaction,
  measure: MeasureRow,
  target: { id: number; effectiveFrom: string },
): Promise<void> {
  const use = await targetUse(tx, measure, target);
  if (use) throw new Refused(use);
  await tx.delete(targets).where(eq(targets.id, target.id));
}

/** Locks the readings on their way from a period on, so that none is approved meanwhile by the target before. */
async function holdOpenReadings(tx: Transaction, { id }: MeasureRow, from: string): Promise<void> {
  await tx
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, id), gte(readings.periodStart, from), ne(readings.state, 'published')))
    .orderBy(asc(readings.id))
    .for('update');
}

/** Throws where a measure is retired: nothing is judged after its last day. */
export function refuseRetired({ retiredOn, title }: MeasureRow): void {
  if (retiredOn) throw new Refused(`${title} is retired: nothing of it changes any more.`);
}
