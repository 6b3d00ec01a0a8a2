import { isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { council, livedDay } from '@/db/schema';

/**
 * Has the record of a demonstration live in a day, or by its own clock again (null). A council's own record always lives by
 * the clock of its database, whatever one of its servers is set to.
 */
export async function liveIn(db: Database, today: string | null): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await tx.$count(council, isNotNull(council.demonstration))) === 0) return;
    if (today === null) await tx.delete(livedDay);
    else await tx.insert(livedDay).values({ today }).onConflictDoUpdate({ target: livedDay.onlyOne, set: { today } });
  });
}
