import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { isoInstant } from '@/db/connection/clock';
import { events, people, refusedSignIns } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { eventSentence } from '@/lib/record/event-sentence';

/** A sign-in, or a refused one, as a sentence with its moment: an ISO instant. */
type SignIn = { id: number; at: string; isRefused: boolean; name: string | null; sentence: string };

/** How often a person's sign-in was refused within the last thirty days, and since when the last time; null for nobody here. */
type RefusedCount = { name: string | null; tries: number; last: string };

export type SignInsPage = {
  signIns: SignIn[];
  /** From which event on the next page goes; null on the last one. */
  older: number | null;
  refused: RefusedCount[];
};

/** As many sign-ins as one page shows. */
export const signInsOnAPage = 50;
const mostRefused = 20;

/** Sign-ins, the newest first, from before an event on; null for whoever is no administrator. */
export async function signInsPage(db: Database, who: Person, before: number | null): Promise<SignInsPage | null> {
  if (!may(who, 'end_sessions')) return null;
  const rows = await db
    .select({
      id: events.id,
      at: isoInstant(sql`${events.at}`),
      kind: events.kind,
      details: events.details,
      name: people.name,
    })
    .from(events)
    .leftJoin(people, and(eq(events.subject, 'person'), eq(people.id, events.subjectId)))
    .where(
      and(
        isNull(events.serviceId),
        inArray(events.kind, ['signed_in', 'sign_in_refused']),
        before === null ? undefined : lt(events.id, before),
      ),
    )
    .orderBy(desc(events.id))
    .limit(signInsOnAPage + 1);
  const shown = rows.slice(0, signInsOnAPage);
  return {
    signIns: shown.map(({ id, at, kind, details, name }) => ({
      id,
      at,
      isRefused: kind === 'sign_in_refused',
      name,
      sentence: eventSentence({ kind, details, who: name }),
    })),
    older: rows.length > signInsOnAPage ? (shown.at(-1)?.id ?? null) : null,
    refused: await refusedCounts(db),
  };
}

/** Refused sign-ins by whose they were, the latest first. */
async function refusedCounts(db: Database): Promise<RefusedCount[]> {
  return db
    .select({
      name: people.name,
      tries: sql<number>`sum(${refusedSignIns.tries})::int`,
      last: isoInstant(sql`max(${refusedSignIns.since})`),
    })
    .from(refusedSignIns)
    .leftJoin(people, eq(people.id, refusedSignIns.account))
    .groupBy(refusedSignIns.account, people.name)
    .orderBy(sql`max(${refusedSignIns.since}) desc`, refusedSignIns.account)
    .limit(mostRefused);
}
