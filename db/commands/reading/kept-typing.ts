import { desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { newToken } from '@/db/hashing/token';
import { keptTyping } from '@/db/schema';
import { lifetimes } from '@/lib/time/lifetimes';

export type Typing = { personId: number; address: string; fields: Record<string, string> };

/** How many forms of one person are kept; beyond that the oldest go. */
export const mostKept = 20;

/** Keeps for a day what a person was typing when their session ended; answers the id under which only they get it back. */
export async function keepTyping(db: Database, typing: Typing): Promise<string> {
  const { token } = newToken();
  const at = await databaseMoment(db);
  await db.delete(keptTyping).where(lt(keptTyping.at, hoursAfter(at, -lifetimes.typing)));
  await db.insert(keptTyping).values({ id: token, ...typing, at });
  const older = db
    .select({ id: keptTyping.id })
    .from(keptTyping)
    .where(eq(keptTyping.personId, typing.personId))
    .orderBy(desc(keptTyping.at), desc(keptTyping.id))
    .offset(mostKept);
  await db.delete(keptTyping).where(inArray(keptTyping.id, older));
  return token;
}
