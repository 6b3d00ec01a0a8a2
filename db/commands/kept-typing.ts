import { lt } from 'drizzle-orm';
import { lifetimes } from '@/lib/sign-in';
import type { Database } from '../client';
import { hoursAfter } from '../moment';
import { keptTyping } from '../schema';
import { newToken } from '../token';

export type Typing = { personId: number; address: string; fields: Record<string, string>; at: string };

/** Keeps for a day what somebody was typing when their session ended; answers the id under which only they get it back. */
export async function keepTyping(db: Database, typing: Typing): Promise<string> {
  const { token } = newToken();
  await db.delete(keptTyping).where(lt(keptTyping.at, hoursAfter(typing.at, -lifetimes.typing)));
  await db.insert(keptTyping).values({ id: token, ...typing });
  return token;
}
