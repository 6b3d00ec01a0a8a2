import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock, isoInstant, recordClock, recordDay } from '@/db/connection/clock';
import { peopleWhere } from '@/db/facts/person';
import { hashOf } from '@/db/hashing/token';
import { keptTyping, people, sessions } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { lifetimes } from '@/lib/time/lifetimes';

/** Whoever is in a session, and the moment and London's day by the record's clock; `unnoted` when its use is to be noted. */
export type Signed = { who: Person; at: string; today: string; unnoted: boolean };

/** When a session is over by itself: at its end, or when nobody has used it for the hours that are allowed. */
const end = (idleHours: number) => sql`least(${sessions.expiresAt}, ${sessions.usedAt} + ${hours(idleHours)})`;
const hours = (count: number): SQL => sql`${count}::float8 * interval '1 hour'`;
const ago = (count: number): SQL => sql`${databaseClock} - ${hours(count)}`;
/** A use is noted when the last one noted is older than this, in hours: not with every page. */
const noted = 1 / 12;

/** Whoever is in the session of this token at this moment by the database's clock, as the record has them now; null when it is over. */
export async function whoIsSignedIn(
  db: Database,
  token: string | null,
  idleHours: number = lifetimes.idle,
): Promise<Signed | null> {
  const hash = hashOf(token);
  if (!hash) return null;
  const live = sql`from ${sessions}
      where ${sessions.tokenHash} = ${hash} and ${sessions.endedAt} is null and ${end(idleHours)} > ${databaseClock}`;
  const more = sql`${isoInstant(recordClock)} as at, ${recordDay} as today,
      (select ${sessions.usedAt} <= ${ago(noted)} from ${sessions} where ${sessions.tokenHash} = ${hash}) as unnoted,`;
  const [found] = await peopleWhere<Omit<Signed, 'who'>>(
    db,
    sql`${people.id} = (select ${sessions.personId} ${live})`,
    more,
  );
  if (!found) return null;
  const { at, today, unnoted, ...who } = found;
  return { who, at, today, unnoted };
}

/** The same, where it does not matter when. */
export async function personOfSession(db: Database, token: string | null, idleHours?: number): Promise<Person | null> {
  return (await whoIsSignedIn(db, token, idleHours))?.who ?? null;
}

/** Where somebody is signed in; `here` for the session that asks. Instants are ISO text. */
export type OwnSession = { id: number; browser: string | null; startedAt: string; usedAt: string; here: boolean };

/** A person's sessions that are not over, the one that asks first, then the ones used last. */
export async function ownSessions(
  db: Database,
  { personId, token, idleHours = lifetimes.idle }: { personId: number; token: string | null; idleHours?: number },
): Promise<OwnSession[]> {
  const here = sql<boolean>`${sessions.tokenHash} = ${hashOf(token) ?? ''}`;
  return db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      here,
      startedAt: isoInstant(sql`${sessions.startedAt}`),
      usedAt: isoInstant(sql`${sessions.usedAt}`),
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), sql`${end(idleHours)} > ${databaseClock}`))
    .orderBy(desc(here), desc(sessions.usedAt), desc(sessions.id));
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
export async function personOfEndedSession(
  db: Database,
  token: string | null,
  idleHours: number = lifetimes.idle,
): Promise<number | null> {
  const hash = hashOf(token);
  if (!hash) return null;
  const over = sql`least(${sessions.endedAt}, ${end(idleHours)})`;
  const [session] = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.leftAt)))
    .where(
      and(eq(sessions.tokenHash, hash), sql`${over} <= ${databaseClock}`, sql`${over} > ${ago(lifetimes.typing)}`),
    );
  return session?.personId ?? null;
}

/** What a person was typing when their session ended, for a day; null for everybody else. */
export async function typingOf(
  db: Database,
  { id, personId }: { id: string; personId: number },
): Promise<Record<string, string> | null> {
  const [kept] = await db
    .select({ fields: keptTyping.fields })
    .from(keptTyping)
    .where(
      and(eq(keptTyping.id, id), eq(keptTyping.personId, personId), sql`${keptTyping.at} > ${ago(lifetimes.typing)}`),
    );
  return kept?.fields ?? null;
}
