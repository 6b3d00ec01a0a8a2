import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { hashOf } from '@/db/hashing/token';
import { council, setUpLinks } from '@/db/schema';

/** Until when (an ISO instant) a council can be set up by this token; null for every token once there is a council. */
export async function setUpOffer(db: Database, token: string): Promise<{ expiresAt: string } | null> {
  const [offer] = await db
    .select({ expiresAt: setUpLinks.expiresAt })
    .from(setUpLinks)
    .where(
      and(
        eq(setUpLinks.tokenHash, hashOf(token) ?? ''),
        isNull(setUpLinks.usedAt),
        gt(setUpLinks.expiresAt, databaseClock),
        sql`not exists (select from ${council})`,
      ),
    );
  return offer ?? null;
}
