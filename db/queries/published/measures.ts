import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionReadings, editionRows, editionSheets, editions, stands } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { PublishedReading } from '@/lib/series/published-reading';
import { sheetAsPublished } from './sheets';

/** A part of the public wall: the page of a measure, as the last edition that has it froze it. */

/** The row and the sheet of a measure in an edition; null sheet for an edition from before there were sheets. */
export async function frozenPage(
  db: Database,
  editionId: number,
  code: string,
): Promise<{ row: FrozenRow; sheet: MeasureSheet | null } | null> {
  const samePage = and(eq(editionSheets.editionId, editionRows.editionId), eq(editionSheets.code, editionRows.code));
  const [page] = await db
    .select({ row: editionRows.row, sheet: sheetAsPublished })
    .from(editionRows)
    .leftJoin(editionSheets, samePage)
    .where(and(eq(editionRows.editionId, editionId), eq(editionRows.code, code)));
  return page ?? null;
}

/**
 * That an edition's telling stands for a later one: it was not withdrawn, or only after the later one was published, which had
 * taken it over by then.
 */
const standsFor = (editionId: number) =>
  stands(
    editionReadings.editionId,
    sql`(select ${editions.publishedAt} from ${editions} where ${editions.id} = ${editionId})`,
  );

/** The last readings of a measure as of an edition, newest first, each as it was last published by then. */
export async function readingsPublished(
  db: Database,
  { editionId, code, most }: { editionId: number; code: string; most: number },
): Promise<PublishedReading[]> {
  const rows = await db
    .selectDistinctOn([editionReadings.periodStart], { reading: editionReadings.reading })
    .from(editionReadings)
    .where(and(eq(editionReadings.code, code), lte(editionReadings.editionId, editionId), standsFor(editionId)))
    .orderBy(desc(editionReadings.periodStart), desc(editionReadings.editionId))
    .limit(most);
  return rows.map(({ reading }) => reading);
}

/** The first day of the oldest period that an edition knows of a measure; null for none. */
export async function oldestPublished(db: Database, editionId: number, code: string): Promise<string | null> {
  const [row] = await db
    .select({ start: editionReadings.periodStart })
    .from(editionReadings)
    .where(and(eq(editionReadings.code, code), lte(editionReadings.editionId, editionId), standsFor(editionId)))
    .orderBy(asc(editionReadings.periodStart))
    .limit(1);
  return row?.start ?? null;
}

/** The sheets of editions, by the edition and the measure's code; an edition from before there were sheets has none. */
export async function sheetsOf(db: Database, editionIds: number[]): Promise<Map<number, Map<string, MeasureSheet>>> {
  const rows = await db
    .select({ editionId: editionSheets.editionId, code: editionSheets.code, sheet: sheetAsPublished })
    .from(editionSheets)
    .where(inArray(editionSheets.editionId, editionIds));
  const sheets = new Map(editionIds.map((id) => [id, new Map<string, MeasureSheet>()]));
  for (const { editionId, code, sheet } of rows) if (sheet) sheets.get(editionId)?.set(code, sheet);
  return sheets;
}
