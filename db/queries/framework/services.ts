import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionInForce } from '@/db/facts/last-edition';
import { approvedReadings, servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { waitingRelease } from '@/db/facts/waiting-release';
import { measures, people, services } from '@/db/schema';
import { announcedFor } from '@/lib/edition/announcement';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type ListedService = {
  slug: string;
  words: ServiceWords;
  head: string | null;
  measures: number;
  /** The number of the edition in force; null while nothing is published. */
  edition: number | null;
};

/** All services as a performance officer keeps them, in order; null for everybody else. */
export async function keptServices(db: Database, who: Person): Promise<ListedService[] | null> {
  if (!may(who, 'change_service')) return null;
  const inOrder = await servicesInOrder(db);
  const heads = await db
    .select({ serviceId: services.id, name: people.name })
    .from(services)
    .innerJoin(people, eq(people.id, services.headId));
  const counts = await db
    .select({ serviceId: measures.serviceId, measures: count() })
    .from(measures)
    .groupBy(measures.serviceId)
    .orderBy(asc(measures.serviceId));
  const listed: ListedService[] = [];
  for (const service of inOrder)
    listed.push({
      slug: service.slug,
      words: serviceWordsOf(service, inOrder),
      head: heads.find(({ serviceId }) => serviceId === service.id)?.name ?? null,
      measures: counts.find(({ serviceId }) => serviceId === service.id)?.measures ?? 0,
      edition: (await editionInForce(db, service.id))?.number ?? null,
    });
  return listed;
}

export type KeptService = {
  slug: string;
  words: ServiceWords;
  /** Its fields as the page shows them, for whoever saves after somebody else. */
  was: KeptFields;
  /** The names of the other services in their order. */
  others: string[];
  edition: number | null;
  /** How many readings are approved and wait for their publication. */
  approved: number;
  /** 'Edition 3 is announced for …', while a release waits; then nothing can be changed. */
  announced: string | null;
};

/** A service as a performance officer keeps it; null where there is none, and for everybody else. */
export async function keptService(db: Database, who: Person, slug: string): Promise<KeptService | null> {
  if (!may(who, 'change_service')) return null;
  const inOrder = await servicesInOrder(db);
  const service = inOrder.find((each) => each.slug === slug);
  if (!service) return null;
  const waiting = await waitingRelease(db, service.id);
  const words = serviceWordsOf(service, inOrder);
  return {
    slug,
    words,
    was: serviceFields(words),
    others: inOrder.filter(({ id }) => id !== service.id).map(({ name }) => name),
    edition: (await editionInForce(db, service.id))?.number ?? null,
    approved: await approvedReadings(db, service.id),
    announced: waiting ? announcedFor(waiting) : null,
  };
}

/** The names of all services in their order, for a performance officer who adds one; null for everybody else. */
export async function serviceNames(db: Database, who: Person): Promise<string[] | null> {
  if (!may(who, 'add_service')) return null;
  return (await servicesInOrder(db)).map(({ name }) => name);
}
