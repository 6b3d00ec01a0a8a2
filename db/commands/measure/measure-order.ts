import { asc, eq, inArray, sql } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { hasAddress } from '@/db/facts/service-words';
import { measures, services } from '@/db/schema';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { numberFields } from '@/lib/framework/measure-order';
import { announcedFor } from '@/lib/release/release-moment';

type Reordering = { service: string; numbers: Map<string, number>; was: KeptFields };

/** Gives the measures of a service other numbers, all in one statement, if they are as the page showed them. */
export function reorderMeasures(
  db: Database,
  acting: Acting,
  { service: slug, numbers, was }: Reordering,
): Promise<string> {
  return change(db, acting, {
    command: 'reorder_measures',
    permission: 'reorder_measures',
    find: async (tx) => {
      const [service] = await tx.select().from(services).where(hasAddress(slug)).for('no key update');
      if (!service) throw new StepRefused('There is no such service.');
      const own = await tx
        .select()
        .from(measures)
        .where(eq(measures.serviceId, service.id))
        .orderBy(asc(measures.id))
        .for('no key update');
      const about = { serviceId: service.id, subject: 'service', subjectId: service.id } as const;
      return { service, own, about: { ...about, details: { step: 'reorder_measures' } } };
    },
    work: async (tx, { service, own }, who) => {
      const before = numberFields(own);
      const meanwhile = changedMeanwhile(was, before);
      if (meanwhile)
        throw new Outdated(
          `Somebody changed these measures while you had the page open: ${meanwhile}. Look at them again.`,
        );
      const after = own.map((measure) => ({ ...measure, number: numbers.get(measure.code) ?? measure.number }));
      const changes = fieldChanges(before, numberFields(after));
      if (changes.length === 0) throw new Refused('That is their order already: nothing was changed.');
      const taken = after.find(({ number }, index) => after.findIndex((other) => other.number === number) !== index);
      if (taken) throw new Refused(`Two measures have the number ${taken.number}: give each one of its own.`);
      const waiting = await waitingRelease(tx, service.id);
      if (waiting)
        throw new StepRefused(`${announcedFor(waiting)} with its measures in their order: wait for it, or cancel it.`);
      const cases = after.map(({ id, number }) => sql`when ${id} then ${number}::integer`);
      await tx
        .update(measures)
        .set({ number: sql`case ${measures.id} ${sql.join(cases, sql` `)} end` })
        .where(
          inArray(
            measures.id,
            after.map(({ id }) => id),
          ),
        );
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: service.id,
        kind: 'measures_reordered',
        subject: 'service',
        subjectId: service.id,
        details: { service: service.name, changes },
      });
      return service.slug;
    },
  });
}
