import { and, asc, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { seriesOf } from '@/db/facts/measure-series';
import type { MeasureRow } from '@/db/facts/reading-record';
import { readings, rebases } from '@/db/schema';
import { Refused, StepRefused } from '@/lib/form/refused';
import { changesOf } from '@/lib/series/series-break';
import { windowRefusal } from '@/lib/spc/window-refusal';
import { isDay } from '@/lib/time/instant';
import { name } from '@/lib/time/period';
import { periodDetails } from './measure-period';
import { changeMeasure, givenReason } from './measure-road';

type Rebase = { code: string; periodStart: string; reason: string };

/**
 * Begins a new baseline of a measure's process control, at a period that has a figure and is not the first.
 * Source: docs/rules.md, Is it a change or chance.
 */
export function rebaseMeasure(db: Database, acting: Acting, rebase: Rebase): Promise<{ periodStart: string }> {
  const { code, periodStart } = rebase;
  return changeMeasure(db, acting, { code, step: 'rebase' }, async ({ tx, who, measure }) => {
    const noChart = windowRefusal(measure.window);
    if (noChart) throw new Refused(noChart);
    const reason = givenReason(
      rebase.reason,
      'Say why a new baseline begins here: what changed in how things are done.',
    );
    await refuseOtherPeriod(tx, measure, periodStart);
    const { wordings, breaks } = (await seriesOf(tx, [measure.id]))(measure.id);
    const begun = changesOf({ wordings, breaks }).find(({ start }) => start === periodStart);
    if (begun) throw new Refused(`A new baseline begins here by itself, because of this: ${begun.why}.`);
    const [added] = await tx
      .insert(rebases)
      .values({ measureId: measure.id, periodStart, reason, rebasedBy: who.id, rebasedAt: acting.at })
      .onConflictDoNothing()
      .returning();
    const period = name({ frequency: measure.frequency, start: periodStart });
    if (!added) throw new StepRefused(`A new baseline begins with ${period} already.`);
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'measure_rebased',
      subject: 'measure',
      subjectId: measure.id,
      details: { ...periodDetails(measure, periodStart), reason },
    });
    return { periodStart };
  });
}

/** Throws unless the period has an approved or published reading, and is not the first that has one. */
async function refuseOtherPeriod(tx: Transaction, measure: MeasureRow, periodStart: string): Promise<void> {
  const signed = await tx
    .selectDistinct({ start: readings.periodStart })
    .from(readings)
    .where(and(eq(readings.measureId, measure.id), oneOf(readings.state, 'approved', 'published')))
    .orderBy(asc(readings.periodStart));
  const at = signed.findIndex(({ start }) => start === periodStart);
  if (at < 0) throw new Refused('Choose a period that has an approved reading: a new baseline begins with a figure.');
  if (at === 0) throw new Refused('This is the first period: the baseline begins here as it is.');
}

/** Takes a rebase back: process control goes on across the period as if it had not been. */
export function removeRebase(db: Database, acting: Acting, rebase: Rebase): Promise<{ periodStart: string }> {
  const { code, periodStart } = rebase;
  return changeMeasure(db, acting, { code, step: 'remove_rebase' }, async ({ tx, who, measure }) => {
    const reason = givenReason(rebase.reason, 'Say why the baseline is taken back.');
    const [removed] = isDay(periodStart)
      ? await tx
          .delete(rebases)
          .where(and(eq(rebases.measureId, measure.id), eq(rebases.periodStart, periodStart)))
          .returning()
      : [];
    if (!removed) throw new StepRefused('No new baseline begins with this period any more.');
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'rebase_removed',
      subject: 'measure',
      subjectId: measure.id,
      details: { ...periodDetails(measure, periodStart), reason, was: removed.reason },
    });
    return { periodStart };
  });
}
