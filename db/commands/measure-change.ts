import { eq } from 'drizzle-orm';
import { announcedFor } from '@/lib/announcement';
import { tidyText } from '@/lib/content';
import { type Calendar, formatDate, isStart, label, name, periodContaining } from '@/lib/period';
import { isPerformanceOfficer, type Person } from '@/lib/person';
import { Refused, StepRefused } from '@/lib/refused';
import type { Acting } from '../acting';
import type { Database, Transaction } from '../client';
import type { MeasureRow } from '../reading-record';
import { measures, services } from '../schema';
import { waitingRelease } from '../waiting-release';
import { actor, change } from './step';

/** What a performance officer changes beside the readings of a measure. */
export type MeasureStep = 'rebase' | 'remove_rebase' | 'set_screening' | 'enter_comparator' | 'remove_comparator';

type Scene = { tx: Transaction; who: Person; measure: MeasureRow };

/** One change beside the readings of a measure by a performance officer, with the measure and its service locked. */
export function changeMeasure<T>(
  db: Database,
  acting: Acting,
  { code, step }: { code: string; step: MeasureStep },
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  return change(db, acting, step, async (tx, tried) => {
    const measure = await holdMeasure(tx, code);
    if (!measure) throw new StepRefused('There is no such measure.');
    const details = { step, measure: measure.number, code };
    tried.of = { serviceId: measure.serviceId, subject: 'measure', subjectId: measure.id, details };
    const who = await actor(tx, acting);
    if (!isPerformanceOfficer(who)) throw new StepRefused(onlyOfficer);
    await refuseWhileAnnounced(tx, measure);
    return work({ tx, who, measure });
  });
}

const onlyOfficer =
  'Only the performance officer can change what the figures of a measure are held against: its baselines and comparators.';

/** A measure, locked after its service as every publication does, so that no edition is made meanwhile; null when there is none. */
export async function holdMeasure(tx: Transaction, code: string): Promise<MeasureRow | null> {
  const [named] = await tx.select({ serviceId: measures.serviceId }).from(measures).where(eq(measures.code, code));
  if (!named) return null;
  await tx.select({ id: services.id }).from(services).where(eq(services.id, named.serviceId)).for('no key update');
  const [measure] = await tx.select().from(measures).where(eq(measures.code, code)).for('no key update');
  return measure ?? null;
}

/** An announced edition shows the measure as it is now: changed, it would not be what was announced, and would fail at its moment. */
export async function refuseWhileAnnounced(tx: Transaction, { serviceId }: MeasureRow): Promise<void> {
  const waiting = await waitingRelease(tx, serviceId);
  if (!waiting) return;
  throw new StepRefused(
    `${announcedFor(waiting)} and shows this measure as it is now: wait for it, or cancel it first.`,
  );
}

/** A reason as it is kept; throws the sentence that asks for it. */
export function givenReason(typed: string, missing: string): string {
  const reason = tidyText(typed);
  if (!reason) throw new Refused(missing);
  if (reason.length > 500) throw new Refused('A reason can have 500 characters: shorten it.');
  return reason;
}

/** How an event names a measure and one of its periods. */
export const toldOfPeriod = ({ number, code, frequency }: MeasureRow, start: string) => ({
  ...{ measure: number, code, period: name({ frequency, start }), periodStart: start },
});

/** Throws unless a period of the measure starts on this day. */
export function refuseNoStart(day: string, calendar: Calendar): void {
  if (isStart(day, calendar)) return;
  const period = periodContaining(day, calendar);
  throw new Refused(
    `No period of this measure begins on ${formatDate(day)}: ${label(period)} begins on ${formatDate(period.start)}.`,
  );
}
