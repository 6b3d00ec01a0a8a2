import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Person } from '@/lib/person';
import { lifetimes } from '@/lib/sign-in';
import type { Database } from '../client';
import { hoursAfter } from '../moment';
import { peopleWhere } from '../person';
import { keptTyping, people, sessions } from '../schema';
import { hashOf } from '../token';

/** Whoever is in the session of this token at a moment, as the record has them now; null when the session is over. */
export async function personOfSession(db: Database, token: string | null, at: string): Promise<Person | null> {
  const hash = hashOf(token);
  if (!hash) return null;
  const [person] = await peopleWhere(
    db,
    sql`${people.id} = (select ${sessions.personId} from ${sessions}
      where ${sessions.tokenHash} = ${hash} and ${sessions.endedAt} is null and ${sessions.expiresAt} > ${at})`,
  );
  return person ?? null;
}

/** How many sign-ins of a session's person had been refused before it, since they were told the last time. */
export async function refusedBefore(db: Database, token: string | null): Promise<number> {
  const hash = hashOf(token);
  if (!hash) return 0;
  const [session] = await db
    .select({ count: sessions.refusedBefore })
    .from(sessions)
    .where(eq(sessions.tokenHash, hash));
  return session?.count ?? 0;
}

/**
 * The id of whoever was in a session that is over, for as long as typing is kept after its end; null when it never was one,
 * still runs, ended longer ago, or its person has left. It opens nothing: it only tells whose words those are.
 */
export async function personOfEndedSession(db: Database, token: string | null, at: string): Promise<number | null> {
  const hash = hashOf(token);
  if (!hash) return null;
  const end = sql`least(${sessions.endedAt}, ${sessions.expiresAt})`;
  const [session] = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.leftAt)))
    .where(and(eq(sessions.tokenHash, hash), sql`${end} <= ${at}`, sql`${end} > ${hoursAfter(at, -lifetimes.typing)}`));
  return session?.personId ?? null;
}

/** What a person was typing when their session ended, for a day; null for everybody else. */
export async function typingOf(
  db: Database,
  { id, personId, at }: { id: string; personId: number; at: string },
): Promise<Record<string, string> | null> {
  const [kept] = await db
    .select({ fields: keptTyping.fields })
    .from(keptTyping)
    .where(
      and(
        eq(keptTyping.id, id),
        eq(keptTyping.personId, personId),
        gt(keptTyping.at, hoursAfter(at, -lifetimes.typing)),
      ),
    );
  return kept?.fields ?? null;
}
