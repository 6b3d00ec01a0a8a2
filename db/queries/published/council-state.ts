import { and, desc, eq, gte, lt, min, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { committees, council, editions, meetings, services, stands } from '@/db/schema';
import type { ComingMeeting } from '@/lib/committee/coming-days';
import type { Contact } from '@/lib/form/contact-fields';
import { type Council, latestEdition } from './in-force';
import type { StandingEdition } from './standing-editions';

/** A part of the public wall: what every page over all services follows from, in one question by indexes. */

export type CouncilState = { council: Council; editions: StandingEdition[]; meetings: ComingMeeting[] };

type Standing = {
  id: number;
  number: number;
  asAt: string;
  publishedAt: string;
  sha256: string;
  service: StandingEdition['head']['service'];
  contact: Contact | null;
  before: StandingEdition['before'];
};

/**
 * The council, the edition in force of each service just before an instant, in the council's order, and the next meeting of each
 * committee that has one on a London day or after it; null before set-up is complete.
 */
export async function councilState(db: Database, before: string, day: string): Promise<CouncilState | null> {
  const latest = latestEdition(db, before, 'latest');
  const earlier = db
    .select({ id: editions.id, sha256: editions.sha256 })
    .from(editions)
    .where(and(eq(editions.serviceId, services.id), lt(editions.number, latest.number), stands(editions.id, before)))
    .orderBy(desc(editions.number))
    .limit(1)
    .as('earlier');
  const standing = db
    .select({
      edition: sql`json_build_object('id', ${latest.id}, 'number', ${latest.number}, 'asAt', ${latest.asAt},
        'publishedAt', ${latest.publishedAt}::text, 'sha256', ${latest.sha256},
        'service', json_build_object('slug', ${services.slug}, 'name', ${latest.serviceName}, 'notice', ${latest.notice}),
        'contact', case when ${services.contactName} is not null then json_build_object('name', ${services.contactName},
          'email', ${services.contactEmail}, 'phone', ${services.contactPhone}) end,
        'before', case when ${earlier.id} is not null then json_build_object('id', ${earlier.id},
          'sha256', ${earlier.sha256}) end)`.as('edition'),
      position: services.position,
    })
    .from(services)
    .innerJoinLateral(latest, sql`true`)
    .leftJoinLateral(earlier, sql`true`)
    .as('standing');
  const next = db
    .select({ slug: committees.slug, name: committees.name, day: min(meetings.day).as('day') })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .where(gte(meetings.day, day))
    .groupBy(committees.id)
    .as('next');
  const [row] = await db
    .select({
      council: {
        name: council.name,
        contact: council.contact,
        demonstration: council.demonstration,
        areaCode: council.areaCode,
        licence: council.licence,
        language: council.language,
      },
      editions: sql<Standing[]>`(${db
        .select({ all: sql`coalesce(json_agg(${standing.edition} order by ${standing.position}), '[]')` })
        .from(standing)})`,
      meetings: sql<ComingMeeting[]>`(${db
        .select({
          all: sql`coalesce(json_agg(json_build_object('slug', ${next.slug}, 'name', ${next.name}, 'day', ${next.day})
          order by ${next.name}), '[]')`,
        })
        .from(next)})`,
    })
    .from(council);
  return row ? { ...row, editions: row.editions.map(standingEdition) } : null;
}

function standingEdition({ id, service, contact, before, publishedAt, ...head }: Standing): StandingEdition {
  const instant = String(editions.publishedAt.mapFromDriverValue(publishedAt));
  return { id, before, contact, head: { ...head, publishedAt: instant, service } };
}
