import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import {
  committeeServices,
  committees,
  editions,
  meetingMoves,
  meetings,
  proclaimedHolidays,
  services,
} from '@/db/schema';
import type { Committee } from '@/lib/committee/committee';
import { londonDay } from '@/lib/time/period';

/** A part of the public wall: the committees, the services that report to them, and the days on which they meet. */

/** Every committee by name, with whatever its services had published before an instant. */
export async function committeesInPublic(db: Database, before: string): Promise<Committee[]> {
  const rows = await db.select().from(committees).orderBy(asc(committees.name));
  return withServicesAndMeetings(db, rows, before);
}

/** The committee of an address; null when there is none. */
export async function committeeInPublic(db: Database, slug: string, before: string): Promise<Committee | null> {
  const rows = await db.select().from(committees).where(eq(committees.slug, slug));
  const [committee] = await withServicesAndMeetings(db, rows, before);
  return committee ?? null;
}

type Row = { id: number; slug: string; name: string };

async function withServicesAndMeetings(db: Database, rows: Row[], before: string): Promise<Committee[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const first = sql<string | null>`(select min(e.published_at) from ${editions} e
    where e.service_id = ${services.id} and e.published_at < ${before})`.mapWith(editions.publishedAt);
  const reporting = await db
    .select({ committeeId: committeeServices.committeeId, slug: services.slug, name: services.name, first })
    .from(committeeServices)
    .innerJoin(services, eq(services.id, committeeServices.serviceId))
    .where(inArray(committeeServices.committeeId, ids))
    .orderBy(asc(services.position));
  const days = await db
    .select({ committeeId: meetings.committeeId, day: meetings.day })
    .from(meetings)
    .where(inArray(meetings.committeeId, ids))
    .orderBy(asc(meetings.day));
  const moves = await db
    .select()
    .from(meetingMoves)
    .where(inArray(meetingMoves.committeeId, ids))
    .orderBy(desc(meetingMoves.movedAt));
  const holidays = await db.select().from(proclaimedHolidays).orderBy(asc(proclaimedHolidays.day));
  return rows.map(({ id, slug, name }) => ({
    id,
    slug,
    name,
    services: reporting
      .filter(({ committeeId }) => committeeId === id)
      .map(({ slug, name, first }) => ({ slug, name, since: first && londonDay(first) })),
    meetings: days.filter(({ committeeId }) => committeeId === id).map(({ day }) => day),
    moves: moves
      .filter(({ committeeId }) => committeeId === id)
      .map(({ fromDay, toDay, movedAt, reason }) => ({ from: fromDay, to: toDay, on: londonDay(movedAt), reason })),
    holidays,
  }));
}
