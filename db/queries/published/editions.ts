import { and, asc, desc, eq, exists, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { atMost } from '@/db/connection/written-out';
import { editionRows, editions, revisions, services, stands, withdrawals } from '@/db/schema';
import type { Revised } from '@/lib/series/ledger';

/** The public wall's second file: the editions that there were, and what each corrected. */

export type ListedEdition = {
  number: number;
  asAt: string;
  publishedAt: string;
  publisher: string;
  note: string | null;
  withdrawal: { at: string; reason: string } | null;
};

/** A correction, with the edition that published it. */
export type PublishedRevision = Revised & { edition: number; publishedAt: string };

/** How many lines a page of a list shows. */
export const pageLength = 60;

/** What is listed of an edition, with its withdrawal if it has one. */
export const listed = {
  number: editions.number,
  asAt: editions.asAt,
  publishedAt: editions.publishedAt,
  publisher: editions.publisher,
  note: editions.note,
  withdrawnAt: withdrawals.withdrawnAt,
  reason: withdrawals.reason,
};

/** A withdrawal whole, or null where there is none. */
export const withdrawalOf = ({ withdrawnAt, reason }: { withdrawnAt: string | null; reason: string | null }) =>
  withdrawnAt !== null && reason !== null ? { at: withdrawnAt, reason } : null;

/** The service of an address, asked for by itself, so that its editions are walked in their order. */
export const serviceAt = (db: Database, slug: string) =>
  db.select({ id: services.id }).from(services).where(eq(services.slug, slug));

/** The editions of a service before a number, the latest first, one page and one more. */
export async function editionsOf(
  db: Database,
  slug: string,
  before: number,
  most = pageLength,
): Promise<ListedEdition[]> {
  const rows = await db
    .select(listed)
    .from(editions)
    .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
    .where(and(eq(editions.serviceId, serviceAt(db, slug)), lt(editions.number, before)))
    .orderBy(desc(editions.number))
    .limit(most + 1);
  return rows.map(({ withdrawnAt, reason, ...edition }) => ({
    ...edition,
    withdrawal: withdrawalOf({ withdrawnAt, reason }),
  }));
}

const columns = {
  code: revisions.code,
  number: revisions.number,
  title: revisions.title,
  periodStart: revisions.periodStart,
  period: revisions.period,
  was: revisions.was,
  now: revisions.now,
  colourWas: revisions.colourWas,
  colourNow: revisions.colourNow,
  reason: revisions.reason,
  note: revisions.note,
  edition: editions.number,
  publishedAt: editions.publishedAt,
};

/** How many corrected editions a page of the ledger tells of. */
const ledgerLength = 24;

/** The corrections of a service before an edition, the latest first, whole editions at a time; of one measure where a code is given. */
export async function revisionsOf(
  db: Database,
  slug: string,
  { before, code }: { before: number; code: string | null },
): Promise<{ revisions: PublishedRevision[]; more: boolean }> {
  const ofService = and(eq(editions.serviceId, serviceAt(db, slug)), lt(editions.number, before));
  const ofMeasure = code ? eq(revisions.code, code) : sql`true`;
  const which = and(ofService, ofMeasure);
  const corrected = db
    .select({ one: sql`1` })
    .from(revisions)
    .where(and(eq(revisions.editionId, editions.id), ofMeasure));
  const numbers = await db
    .select({ number: editions.number })
    .from(editions)
    .where(and(ofService, exists(corrected)))
    .orderBy(desc(editions.number))
    .limit(atMost(ledgerLength + 1));
  const last = numbers[ledgerLength - 1];
  const rows = await standing(db, and(which, last ? gte(editions.number, last.number) : sql`true`)).orderBy(
    desc(editions.number),
    asc(revisions.number),
    asc(revisions.periodStart),
  );
  return { revisions: rows, more: numbers.length > ledgerLength };
}

/** What later editions corrected of the very figures that an edition shows as current, the latest first. */
export async function correctedSince(db: Database, editionId: number): Promise<PublishedRevision[]> {
  const shown = and(
    eq(editionRows.editionId, editionId),
    eq(editionRows.code, revisions.code),
    sql`${revisions.periodStart} = (${editionRows.row} -> 'period' ->> 'start')::date`,
  );
  return standing(db, gt(revisions.editionId, editionId)).innerJoin(editionRows, shown).orderBy(desc(editions.number));
}

/** The corrections of editions that have not been withdrawn: a withdrawal takes its corrections with it. */
const standing = (db: Database, which: SQL | undefined) =>
  db
    .select(columns)
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .innerJoin(services, eq(services.id, editions.serviceId))
    .where(and(which, stands(editions.id)))
    .$dynamic();
