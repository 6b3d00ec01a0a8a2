import { asc, desc, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { standings } from '@/db/facts/work-under-way';
import { editions, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { Release } from '@/lib/reading/workflow';
import { readinessCounts, readinessRows, readinessSentence } from '@/lib/release/measure-readiness';

export type ReleaseItem = {
  service: { slug: string; name: string };
  mode: Release;
  quarantineHours: number | null;
  /** "3 of 12 readings approved since edition 1; 2 overdue." */
  sentence: string;
  counts: { wanted: number; approved: number; overdue: number };
  lastEdition: { number: number; asAt: string; publishedAt: string } | null;
  href: string;
};

/** The addresses of all services in their order, for the performance officer; null for everybody else. */
export async function releaseOrder(db: Database, who: Person): Promise<string[] | null> {
  if (!may(who, 'publish')) return null;
  const rows = await db.select({ slug: services.slug }).from(services).orderBy(asc(services.position));
  return rows.map(({ slug }) => slug);
}

/** Services with their readiness in their order, all or those of some addresses, for the performance officer; null for everybody else. */
export async function releasesFor(
  db: Database,
  who: Person,
  today: string,
  slugs?: string[],
): Promise<ReleaseItem[] | null> {
  if (!may(who, 'publish')) return null;
  if (slugs?.length === 0) return [];
  const chosen = slugs && inArray(services.slug, slugs);
  const rows = await db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      mode: services.release,
      quarantineHours: services.quarantineHours,
    })
    .from(services)
    .where(chosen)
    .orderBy(asc(services.position));
  const last = await db
    .selectDistinctOn([editions.serviceId], {
      serviceId: editions.serviceId,
      number: editions.number,
      asAt: editions.asAt,
      publishedAt: editions.publishedAt,
    })
    .from(editions)
    .orderBy(asc(editions.serviceId), desc(editions.number));
  const all = await standings(db, chosen ?? sql`true`, today, { everyPeriod: true });
  return rows.map(({ id, slug, name, ...service }) => {
    const edition = last.find(({ serviceId }) => serviceId === id);
    const readiness = all
      .filter(({ serviceId }) => serviceId === id)
      .flatMap((standing) => readinessRows(standing, today));
    return {
      ...service,
      service: { slug, name },
      sentence: readinessSentence(readiness, edition?.number ?? null),
      counts: readinessCounts(readiness),
      lastEdition: edition ? { number: edition.number, asAt: edition.asAt, publishedAt: edition.publishedAt } : null,
      href: `/releases/${slug}`,
    };
  });
}
