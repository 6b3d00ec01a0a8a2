import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editions, revisions, services, withdrawals } from '@/db/schema';
import { type ListedEdition, listed, withdrawalOf } from './editions';

/** The public wall's file of feeds: an edition as a feed tells of it. */
export type FeedEntry = ListedEdition & {
  service: { slug: string; name: string };
  /** The first address that the service had, by which a feed names its entries for ever. */
  firstSlug: string;
  /** How many published figures it corrected. */
  corrected: number;
};

/** How many editions a feed tells of. */
const feedLength = 30;

/** The latest editions, of one service or of all, with how much each corrected. */
export async function latestEditions(db: Database, slug: string | null): Promise<FeedEntry[]> {
  const corrected = sql<number>`(select count(*)::int from ${revisions} where ${revisions.editionId} = ${editions.id})`;
  const rows = await db
    .select({
      ...listed,
      corrected,
      slug: services.slug,
      firstSlug: sql<string>`coalesce(${services.earlierSlugs}[1], ${services.slug})`,
      name: editions.serviceName,
    })
    .from(editions)
    .innerJoin(services, eq(services.id, editions.serviceId))
    .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
    .where(slug === null ? sql`true` : eq(services.slug, slug))
    .orderBy(...(slug === null ? [desc(editions.id)] : [desc(editions.number)]))
    .limit(feedLength);
  return rows.map(({ withdrawnAt, reason, slug, name, ...edition }) => ({
    ...edition,
    service: { slug, name },
    withdrawal: withdrawalOf({ withdrawnAt, reason }),
  }));
}
