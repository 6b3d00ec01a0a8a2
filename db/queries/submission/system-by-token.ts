import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock, isoInstant, recordClock, recordDay } from '@/db/connection/clock';
import { hashOf } from '@/db/hashing/token';
import { people, systems, systemUses } from '@/db/schema';

/** A system that shows its token, the person who answers for it, and the moment and London's day by the record's clock. */
export type SystemHere = {
  systemId: number;
  responsibleId: number;
  at: string;
  today: string;
  /** Whether its use is to be noted: the last one noted is older than a minute. */
  unnoted: boolean;
};

/**
 * The system whose token has this secret; null for none, and where its token was revoked or whoever answers for it has left.
 * Whether it has run out is asked of the day that counts, by the command.
 */
export async function systemByToken(db: Database, secret: string): Promise<SystemHere | null> {
  const hash = hashOf(secret);
  if (!hash) return null;
  const [row] = await db
    .select({
      systemId: systems.id,
      responsibleId: systems.responsibleId,
      at: isoInstant(recordClock),
      today: recordDay,
      unnoted: sql<boolean>`coalesce(${systemUses.usedAt} <= ${databaseClock} - interval '1 minute', true)`,
    })
    .from(systems)
    .innerJoin(people, and(eq(people.id, systems.responsibleId), isNull(people.leftAt)))
    .leftJoin(systemUses, eq(systemUses.systemId, systems.id))
    .where(and(eq(systems.tokenHash, hash), isNull(systems.endedAt)));
  return row ?? null;
}
