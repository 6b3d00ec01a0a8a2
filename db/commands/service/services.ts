import { asc, eq, sql } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { contactColumns, servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { editions, renderings, services } from '@/db/schema';
import { contactWords } from '@/lib/form/contact-fields';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { releaseWords, type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { announcedFor, staysUntilThen } from '@/lib/release/release-moment';
import { addressProblem, earlierSlugs } from '@/lib/service/address-taken';

/** Adds a service to the council; answers its address. */
export function addService(db: Database, acting: Acting, { words }: { words: ServiceWords }): Promise<string> {
  return change(db, acting, {
    command: 'add_service',
    permission: 'add_service',
    find: async (tx) => {
      const about = await aboutCouncil(tx, { step: 'add_service' });
      return { about, others: await holdServices(tx) };
    },
    work: (tx, { others }, who) => addServiceInto(tx, { at: acting.at, who: who.id }, words, others),
  });
}

/** Adds a service beside the others, all held, inside the transaction of a change; answers its address. */
export async function addServiceInto(
  tx: Transaction,
  { at, who }: Doer,
  words: ServiceWords,
  others: Row[],
): Promise<string> {
  const taken = addressProblem(words.slug, others, null);
  if (taken) throw new Mistyped([taken]);
  const { place, contact, ...own } = words;
  const position = (others.at(-1)?.position ?? 0) + 1;
  const [added] = await tx
    .insert(services)
    .values({ ...own, ...contactColumns(contact), position })
    .returning();
  if (!added) throw new Error('a service was not written');
  await standInOrder(tx, added, others, place);
  await record(tx, {
    at,
    actorId: who,
    serviceId: added.id,
    kind: 'service_added',
    subject: 'service',
    subjectId: added.id,
    details: {
      service: words.name,
      slug: words.slug,
      notice: words.notice ?? '',
      published: releaseWords(words),
      contact: contactWords(contact),
    },
  });
  return words.slug;
}

type Change = { slug: string; words: ServiceWords; was: KeptFields };

/** Changes a service, if it is as the page showed it: its name, address, notice, place, and how its editions are published. */
export function changeService(db: Database, acting: Acting, { slug, words, was }: Change): Promise<string> {
  return change(db, acting, {
    command: 'change_service',
    permission: 'change_service',
    find: async (tx) => {
      const inOrder = await holdServices(tx);
      const service = inOrder.find((each) => each.slug === slug || each.earlierSlugs?.includes(slug));
      if (!service) throw new StepRefused('There is no such service.');
      const about = {
        serviceId: service.id,
        subject: 'service',
        subjectId: service.id,
        details: { step: 'change_service' },
      } as const;
      return { about, service, inOrder };
    },
    work: (tx, { service, inOrder }, who) => {
      const before = serviceFields(serviceWordsOf(service, inOrder));
      const meanwhile = changedMeanwhile(was, before);
      if (meanwhile)
        throw new Outdated(
          `Somebody changed this service while you had the page open: ${meanwhile}. Look at it again.`,
        );
      return changeServiceInto(tx, { at: acting.at, who: who.id }, { service, inOrder, words });
    },
  });
}

type Changed = { service: Row; inOrder: Row[]; words: ServiceWords };

/** Changes a service among all, which are held, inside the transaction of a change; answers its address. */
export async function changeServiceInto(
  tx: Transaction,
  { at, who }: Doer,
  { service, inOrder, words }: Changed,
): Promise<string> {
  const changes = fieldChanges(serviceFields(serviceWordsOf(service, inOrder)), serviceFields(words));
  if (changes.length === 0) throw new Refused('That is how this service stands already: nothing was changed.');
  const waiting = await waitingRelease(tx, service.id);
  if (waiting) throw new StepRefused(staysUntilThen.service(announcedFor(waiting)));
  const taken = addressProblem(words.slug, inOrder, service.id);
  if (taken) throw new Mistyped([taken]);
  const { place, contact, ...own } = words;
  const moves = words.slug !== service.slug;
  const earlier = moves ? earlierSlugs(service) : service.earlierSlugs;
  await tx
    .update(services)
    .set({ ...own, ...contactColumns(contact), earlierSlugs: earlier })
    .where(eq(services.id, service.id));
  if (moves) await dropKeptPages(tx, service.id);
  const others = inOrder.filter(({ id }) => id !== service.id);
  await standInOrder(tx, service, others, place);
  await record(tx, {
    at,
    actorId: who,
    serviceId: service.id,
    kind: 'service_changed',
    subject: 'service',
    subjectId: service.id,
    details: { service: service.name, changes },
  });
  return words.slug;
}

/** Drops the kept pages of a service, which have its address in their links; one that is being written falls out of use by its key. */
async function dropKeptPages(tx: Transaction, serviceId: number): Promise<void> {
  await tx.delete(renderings).where(
    sql`(${renderings.editionId}, ${renderings.key}) in (
      select r.edition_id, r.key from ${renderings} r join ${editions} e on e.id = r.edition_id
      where e.service_id = ${serviceId} for update of r skip locked)`,
  );
}

type Row = typeof services.$inferSelect;

/** All services in their order, locked one after the other by their ids, so that nobody waits in a circle. */
export async function holdServices(tx: Transaction): Promise<Row[]> {
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
