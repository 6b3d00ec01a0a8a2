import { asc, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { waitingRelease } from '@/db/facts/waiting-release';
import { services } from '@/db/schema';
import { announcedFor } from '@/lib/edition/announcement';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { releaseWords, type ServiceWords, serviceFields } from '@/lib/framework/service-entry';

/** Adds a service to the council; answers its address. */
export function addService(
  db: Database,
  acting: Acting,
  { slug, words }: { slug: string; words: ServiceWords },
): Promise<string> {
  return change(db, acting, {
    command: 'add_service',
    permission: 'add_service',
    find: async (tx) => {
      const about = await aboutCouncil(tx, { step: 'add_service' });
      return { about, others: await holdServices(tx) };
    },
    work: async (tx, { others }, who) => {
      const taken = others.find((service) => service.slug === slug);
      if (taken)
        throw new Mistyped([{ field: 'slug', sentence: `${taken.name} has this address already: choose another.` }]);
      const { place, ...own } = words;
      const position = (others.at(-1)?.position ?? 0) + 1;
      const [added] = await tx
        .insert(services)
        .values({ ...own, slug, position })
        .returning();
      if (!added) throw new Error('a service was not written');
      await standInOrder(tx, added, others, place);
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: added.id,
        kind: 'service_added',
        subject: 'service',
        subjectId: added.id,
        details: { service: words.name, slug, notice: words.notice ?? '', published: releaseWords(words) },
      });
      return slug;
    },
  });
}

type Change = { slug: string; words: ServiceWords; was: KeptFields };

/** Changes a service, if it is as the page showed it: its name, notice, place, and how its editions are published. */
export function changeService(db: Database, acting: Acting, { slug, words, was }: Change): Promise<string> {
  return change(db, acting, {
    command: 'change_service',
    permission: 'change_service',
    find: async (tx) => {
      const inOrder = await holdServices(tx);
      const service = inOrder.find((each) => each.slug === slug);
      if (!service) throw new StepRefused('There is no such service.');
      const about = {
        serviceId: service.id,
        subject: 'service',
        subjectId: service.id,
        details: { step: 'change_service' },
      } as const;
      return { about, service, inOrder };
    },
    work: async (tx, { service, inOrder }, who) => {
      const before = serviceFields(serviceWordsOf(service, inOrder));
      const meanwhile = changedMeanwhile(was, before);
      if (meanwhile)
        throw new Outdated(
          `Somebody changed this service while you had the page open: ${meanwhile}. Look at it again.`,
        );
      const changes = fieldChanges(before, serviceFields(words));
      if (changes.length === 0) throw new Refused('That is how this service stands already: nothing was changed.');
      const waiting = await waitingRelease(tx, service.id);
      if (waiting)
        throw new StepRefused(`${announcedFor(waiting)} with this service as it is now: wait for it, or cancel it.`);
      const { place, ...own } = words;
      await tx.update(services).set(own).where(eq(services.id, service.id));
      const others = inOrder.filter(({ id }) => id !== service.id);
      await standInOrder(tx, service, others, place);
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: service.id,
        kind: 'service_changed',
        subject: 'service',
        subjectId: service.id,
        details: { service: service.name, changes },
      });
      return slug;
    },
  });
}

type Row = typeof services.$inferSelect;

/** All services in their order, locked one after the other by their ids, so that nobody waits in a circle. */
async function holdServices(tx: Transaction): Promise<Row[]> {
  await tx.select({ id: services.id }).from(services).orderBy(asc(services.id)).for('no key update');
  return servicesInOrder(tx);
}

/** Puts a service in its place among the others, which keep their order. */
async function standInOrder(tx: Transaction, service: Row, others: Row[], place: number): Promise<void> {
  const inOrder = others.toSpliced(place - 1, 0, service);
  for (const [index, { id, position }] of inOrder.entries())
    if (position !== index + 1)
      await tx
        .update(services)
        .set({ position: index + 1 })
        .where(eq(services.id, id));
}
