import { asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { EditionHead, FrozenRow } from '@/lib/edition';
import type { Judged } from '@/lib/scorecard';
import type { Database } from '../client';
import { council, editionRows, editions, renderings, services } from '../schema';

/**
 * The public wall: everything that the public reads comes through this file, and it knows only the names of the council
 * and its services and the tables of published editions, so a draft cannot reach a public page.
 */

export type Council = { name: string; contact: string; demonstration: string | null };
export type InForce = { id: number; head: EditionHead; council: Council };

const councilColumns = { name: council.name, contact: council.contact, demonstration: council.demonstration };

const headColumns = {
  number: editions.number,
  asAt: editions.asAt,
  publishedAt: editions.publishedAt,
  publisher: editions.publisher,
  comparisonYear: editions.comparisonYear,
  note: editions.note,
  sha256: editions.sha256,
};

const serviceColumns = { slug: services.slug, name: editions.serviceName, notice: editions.notice };

/** The council's name, contact and whether this is a demonstration; null before set-up is complete. */
export async function theCouncil(db: Database): Promise<Council | null> {
  const [row] = await db.select(councilColumns).from(council);
  return row ?? null;
}

/**
 * The edition of a service in force just before an instant, or null when none was published by then. Asked at every public
 * request, so it is a statement that the driver prepares once: built by Drizzle each time it cost four times as much.
 */
export async function editionInForce(db: Database, slug: string, before: string): Promise<InForce | null> {
  const [row] = await db.$client<
    (EditionHead & { id: number; name: string; notice: string | null; council: Council })[]
  >`
    select e.id, e.number, e.as_at as "asAt", e.published_at as "publishedAt", e.publisher, e.note, e.sha256, e.notice,
      e.comparison_year as "comparisonYear", e.service_name as name,
      json_build_object('name', c.name, 'contact', c.contact, 'demonstration', c.demonstration) as council
    from services s join editions e on e.service_id = s.id cross join council c
    where s.slug = ${slug} and e.published_at < ${before}
    order by e.published_at desc, e.number desc limit 1`;
  if (!row) return null;
  const { id, council, name, notice, ...head } = row;
  return { id, head: { ...head, service: { slug, name, notice } }, council };
}

/** When the first edition of a service was published (ISO instant); null when there is no such service in public. */
export async function firstPublished(db: Database, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ at: editions.publishedAt })
    .from(services)
    .innerJoin(editions, eq(editions.serviceId, services.id))
    .where(eq(services.slug, slug))
    .orderBy(asc(editions.publishedAt))
    .limit(1);
  return row?.at ?? null;
}

/** The frozen rows of an edition, in report order. */
export async function rowsOf(db: Database, editionId: number): Promise<FrozenRow[]> {
  const rows = await db
    .select({ row: editionRows.row })
    .from(editionRows)
    .where(eq(editionRows.editionId, editionId))
    .orderBy(asc(editionRows.number));
  return rows.map(({ row }) => row);
}

export type ServiceInForce = { head: EditionHead; judged: Judged[] };

/** Each service with an edition published before an instant, with just what its counts need, in the council's order. */
export async function servicesInForce(db: Database, before: string): Promise<ServiceInForce[]> {
  const latest = db
    .select()
    .from(editions)
    .where(sql`${editions.serviceId} = ${services.id} and ${lt(editions.publishedAt, before)}`)
    .orderBy(desc(editions.publishedAt), desc(editions.number))
    .limit(1)
    .as('editions');
  const judged = db
    .select({
      rows: sql<Judged[]>`jsonb_agg(jsonb_build_object('rag', ${editionRows.row} -> 'rag', 'travel',
        ${editionRows.row} -> 'travel', 'schedule', ${editionRows.row} -> 'schedule') order by ${editionRows.number})`.as(
        'rows',
      ),
    })
    .from(editionRows)
    .where(eq(editionRows.editionId, latest.id))
    .as('judged');
  const rows = await db
    .select({ head: headColumns, service: serviceColumns, judged: judged.rows })
    .from(services)
    .innerJoinLateral(latest, sql`true`)
    .innerJoinLateral(judged, sql`true`)
    .orderBy(asc(services.position));
  return rows.map(({ head, service, judged }) => ({ head: { ...head, service }, judged: judged ?? [] }));
}

/** A page rendered earlier, as gzip bytes, or null. */
export async function rendering(db: Database, editionId: number, key: string): Promise<Buffer | null> {
  const [row] = await db
    .select({ html: renderings.html })
    .from(renderings)
    .where(sql`${renderings.editionId} = ${editionId} and ${renderings.key} = ${key}`);
  return row?.html ?? null;
}
