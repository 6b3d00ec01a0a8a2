import { desc, eq, isNull, sql } from 'drizzle-orm';
import { chainText, type Happening } from '@/lib/event';
import type { Transaction } from './client';
import { events } from './schema';
import { sha256 } from './sha256';

const chains = 71_001;

/** Writes an event at the end of its service's chain, inside the transaction of the change that it tells of. */
export async function record(tx: Transaction, happening: Happening): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chains}::int, ${happening.serviceId ?? 0}::int)`);
  const [last] = await tx
    .select({ hash: events.hash })
    .from(events)
    .where(happening.serviceId === null ? isNull(events.serviceId) : eq(events.serviceId, happening.serviceId))
    .orderBy(desc(events.id))
    .limit(1);
  const previous = last?.hash ?? null;
  await tx.insert(events).values({ ...happening, previous, hash: sha256(chainText(happening, previous)) });
}
