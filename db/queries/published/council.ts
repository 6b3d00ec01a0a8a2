import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionRows, editions, services, stands } from '@/db/schema';
import type { CouncilRow, ServiceRows } from '@/lib/scorecard/council-view';

/** A part of the public wall: the scorecards of all services, as far as one page needs them. */

export type StandingEdition = { id: number; serviceId: number } & Pick<ServiceRows, 'head'>;

const columns = {
  id: editions.id,
  serviceId: editions.serviceId,
  head: { number: editions.number, asAt: editions.asAt, publishedAt: editions.publishedAt, sha256: editions.sha256 },
  service: { slug: services.slug, name: editions.serviceName, notice: editions.notice },
};

/** The edition in force of each service just before an instant, in the council's order. */
export async function standingEditions(db: Database, before: string): Promise<StandingEdition[]> {
  const latest = db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.serviceId, services.id), lt(editions.publishedAt, before), stands(editions.id, before)))
    .orderBy(desc(editions.publishedAt), desc(editions.number))
    .limit(1)
    .as('latest');
  const rows = await db
    .select(columns)
    .from(services)
    .innerJoinLateral(latest, sql`true`)
    .innerJoin(editions, eq(editions.id, latest.id))
    .orderBy(asc(services.position));
  return rows.map(({ head, service, ...row }) => ({ ...row, head: { ...head, service } }));
}

const part = (name: string) => sql`${editionRows.row} -> ${name}::text`;
const isRed = sql`'red' in (${editionRows.row} #>> '{rag,colour}', ${editionRows.row} #>> '{rag,judged,colour}')`;

/** A measure without its trend and sheet; its words and actions only where it is Red. */
const councilRow = sql<CouncilRow>`jsonb_build_object('number', ${editionRows.number}, 'code', ${part('code')},
  'title', ${part('title')}, 'covers', ${part('covers')}, 'target', ${part('target')}, 'current', ${part('current')},
  'period', ${part('period')}, 'rag', ${part('rag')}, 'travel', ${part('travel')}, 'theme', ${part('theme')},
  'schedule', ${part('schedule')}, 'comments', case when ${isRed} then ${part('comments')} end,
  'actions', case when ${isRed} then ${part('actions')} else '[]' end)`;

/** The measures of these editions in report order, and by code the colours of the edition of the same service before each. */
export async function measuresOfEditions(db: Database, inForce: StandingEdition[], at: string): Promise<ServiceRows[]> {
  if (inForce.length === 0) return [];
  const rows = await db
    .select({ id: editionRows.editionId, row: councilRow })
    .from(editionRows)
    .where(
      inArray(
        editionRows.editionId,
        inForce.map(({ id }) => id),
      ),
    )
    .orderBy(asc(editionRows.number));
  const before = await Promise.all(inForce.map((edition) => coloursBefore(db, edition, at)));
  return inForce.map(({ id, head }, index) => ({
    head,
    rows: rows.filter((row) => row.id === id).map(({ row }) => row),
    before: before[index] ?? new Map(),
  }));
}

/** The colours by code of the last edition of a service before this one that stands; none before its first. */
async function coloursBefore(
  db: Database,
  { serviceId, head }: StandingEdition,
  at: string,
): Promise<ServiceRows['before']> {
  const [last] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.serviceId, serviceId), lt(editions.number, head.number), stands(editions.id, at)))
    .orderBy(desc(editions.number))
    .limit(1);
  if (!last) return new Map();
  const rows = await db
    .select({ code: editionRows.code, rag: sql<CouncilRow['rag']>`${part('rag')}` })
    .from(editionRows)
    .where(eq(editionRows.editionId, last.id));
  return new Map(rows.map(({ code, rag }) => [code, rag]));
}
