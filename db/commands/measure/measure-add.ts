import { and, eq } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { hasAddress } from '@/db/facts/service-words';
import { measures, services } from '@/db/schema';
import { Mistyped, type Problem } from '@/lib/form/form-state';
import { StepRefused } from '@/lib/form/refused';
import { measureFields } from '@/lib/framework/measure-differences';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { announcedFor, staysUntilThen } from '@/lib/release/release-moment';

/** Adds a measure to a service; answers its code. While a release is announced it waits: the release would have one row more. */
export function addMeasure(
  db: Database,
  acting: Acting,
  { service: slug, draft }: { service: string; draft: MeasureDraft },
): Promise<string> {
  return change(db, acting, {
    command: 'add_measure',
    permission: 'add_measure',
    find: async (tx) => {
      const [service] = await tx.select().from(services).where(hasAddress(slug)).for('no key update');
      if (!service) throw new StepRefused('There is no such service.');
      const about = { serviceId: service.id, subject: 'service', subjectId: service.id } as const;
      return { service, about: { ...about, details: { step: 'add_measure' } } };
    },
    work: (tx, { service }, who) => addMeasureInto(tx, { at: acting.at, who: who.id }, service.id, draft),
  });
}

/** Adds a measure to a service inside the transaction of a change, with the service held; answers its code. */
export async function addMeasureInto(
  tx: Transaction,
  { at, who }: Doer,
  serviceId: number,
  draft: MeasureDraft,
): Promise<string> {
  const waiting = await waitingRelease(tx, serviceId);
  if (waiting) throw new StepRefused(staysUntilThen.newMeasure(announcedFor(waiting)));
  const taken = await takenPlaces(tx, serviceId, draft);
  if (taken.length > 0) throw new Mistyped(taken);
  const [added] = await tx
    .insert(measures)
    .values({ ...draft, serviceId })
    .returning({ id: measures.id });
  if (!added) throw new Error('a measure was not written');
  await record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'measure_added',
    subject: 'measure',
    subjectId: added.id,
    details: {
      measure: draft.number,
      code: draft.code,
      title: draft.title,
      fields: Object.entries(measureFields(draft)),
    },
  });
  return draft.code;
}

/** What is wrong with a code or a number that another measure has. */
export async function takenPlaces(
  tx: Transaction,
  serviceId: number,
  { code, number }: Pick<MeasureDraft, 'code' | 'number'>,
  self: number | null = null,
): Promise<Problem[]> {
  const [coded] = await tx
    .select({ id: measures.id, title: measures.title })
    .from(measures)
    .where(eq(measures.code, code));
  const [numbered] = await tx
    .select({ id: measures.id, title: measures.title })
    .from(measures)
    .where(and(eq(measures.serviceId, serviceId), eq(measures.number, number)));
  const problems: Problem[] = [];
  if (numbered && numbered.id !== self)
    problems.push({ field: 'number', sentence: `“${numbered.title}” has the number ${number} already.` });
  if (coded && coded.id !== self)
    problems.push({ field: 'code', sentence: `“${coded.title}” has the code ${code} already.` });
  return problems;
}
