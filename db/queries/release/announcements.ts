import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { announcedEdition } from '@/db/facts/edition/announced-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { announcementMoves, announcements, editions, events, people, preReleaseReaders, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { failures } from '@/lib/release/release-moment';

type EarlyReader = { personId: number; name: string; email: string; fromAt: string; lastReadAt: string | null };
type Move = { fromAt: string; toAt: string; reason: string };

/** What is announced of a service's next edition, or what became of the last announcement where nothing is published since. */
export type Announced = {
  waiting: {
    id: number;
    number: number;
    asAt: string;
    dueAt: string;
    /** Why it would fail if its moment were now; null when it would not. */
    trouble: string | null;
    moves: Move[];
    readers: EarlyReader[];
  } | null;
  failed: { number: number; dueAt: string; why: string } | null;
};

/** The announcement of a service's next edition; null for anybody but the performance officer. */
export async function announcedRelease(db: Database, who: Person, slug: string): Promise<Announced | null> {
  if (!may(who, 'announce')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) return null;
  const row = await waitingRelease(db, service.id);
  if (!row) return { waiting: null, failed: await lastFailed(db, service.id) };
  const { id, number, asAt, dueAt } = row;
  const { failure } = await announcedEdition(db, service, row);
  const trouble = failure && failures[failure];
  const waiting = { id, number, asAt, dueAt, trouble, moves: await movesOf(db, id), readers: await readersOf(db, id) };
  return { waiting, failed: null };
}

async function lastFailed(db: Database, serviceId: number): Promise<Announced['failed']> {
  const [last] = await db
    .select()
    .from(announcements)
    .where(eq(announcements.serviceId, serviceId))
    .orderBy(desc(announcements.id))
    .limit(1);
  if (last?.state !== 'failed') return null;
  const since = and(eq(editions.serviceId, serviceId), gt(editions.publishedAt, last.dueAt));
  if ((await db.$count(editions, since)) > 0) return null;
  return { number: last.number, dueAt: last.dueAt, why: last.why ?? '' };
}

async function movesOf(db: Database, id: number): Promise<Move[]> {
  const rows = await db
    .select()
    .from(announcementMoves)
    .where(eq(announcementMoves.announcementId, id))
    .orderBy(asc(announcementMoves.movedAt));
  return rows.map(({ fromAt, toAt, reason }) => ({ fromAt, toAt, reason }));
}

async function readersOf(db: Database, id: number): Promise<EarlyReader[]> {
  const read = sql<string | null>`(select max(${events.at}) from ${events} where ${events.kind} = 'pre_release_read'
    and ${events.subject} = 'announcement' and ${events.subjectId} = ${id} and ${events.actorId} = ${people.id})`.mapWith(
    events.at,
  );
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      fromAt: preReleaseReaders.fromAt,
      lastReadAt: read,
    })
    .from(preReleaseReaders)
    .innerJoin(people, eq(people.id, preReleaseReaders.personId))
    .where(and(eq(preReleaseReaders.announcementId, id), isNull(people.leftAt)))
    .orderBy(asc(people.name));
  return rows;
}

/** The moments up to an instant for which releases are announced, so that a process can be awake then. */
export async function announcedMoments(db: Database, until: string): Promise<string[]> {
  const rows = await db
    .select({ dueAt: announcements.dueAt })
    .from(announcements)
    .where(and(oneOf(announcements.state, 'announced'), lte(announcements.dueAt, until)));
  return rows.map(({ dueAt }) => dueAt);
}
