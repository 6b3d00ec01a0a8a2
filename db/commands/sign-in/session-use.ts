import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { hashOf } from '@/db/hashing/token';
import { sessions } from '@/db/schema';

/** Notes that a session is in use at this moment by the database's clock, so that it is not over for want of use. */
export async function noteUse(db: Database, token: string | null): Promise<void> {
  const hash = hashOf(token);
  if (hash) await db.update(sessions).set({ usedAt: databaseClock }).where(eq(sessions.tokenHash, hash));
}
