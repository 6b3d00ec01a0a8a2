import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionReadings, editionRows, editionSheets, editions, services, stands } from '@/db/schema';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { PublishedReading } from '@/lib/series/published-reading';
import { sheetAsPublished } from './sheets';

/** A part of the public wall: what data files and the interface for programs read of editions. */

/** An edition in force, by which its data are found. */
export type DataEdition = { id: number; head: EditionHead };

/** The edition of each service in force just before an instant, in the council's order. */
export async function editionsInForce(db: Database, before: string): Promise<DataEdition[]> {
  const latest = db
    .select()
    .from(editions)
    .where(and(eq(editions.serviceId, services.id), lt(editions.publishedAt, before), stands(editions.id)))
    .orderBy(desc(editions.publishedAt), desc(editions.number))
    .limit(1)
    .as('editions');
  const rows = await db
    .select({
      id: latest.id,
      slug: services.slug,
      name: latest.serviceName,
      notice: latest.notice,
      number: latest.number,
      asAt: latest.asAt,
      publishedAt: latest.publishedAt,
      publisher: latest.publisher,
      comparisonYear: latest.comparisonYear,
      note: latest.note,
      sha256: latest.sha256,
    })
    .from(services)
    .innerJoinLateral(latest, sql`true`)
    .orderBy(asc(services.position), asc(services.id));
  return rows.map(({ id, slug, name, notice, ...head }) => ({
    id,
    head: { ...head, service: { slug, name, notice } },
  }));
}

/** A measure as an edition froze it; the sheet is null in an edition from before there were any. */
export type FrozenMeasure = { editionId: number; row: FrozenRow; sheet: MeasureSheet | null };

/** A place among the measures of editions: behind a measure of one of them. */
export type MeasurePlace = { editionId: number; number: number };

/** The measures of editions, edition by edition in report order, each with its sheet; behind a place, and at most so many, if so wanted. */
export function measuresOf(
  db: Database,
  editionIds: number[],
  { after = { editionId: 0, number: 0 }, most }: { after?: MeasurePlace; most?: number } = {},
): Promise<FrozenMeasure[]> {
  const behind = sql`(${editionRows.editionId}, ${editionRows.number}) > (${after.editionId}, ${after.number})`;
  const sameMeasure = and(eq(editionSheets.editionId, editionRows.editionId), eq(editionSheets.code, editionRows.code));
  const query = db
    .select({ editionId: editionRows.editionId, row: editionRows.row, sheet: sheetAsPublished })
    .from(editionRows)
    .leftJoin(editionSheets, sameMeasure)
    .where(and(inArray(editionRows.editionId, editionIds), behind))
    .orderBy(asc(editionRows.editionId), asc(editionRows.number));
  return most === undefined ? query : query.limit(most);
}

/** A reading as an edition knows it, with the instants at which its period was first and last published by then. */
export type KnownReading = { code: string; reading: PublishedReading; firstAt: string; latestAt: string };

const columns = {
  code: editionReadings.code,
  reading: editionReadings.reading,
  latestAt: editions.publishedAt,
  firstAt:
    sql<string>`min(${editions.publishedAt}) over (partition by ${editionReadings.code}, ${editionReadings.periodStart})`.mapWith(
      editions.publishedAt,
    ),
};

/** Which readings are known to an edition: those of editions up to it that stood when it was published. */
const knownTo = (editionId: number | typeof editionRows.editionId) =>
  and(
    lte(editionReadings.editionId, editionId),
    stands(
      editionReadings.editionId,
      sql`(select shown.published_at from ${editions} shown where shown.id = ${editionId})`,
    ),
  );

/** The readings of some measures as of an edition, by code, the oldest first; between two first days, and at most so many, if so wanted. */
export function readingsKnown(
  db: Database,
  editionId: number,
  codes: string[],
  { from, until, most }: { from?: string | undefined; until?: string | undefined; most?: number } = {},
): Promise<KnownReading[]> {
  const which: (SQL | undefined)[] = [inArray(editionReadings.code, codes), knownTo(editionId)];
  if (from) which.push(gte(editionReadings.periodStart, from));
  if (until) which.push(lte(editionReadings.periodStart, until));
  const query = db
    .selectDistinctOn([editionReadings.code, editionReadings.periodStart], columns)
    .from(editionReadings)
    .innerJoin(editions, eq(editions.id, editionReadings.editionId))
    .where(and(...which))
    .orderBy(asc(editionReadings.code), asc(editionReadings.periodStart), desc(editionReadings.editionId));
  return most === undefined ? query : query.limit(most);
}

/** The reading of the latest period of each measure of editions, by the edition. */
export async function latestReadings(
  db: Database,
  editionIds: number[],
): Promise<(KnownReading & { editionId: number })[]> {
  const latestPeriod = and(
    eq(editionReadings.code, editionRows.code),
    sql`${editionReadings.periodStart} = (${editionRows.row} -> 'period' ->> 'start')::date`,
    knownTo(editionRows.editionId),
  );
  return db
    .selectDistinctOn([editionRows.editionId, editionReadings.code], {
      ...columns,
      editionId: editionRows.editionId,
      firstAt:
        sql<string>`min(${editions.publishedAt}) over (partition by ${editionRows.editionId}, ${editionReadings.code})`.mapWith(
          editions.publishedAt,
        ),
    })
    .from(editionRows)
    .innerJoin(editionReadings, latestPeriod)
    .innerJoin(editions, eq(editions.id, editionReadings.editionId))
    .where(inArray(editionRows.editionId, editionIds))
    .orderBy(asc(editionRows.editionId), asc(editionReadings.code), desc(editionReadings.editionId));
}

/** A measure of an edition, with how many periods have been told of, and the first day of the oldest. */
export type ListedMeasure = { editionId: number; code: string; title: string; periods: number; oldest: string | null };

/** The measures of editions in report order. */
export function measureList(db: Database, editionIds: number[]): Promise<ListedMeasure[]> {
  // Of one table, Drizzle writes a column without its table's name, which the inner query would take for its own.
  const known = sql`from ${editionReadings} known where known.code = edition_rows.code`;
  return db
    .select({
      editionId: editionRows.editionId,
      code: editionRows.code,
      title: sql<string>`${editionRows.row} ->> 'title'`,
      periods: sql<number>`(select count(distinct known.period_start)::int ${known})`,
      oldest: sql<string | null>`(select min(known.period_start)::text ${known})`,
    })
    .from(editionRows)
    .where(inArray(editionRows.editionId, editionIds))
    .orderBy(asc(editionRows.editionId), asc(editionRows.number));
}

/** The codes of the measures of editions in report order, each with its theme. */
export const measureCodes = (
  db: Database,
  editionIds: number[],
): Promise<{ editionId: number; code: string; theme: string | null }[]> =>
  db
    .select({
      editionId: editionRows.editionId,
      code: editionRows.code,
      theme: sql<string | null>`${editionRows.row} ->> 'theme'`,
    })
    .from(editionRows)
    .where(inArray(editionRows.editionId, editionIds))
    .orderBy(asc(editionRows.editionId), asc(editionRows.number));
