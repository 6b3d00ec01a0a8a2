import { and, asc, eq, gte } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { targetsOf } from '@/db/facts/measure-facts';
import type { MeasureRow } from '@/db/facts/reading-record';
import { targetUse } from '@/db/facts/target-use';
import { readings, targets } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { targetWords } from '@/lib/framework/target-words';
import { formatMonth } from '@/lib/time/day';
import { periodDetails } from './measure-period';
import { changeMeasure, givenReason } from './measure-road';

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
    await removeTarget(tx, measure, gone);
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

/** Removes a target; throws where it is in use. */
export async function removeTarget(
  tx: Transaction,
  measure: MeasureRow,
  target: { id: number; effectiveFrom: string },
): Promise<void> {
  const use = await targetUse(tx, measure, target);
  if (use) throw new Refused(use);
  await tx.delete(targets).where(eq(targets.id, target.id));
}

/** Locks the readings on their way from a period on, so that none is approved meanwhile by the target before. */
export async function holdOpenReadings(tx: Transaction, { id }: MeasureRow, from: string): Promise<void> {
  await tx
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, id), gte(readings.periodStart, from), noneOf(readings.state, 'published')))
    .orderBy(asc(readings.id))
    .for('update');
}
