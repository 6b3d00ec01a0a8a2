import { and, asc, eq, gte, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { departures, editions, measures, stands } from '@/db/schema';
import type { Retirement } from '@/lib/series/retirement';

/** That a measure counts on a day: nobody has retired it, or its last day has not passed. */
export const countsOn = (day: string): SQL | undefined => or(isNull(measures.retiredOn), gte(measures.retiredOn, day));

/** Every retirement that was decided for a service's measures, whether or not its last day has passed. */
export async function retirementsOf(db: Connection, serviceId: number): Promise<({ code: string } & Retirement)[]> {
  const rows = await db
    .select({
      code: measures.code,
      retiredOn: measures.retiredOn,
      reason: measures.retiredReason,
      decidedBy: measures.retiredDecidedBy,
      decidedOn: measures.retiredDecidedOn,
    })
    .from(measures)
    .where(and(eq(measures.serviceId, serviceId), isNotNull(measures.retiredOn)));
  return rows as ({ code: string } & Retirement)[];
}

/** The number of the edition that stands and told the public that a measure is retired; null where none has. */
export async function toldRetired(db: Connection, code: string): Promise<number | null> {
  const [edition] = await db
    .select({ number: editions.number })
    .from(departures)
    .innerJoin(editions, eq(editions.id, departures.editionId))
    .where(and(eq(departures.code, code), stands(editions.id)))
    .orderBy(asc(editions.number))
    .limit(1);
  return edition?.number ?? null;
}
