import { asc, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { committeeServices, committees, editionRows, services } from '@/db/schema';
import type { FrozenFigure, Mark } from '@/lib/edition/edition';
import { standingsOf } from '@/lib/search/places-and-standings';
import type { Searchable } from '@/lib/search/search';
import { type Schedule, statusAt } from '@/lib/status/data-status';
import type { Direction } from '@/lib/target/direction-of-travel';
import type { Colour } from '@/lib/target/target';
import { latestEdition } from './in-force';

/** A part of the public wall: what can be searched for, which is what the editions in force show of their measures. */

/** An edition in force, with the hash of what it says and the committees to which its service reports. */
type Place = { slug: string; name: string };
export type SearchedEdition = { id: number; sha256: string; service: Place; committees: Place[] };

/** The edition of each service in force just before an instant, in the council's order. */
export async function searchedEditions(db: Database, before: string): Promise<SearchedEdition[]> {
  const inForce = latestEdition(db, before, 'editions');
  const reportsTo = sql<Place[]>`(select coalesce(jsonb_agg(
      jsonb_build_object('slug', ${committees.slug}, 'name', ${committees.name}) order by ${committees.name}), '[]')
    from ${committeeServices} join ${committees} on ${committees.id} = ${committeeServices.committeeId}
    where ${committeeServices.serviceId} = ${services.id})`;
  const rows = await db
    .select({
      id: inForce.id,
      sha256: inForce.sha256,
      slug: services.slug,
      name: inForce.serviceName,
      committees: reportsTo,
    })
    .from(services)
    .innerJoinLateral(inForce, sql`true`)
    .orderBy(asc(services.position), asc(services.id));
  return rows.map(({ id, sha256, slug, name, committees }) => ({ id, sha256, service: { slug, name }, committees }));
}

type Field = FrozenFigure & { marks: Mark[] };
const text = (name: 'title' | 'definition' | 'unit') => sql<string>`${editionRows.row} ->> ${name}`;

/** The measures of some editions as they are searched on a day, edition by edition in the given order, each in report order. */
export async function searchedMeasures(db: Database, inForce: SearchedEdition[], day: string): Promise<Searchable[]> {
  const ids = inForce.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      editionId: editionRows.editionId,
      code: editionRows.code,
      number: editionRows.number,
      title: text('title'),
      definition: text('definition'),
      comments: sql<string | null>`${editionRows.row} ->> 'comments'`,
      theme: sql<string | null>`${editionRows.row} ->> 'theme'`,
      unit: text('unit'),
      current: sql<Field>`${editionRows.row} -> 'current'`,
      period: sql<string | null>`${editionRows.row} -> 'period' ->> 'label'`,
      colour: sql<Colour | null>`${editionRows.row} -> 'rag' ->> 'colour'`,
      judged: sql<Colour | null>`${editionRows.row} -> 'rag' -> 'judged' ->> 'colour'`,
      direction: sql<Direction | null>`${editionRows.row} -> 'travel' ->> 'direction'`,
      schedule: sql<Schedule>`${editionRows.row} -> 'schedule'`,
    })
    .from(editionRows)
    .where(inArray(editionRows.editionId, ids))
    .orderBy(asc(editionRows.editionId), asc(editionRows.number));
  return inForce.flatMap(({ id, service, committees }) =>
    rows
      .filter(({ editionId }) => editionId === id)
      .map(({ editionId: _, direction, schedule, ...measure }) => {
        const isOverdue = statusAt(schedule, day).status === 'overdue';
        const standings = standingsOf({ colour: measure.colour, judged: measure.judged, direction, isOverdue });
        return { ...measure, standings, service, committees };
      }),
  );
}
