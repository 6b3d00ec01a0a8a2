import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { deputies, measures, people, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { servicesHere } from './people-page';

/** A person to choose. */
export type PersonChoice = { id: number; name: string };

/** A deputy of a head: both days included. */
type DeputySpan = { id: number; name: string; fromDay: string; untilDay: string };

/** Who looks after a service: its head, the head's deputies from today on, and who owns how many of its measures. */
export type ServicePosts = {
  slug: string;
  name: string;
  head: PersonChoice | null;
  deputies: DeputySpan[];
  owners: { id: number; name: string; measures: number }[];
  ownerless: number;
};

/** The posts of every service; null for whoever is no administrator. */
export async function postsPage(db: Database, who: Person, today: string): Promise<ServicePosts[] | null> {
  if (!may(who, 'name_head')) return null;
  const here = await servicesHere(db, today);
  const heads = await db
    .select({ serviceId: services.id, id: people.id, name: people.name })
    .from(services)
    .innerJoin(people, eq(people.id, services.headId));
  const spans = await db
    .select({
      serviceId: deputies.serviceId,
      id: people.id,
      name: people.name,
      fromDay: deputies.fromDay,
      untilDay: deputies.untilDay,
    })
    .from(deputies)
    .innerJoin(services, and(eq(services.id, deputies.serviceId), eq(services.headId, deputies.headId)))
    .innerJoin(people, eq(people.id, deputies.deputyId))
    .where(sql`${deputies.untilDay} >= ${today}`)
    .orderBy(asc(deputies.fromDay), asc(deputies.id));
  const owned = await db
    .select({
      serviceId: measures.serviceId,
      id: people.id,
      name: people.name,
      measures: sql<number>`count(*)::int`,
    })
    .from(measures)
    .innerJoin(people, eq(people.id, measures.ownerId))
    .groupBy(measures.serviceId, people.id, people.name)
    .orderBy(asc(people.name), asc(people.id));
  return here.map(({ id: service, slug, name, ownerless }) => ({
    slug,
    name,
    ownerless,
    head: ofService(heads, service)[0] ?? null,
    deputies: ofService(spans, service),
    owners: ofService(owned, service),
  }));
}

/** The rows of one service, without its number. */
const ofService = <Row extends { serviceId: number }>(rows: Row[], service: number): Omit<Row, 'serviceId'>[] =>
  rows.filter((row) => row.serviceId === service).map(({ serviceId: _, ...row }) => row);

/** The posts of one service, and everybody who could have one; null where there is none, and for whoever is no administrator. */
export async function servicePostsPage(
  db: Database,
  who: Person,
  slug: string,
  today: string,
): Promise<{ posts: ServicePosts; people: PersonChoice[] } | null> {
  const posts = (await postsPage(db, who, today))?.find((service) => service.slug === slug);
  return posts ? { posts, people: await choices(db) } : null;
}

/** Everybody who has not left, by name. */
async function choices(db: Database): Promise<PersonChoice[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.leftAt))
    .orderBy(asc(people.name), asc(people.id));
}
