import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import type { ServiceRow } from '@/db/facts/edition/next-edition';
import { countsOn } from '@/db/facts/periods/retirements';
import { hasAddress } from '@/db/facts/service-words';
import { measures, readings, services } from '@/db/schema';
import { endOf } from '@/lib/time/period';

/** A service, locked for one publication at a time; rows that refer to it may still be written. */
export async function lockService(tx: Transaction, slug: string): Promise<ServiceRow | null> {
  const [service] = await tx.select().from(services).where(hasAddress(slug)).for('no key update');
  return service ?? null;
}

/** The approved readings of a service's measures that count on a day, of periods that had ended by it, locked until the transaction has ended. */
export async function lockApproved(tx: Transaction, serviceId: number, asAt: string) {
  const rows = await tx
    .select({
      id: readings.id,
      approvedBy: readings.approvedBy,
      approvedAt: readings.approvedAt,
      start: readings.periodStart,
      frequency: measures.frequency,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(and(eq(measures.serviceId, serviceId), oneOf(readings.state, 'approved'), countsOn(asAt)))
    .orderBy(asc(readings.id))
    .for('update', { of: readings });
  return rows.filter((row) => endOf(row) < asAt);
}
