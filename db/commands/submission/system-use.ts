import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { systemUses } from '@/db/schema';

/** Notes that a system uses its token at this moment by the database's clock. */
export async function noteSystemUse(db: Database, systemId: number): Promise<void> {
  const usedAt = databaseClock;
  await db
    .insert(systemUses)
    .values({ systemId, usedAt })
    .onConflictDoUpdate({ target: systemUses.systemId, set: { usedAt } });
}
