import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { council, editionRows, editions, services, stands } from '@/db/schema';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { Contact } from '@/lib/form/contact-fields';
import type { Judged } from '@/lib/scorecard/scorecard';
import type { Language } from '@/lib/translation/language';

/**
 * The public wall: everything that the public reads comes through this file, and it knows only the names of the council
 * and its services and the tables of published editions, so a draft cannot reach a public page.
 */

export type Council = {
  name: string;
  contact: string;
  demonstration: string | null;
  areaCode: string | null;
  licence: string | null;
  /** The language of the pages' own words. */
  language: Language | null;
};
export type Latest = { number: number; publishedAt: string };
export type InForce = {
  id: number;
  head: EditionHead;
  council: Council;
  /** Who answers questions about the service's figures today, whatever the edition; the council where the service names nobody. */
  contact: Contact;
  /** The latest edition of the service that stands, whatever the day of the question; null when none does. */
  latest: Latest | null;
  /** When and why this one was withdrawn; its rows are not shown any more. */
  withdrawal: { at: string; reason: string } | null;
};

const councilColumns = {
  name: council.name,
  contact: council.contact,
  demonstration: council.demonstration,
  areaCode: council.areaCode,
  licence: council.licence,
  language: council.language,
};

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

type EditionInForce = EditionHead & {
  id: number;
  name: string;
  notice: string | null;
  council: Council;
  contact: Contact | null;
  latest: InForce['latest'];
  withdrawal: InForce['withdrawal'];
};

/** The columns of an edition `e` of a service `s`, beside its rows. */
const editionColumns = ({ $client: sql }: Database) => sql`
  e.id, e.number, e.as_at as "asAt", e.published_at as "publishedAt", e.publisher, e.note, e.sha256, e.notice,
  e.comparison_year as "comparisonYear", e.service_name as name,
  (select json_build_object('name', c.name, 'contact', c.contact, 'demonstration', c.demonstration,
    'areaCode', c.area_code, 'licence', c.licence, 'language', c.language) from council c) as council,
  case when s.contact_name is not null then json_build_object('name', s.contact_name, 'email', s.contact_email,
    'phone', s.contact_phone) end as contact,
  (select json_build_object('number', l.number, 'publishedAt', l.published_at) from editions l
    where l.service_id = e.service_id and not exists (select from withdrawals w where w.edition_id = l.id)
    order by l.number desc limit 1) as latest,
  (select json_build_object('at', w.withdrawn_at, 'reason', w.reason) from withdrawals w where w.edition_id = e.id) as withdrawal`;

function inForce(slug: string, [row]: EditionInForce[]): InForce | null {
  if (!row) return null;
  const { id, council, latest, withdrawal, name, notice, contact: own, ...head } = row;
  const contact = own ?? { name: council.name, email: council.contact, phone: null };
  return { id, head: { ...head, service: { slug, name, notice } }, council, contact, latest, withdrawal };
}

/**
 * The edition of a service in force just before an instant, or null when none was published by then: the latest that had not
 * been withdrawn. The service is asked for by itself, so that its editions are walked from the latest. Every page needs it, so it is a statement that the driver prepares once: built by Drizzle each time it
 * cost four times as much.
 */
export async function editionInForce(db: Database, slug: string, before: string): Promise<InForce | null> {
  return inForce(
    slug,
    await db.$client<EditionInForce[]>`
      select ${editionColumns(db)} from services s join editions e on e.service_id = s.id
      where e.service_id = (select id from services where slug = ${slug}) and e.published_at < ${before}
        and not exists (select from withdrawals w where w.edition_id = e.id and w.withdrawn_at < ${before})
      order by e.published_at desc, e.number desc limit 1`,
  );
}

/** An edition of a service by its number; null when there is none. */
export async function editionByNumber(db: Database, slug: string, number: number): Promise<InForce | null> {
  return inForce(
    slug,
    await db.$client<EditionInForce[]>`
      select ${editionColumns(db)} from services s join editions e on e.service_id = s.id
      where s.slug = ${slug} and e.number = ${number}`,
  );
}

/**
 * The last edition that has a measure, published before an instant and not withdrawn by then; null for none. It is found from
 * the measure's own rows, the latest first, however many there are.
 */
export async function editionWithMeasure(db: Database, code: string, before: string): Promise<InForce | null> {
  const [row] = await db.$client<(EditionInForce & { slug: string })[]>`
    select ${editionColumns(db)}, s.slug from edition_rows r join editions e on e.id = r.edition_id join services s on s.id = e.service_id
    where r.code = ${code} and e.published_at < ${before}
      and not exists (select from withdrawals w where w.edition_id = e.id and w.withdrawn_at < ${before})
    order by r.edition_id desc limit 1`;
  if (!row) return null;
  const { slug, ...edition } = row;
  return inForce(slug, [edition]);
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

/** The present address of a published service that once had another one; null for every other word. */
export async function presentSlugInPublic(db: Database, earlier: string): Promise<string | null> {
  const [row] = await db.$client<{ slug: string }[]>`
    select s.slug from services s
    where s.earlier_slugs @> array[${earlier}::text] and s.slug <> ${earlier}
      and exists (select from editions e where e.service_id = s.id)`;
  return row?.slug ?? null;
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

/** The edition of each service in force just before an instant, to be joined laterally to the services under a name. */
export const latestEdition = <Name extends string>(db: Database, before: string, name: Name) =>
  db
    .select()
    .from(editions)
    .where(and(eq(editions.serviceId, services.id), lt(editions.publishedAt, before), stands(editions.id, before)))
    .orderBy(desc(editions.publishedAt), desc(editions.number))
    .limit(1)
    .as(name);

export type ServiceInForce = { head: EditionHead; judged: Judged[] };

/** Each service with an edition published before an instant, with just what its counts need, in the council's order. */
export async function servicesInForce(db: Database, before: string): Promise<ServiceInForce[]> {
  const latest = latestEdition(db, before, 'editions');
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
