import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionRows, editions, revisions, services, withdrawals } from '@/db/schema';
import type { Judged } from '@/lib/scorecard/scorecard';
import { type ListedEdition, listed, serviceAt, withdrawalOf } from './editions';

/** The public wall's file of feeds: an edition as a feed tells of it. */
export type FeedEntry = ListedEdition & {
  service: { slug: string; name: string };
  /** The first address that the service had, by which a feed names its entries for ever. */
  firstSlug: string;
  /** How many published figures it corrected. */
  corrected: number;
  /** The edition by its number in the record and its fingerprint. */
  id: number;
  sha256: string;
};

/** What a feed says of a measure of an edition. */
export type FeedRow = Judged & { title: string };

/** How many editions a feed tells of. */
const feedLength = 30;

/** The latest editions, of one service or of all, with how much each corrected. */
export async function latestEditions(db: Database, slug: string | null): Promise<FeedEntry[]> {
  const corrected = sql<number>`(select count(*)::int from ${revisions} where ${revisions.editionId} = ${editions.id})`;
  const rows = await db
    .select({
      ...listed,
      corrected,
      id: editions.id,
      sha256: editions.sha256,
      slug: services.slug,
      firstSlug: sql<string>`coalesce(${services.earlierSlugs}[1], ${services.slug})`,
      name: editions.serviceName,
    })
    .from(editions)
    .innerJoin(services, eq(services.id, editions.serviceId))
    .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
    .where(slug === null ? sql`true` : eq(editions.serviceId, serviceAt(db, slug)))
    .orderBy(...(slug === null ? [desc(editions.id)] : [desc(editions.number)]))
    .limit(feedLength);
  return rows.map(({ withdrawnAt, reason, slug, name, ...edition }) => ({
    ...edition,
    service: { slug, name },
    withdrawal: withdrawalOf({ withdrawnAt, reason }),
  }));
}

/** The measures of editions in report order, as a feed speaks of them, by the edition. */
export async function feedRows(db: Database, editionIds: number[]): Promise<Map<number, FeedRow[]>> {
  const rows = await db
    .select({
      editionId: editionRows.editionId,
      row: sql<FeedRow>`jsonb_build_object('title', ${editionRows.row} -> 'title', 'rag', ${editionRows.row} -> 'rag',
        'travel', ${editionRows.row} -> 'travel', 'schedule', ${editionRows.row} -> 'schedule')`,
    })
    .from(editionRows)
    .where(inArray(editionRows.editionId, editionIds))
    .orderBy(asc(editionRows.editionId), asc(editionRows.number));
  const byEdition = new Map<number, FeedRow[]>(editionIds.map((id) => [id, []]));
  for (const { editionId, row } of rows) byEdition.get(editionId)?.push(row);
  return byEdition;
}
