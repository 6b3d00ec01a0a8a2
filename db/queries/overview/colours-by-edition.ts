import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionRows, editions, services, stands } from '@/db/schema';

/** How many measures had each colour in an edition. */
export type EditionColours = {
  service: string;
  slug: string;
  number: number;
  asAt: string;
  green: number;
  amber: number;
  red: number;
  none: number;
  /** How many of them are judged; they count as what they are judged to be. */
  judged: number;
};

/** How many editions of each service are shown. */
const most = 12;

/** The colours of the last editions of each service that stand and were published before an instant, the oldest first. */
export async function coloursByEdition(db: Database, before: string): Promise<EditionColours[]> {
  const latest = db
    .select({ id: editions.id, number: editions.number, asAt: editions.asAt, name: editions.serviceName })
    .from(editions)
    .where(and(eq(editions.serviceId, services.id), lt(editions.publishedAt, before), stands(editions.id)))
    .orderBy(desc(editions.publishedAt), desc(editions.number))
    .limit(most)
    .as('latest');
  const rag = sql`${editionRows.row} -> 'rag'`;
  const standing = sql`coalesce(${rag} -> 'judged' ->> 'colour', ${rag} ->> 'colour')`;
  const count = (colour: string | null) =>
    sql<number>`(count(*) filter (where ${standing} is not distinct from ${colour}))::int`;
  return db
    .select({
      service: latest.name,
      slug: services.slug,
      number: latest.number,
      asAt: latest.asAt,
      green: count('green'),
      amber: count('amber'),
      red: count('red'),
      none: count(null),
      judged: sql<number>`(count(*) filter (where ${rag} ? 'judged'))::int`,
    })
    .from(services)
    .innerJoinLateral(latest, sql`true`)
    .innerJoin(editionRows, sql`${editionRows.editionId} = ${latest.id}`)
    .groupBy(services.id, latest.id, latest.number, latest.asAt, latest.name)
    .orderBy(asc(services.position), asc(latest.number));
}
