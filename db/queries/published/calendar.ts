import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { noneOf, oneOf } from '@/db/connection/written-out';
import { announcementMoves, announcements, services } from '@/db/schema';
import type { AnnouncementState } from '@/lib/release/release-moment';

/**
 * The public wall's other door: what the public reads of releases. It knows when each is or was, its moves and what became
 * of it, and nothing of what an edition will show.
 */

export type CalendarEntry = {
  id: number;
  service: { slug: string; name: string };
  number: number;
  dueAt: string;
  state: AnnouncementState;
  why: string | null;
  moves: { fromAt: string; toAt: string; reason: string }[];
};
export type Calendar = { coming: CalendarEntry[]; past: CalendarEntry[] };

/** As many past releases as the calendar shows. */
const mostPast = 24;

const columns = {
  id: announcements.id,
  number: announcements.number,
  dueAt: announcements.dueAt,
  state: announcements.state,
  why: announcements.why,
  service: { slug: services.slug, name: services.name },
};

/** The releases that are announced, the next one first, and the last that were, the latest first. */
export async function releaseCalendar(db: Database): Promise<Calendar> {
  const coming = await comingReleases(db);
  const over = noneOf(announcements.state, 'announced');
  const past = await listed(db).where(over).orderBy(desc(announcements.dueAt), desc(announcements.id)).limit(mostPast);
  const shown = [...coming, ...past].map(({ id }) => id);
  const moves = await db
    .select(moveColumns)
    .from(announcementMoves)
    .where(inArray(announcementMoves.announcementId, shown))
    .orderBy(asc(announcementMoves.movedAt));
  const entryOf = (row: (typeof past)[number]): CalendarEntry => ({
    ...row,
    moves: moves.filter(({ id }) => id === row.id).map(({ fromAt, toAt, reason }) => ({ fromAt, toAt, reason })),
  });
  return { coming: coming.map(entryOf), past: past.map(entryOf) };
}

const listed = (db: Database) =>
  db.select(columns).from(announcements).innerJoin(services, eq(services.id, announcements.serviceId));

/** The releases that are announced, the next one first, without their moves. */
export async function comingReleases(db: Database): Promise<Omit<CalendarEntry, 'moves'>[]> {
  const waiting = oneOf(announcements.state, 'announced');
  return listed(db).where(waiting).orderBy(asc(announcements.dueAt), asc(services.position));
}

const moveColumns = {
  id: announcementMoves.announcementId,
  fromAt: announcementMoves.fromAt,
  toAt: announcementMoves.toAt,
  reason: announcementMoves.reason,
};
