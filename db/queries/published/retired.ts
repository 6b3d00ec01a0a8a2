import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { departures, editionRows, editions, services, stands } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import type { Retirement } from '@/lib/series/retirement';
import { addDays, londonDay } from '@/lib/time/period';

/** A part of the public wall: the measures that editions left out because they were retired, and their last rows. */

export type Departure = Retirement & {
  code: string;
  number: number;
  title: string;
  service: { slug: string; name: string };
  /** The edition that was the first without it. */
  edition: number;
};

const columns = {
  code: departures.code,
  number: departures.number,
  title: departures.title,
  retiredOn: departures.retiredOn,
  reason: departures.reason,
  decidedBy: departures.decidedBy,
  decidedOn: departures.decidedOn,
  service: { slug: services.slug, name: services.name },
  edition: editions.number,
};

const departed = (db: Database, before: string) => {
  const standing = and(lt(editions.publishedAt, before), stands(editions.id, before));
  const query = db
    .select(columns)
    .from(departures)
    .innerJoin(editions, eq(editions.id, departures.editionId))
    .innerJoin(services, eq(services.id, editions.serviceId));
  return { query, standing };
};

/** The retired measures of a service by an instant, the latest first. */
export function departuresOf(db: Database, service: string, before: string): Promise<Departure[]> {
  const { query, standing } = departed(db, before);
  return query
    .where(and(standing, eq(services.slug, service)))
    .orderBy(desc(departures.retiredOn), asc(departures.number), asc(editions.number));
}

/** The retirement of a measure by an instant; null when no edition tells of one. */
export async function departureOf(db: Database, code: string, before: string): Promise<Departure | null> {
  const { query, standing } = departed(db, before);
  const [departure] = await query
    .where(and(standing, eq(departures.code, code)))
    .orderBy(asc(editions.number))
    .limit(1);
  return departure ?? null;
}

/** The last row of a measure in public; `lastDay` is the last day at whose end its edition was in force, null if there was none. */
export type LastRow = { service: string; edition: number; row: FrozenRow; lastDay: string | null };

/** The last row that was published of a measure before an instant, in an edition that was not withdrawn; null for none. */
export async function lastRowOf(db: Database, code: string, before: string): Promise<LastRow | null> {
  const after = sql<string | null>`(select min(e.published_at) from ${editions} e
    where e.service_id = ${editions.serviceId} and e.number > ${editions.number} and e.published_at < ${before})`.mapWith(
    editions.publishedAt,
  );
  const [frozen] = await db
    .select({
      service: services.slug,
      edition: editions.number,
      row: editionRows.row,
      publishedAt: editions.publishedAt,
      after,
    })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .innerJoin(services, eq(services.id, editions.serviceId))
    .where(and(eq(editionRows.code, code), lt(editions.publishedAt, before), stands(editions.id, before)))
    // Of one service's editions, a later one was written later: the index of a measure's rows is walked from the last.
    .orderBy(desc(editionRows.editionId))
    .limit(1);
  if (!frozen) return null;
  const { publishedAt, after: next, ...last } = frozen;
  const lastDay = addDays(londonDay(next ?? before), -1);
  return { ...last, lastDay: lastDay >= londonDay(publishedAt) ? lastDay : null };
}
