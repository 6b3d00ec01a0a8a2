import { and, desc, eq, lt, ne, notInArray } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { departures, editionRows, editions, measures, stands } from '@/db/schema';
import type { Retirement } from '@/lib/series/retirement';

/** Writes down, with an edition, each published measure that it is the first to leave out because it was retired. */
export async function recordDepartures(
  tx: Transaction,
  serviceId: number,
  editionId: number,
  asAt: string,
): Promise<void> {
  // The departures of a withdrawn edition do not count.
  const departed = tx.select({ code: departures.code }).from(departures).where(stands(departures.editionId));
  const left = await tx
    .selectDistinctOn([editionRows.code], {
      code: editionRows.code,
      number: editionRows.number,
      row: editionRows.row,
      retiredOn: measures.retiredOn,
      reason: measures.retiredReason,
      decidedBy: measures.retiredDecidedBy,
      decidedOn: measures.retiredDecidedOn,
    })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .innerJoin(measures, eq(measures.code, editionRows.code))
    .where(
      and(
        eq(editions.serviceId, serviceId),
        ne(editions.id, editionId),
        lt(measures.retiredOn, asAt),
        notInArray(editionRows.code, departed),
      ),
    )
    .orderBy(editionRows.code, desc(editions.number));
  if (left.length === 0) return;
  await tx.insert(departures).values(
    left.map(({ row, ...departure }) => ({
      ...(departure as typeof departure & Retirement),
      editionId,
      title: row.title,
    })),
  );
}
