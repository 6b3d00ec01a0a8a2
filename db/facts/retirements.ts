import { and, eq, gte, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { measures } from '@/db/schema';
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
