import { arrayContains, asc, count, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionInForce } from '@/db/facts/edition/last-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { approvedReadings, servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { committeeServices, committees, measures, people, services } from '@/db/schema';
import type { Problem } from '@/lib/form/form-state';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { addressProblem } from '@/lib/service/address-taken';

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
  head: string | null;
  /** The committees that hear it, by name. */
  committees: { slug: string; name: string }[];
  /** Whether the reader names heads as well. */
  namesPosts: boolean;
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
  const [head] = await db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, service.headId ?? 0));
  return {
    slug,
    words,
    head: head?.name ?? null,
    committees: await committeesOf(db, service.id),
    namesPosts: may(who, 'name_head'),
    was: serviceFields(words),
    others: inOrder.filter(({ id }) => id !== service.id).map(({ name }) => name),
    edition: (await editionInForce(db, service.id))?.number ?? null,
    approved: await approvedReadings(db, service.id),
    announced: waiting ? announcedFor(waiting) : null,
  };
}

const committeesOf = (db: Database, serviceId: number) =>
  db
    .select({ slug: committees.slug, name: committees.name })
    .from(committeeServices)
    .innerJoin(committees, eq(committees.id, committeeServices.committeeId))
    .where(eq(committeeServices.serviceId, serviceId))
    .orderBy(asc(committees.name));

/** What is wrong with an address that a service (null for a new one) is to have; nothing for whoever keeps no services. */
export async function addressProblems(
  db: Database,
  who: Person,
  slug: string,
  self: string | null,
): Promise<Problem[]> {
  if (!may(who, 'add_service')) return [];
  const inOrder = await servicesInOrder(db);
  const own = inOrder.find((service) => service.slug === self);
  const problem = addressProblem(slug, inOrder, own?.id ?? null);
  return problem ? [problem] : [];
}

/** The present address of a service that once had another one; null for every other word. */
export async function presentSlug(db: Database, earlier: string): Promise<string | null> {
  const [service] = await db
    .select({ slug: services.slug })
    .from(services)
    .where(arrayContains(services.earlierSlugs, [earlier]));
  return service && service.slug !== earlier ? service.slug : null;
}

/** The services of which a measure page can be opened, in order, for a performance officer; null for everybody else. */
export async function serviceChoices(db: Database, who: Person): Promise<{ slug: string; name: string }[] | null> {
  if (!may(who, 'add_measure')) return null;
  return (await servicesInOrder(db)).map(({ slug, name }) => ({ slug, name }));
}

/** The names of all services in their order, for a performance officer who adds one; null for everybody else. */
export async function serviceNames(db: Database, who: Person): Promise<string[] | null> {
  if (!may(who, 'add_service')) return null;
  return (await servicesInOrder(db)).map(({ name }) => name);
}
