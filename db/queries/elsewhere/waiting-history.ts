import { and, asc, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { historyBatches, services } from '@/db/schema';
import type { Person } from '@/lib/people/person';

/** History that waits for a person: of which service it is, and how much. */
export type WaitingForYou = { id: number; slug: string; name: string; figures: number; measures: number };

/** What was published elsewhere and waits in these services for a person who had no part in it, the oldest first. */
export async function historyWaitingFor(db: Database, who: Person, serviceIds: number[]): Promise<WaitingForYou[]> {
  if (serviceIds.length === 0) return [];
  return db
    .select({
      id: historyBatches.id,
      slug: services.slug,
      name: services.name,
      figures: historyBatches.figures,
      measures: historyBatches.measures,
    })
    .from(historyBatches)
    .innerJoin(services, eq(services.id, historyBatches.serviceId))
    .where(
      and(
        inArray(historyBatches.serviceId, serviceIds),
        isNull(historyBatches.confirmedBy),
        isNull(historyBatches.discardedBy),
        not(sql`${who.id} = any (${historyBatches.authors})`),
      ),
    )
    .orderBy(asc(historyBatches.id));
}
