import { asc, eq, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { pageHashes } from '@/db/facts/edition/page-hashes';
import { type SheetWithBase, sheetFrom, sheetWithBase } from '@/db/queries/published/sheets';
import { editionReadings, editionSheets } from '@/db/schema';
import { asItStands } from '@/db/schema/checked-json';
import type { FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { Tampered } from './verify';

/** Checks the pages of an edition's measures against the hashes in its rows; an edition from before there were pages has none. */
export async function brokenPage(db: Connection, editionId: number, rows: FrozenRow[]): Promise<Tampered | null> {
  const sheets = await db
    .select({ code: editionSheets.code, sheet: sheetWithBase() })
    .from(editionSheets)
    .where(eq(editionSheets.editionId, editionId));
  const editionReadingRows = await db
    .select({
      code: editionReadings.code,
      start: editionReadings.periodStart,
      reading: asItStands(editionReadings.reading),
    })
    .from(editionReadings)
    .where(eq(editionReadings.editionId, editionId))
    .orderBy(asc(editionReadings.code), asc(editionReadings.periodStart));
  const moved = editionReadingRows.find(({ start, reading }) => start !== reading.start);
  if (moved) return fault('edition_readings', editionId, moved.code, 'a reading is not that of its period');
  for (const row of rows) {
    const sheet = sheets.find(({ code }) => code === row.code)?.sheet;
    const pageReadings = editionReadingRows.filter(({ code }) => code === row.code).map(({ reading }) => reading);
    if (row.sheet === undefined) {
      if (sheet || pageReadings.length > 0)
        return fault('edition_sheets', editionId, row.code, 'its row knows of no page');
      continue;
    }
    if (!sheet) return fault('edition_sheets', editionId, row.code, 'it is not there any more');
    const published = asPublished(sheet);
    const hashes = published && pageHashes(published, pageReadings);
    if (hashes?.sheet !== row.sheet)
      return fault('edition_sheets', editionId, row.code, 'it is not what was published');
    if (hashes.told !== row.told)
      return fault('edition_readings', editionId, row.code, 'its readings are not what was published');
  }
  const codes = new Set(rows.map(({ code }) => code));
  const extra = [...sheets, ...editionReadingRows].find(({ code }) => !codes.has(code));
  return extra ? fault('edition_sheets', editionId, extra.code, 'its edition has no such measure') : null;
}

/** A sheet as it was published; null where what is kept of it cannot be unpacked any more. */
function asPublished(kept: SheetWithBase): MeasureSheet | null {
  try {
    return sheetFrom(kept);
  } catch {
    return null;
  }
}

const fault = (table: string, editionId: number, code: string, what: string): Tampered => ({
  table,
  id: `${editionId}, ${code}`,
  what,
});

/** A page whose edition is not there; null when there is none. */
export async function strayPage(db: Connection): Promise<Tampered | null> {
  const [stray] = await db.execute<{ kind: string; edition_id: number; code: string }>(sql`
    select 'edition_sheets' as kind, edition_id, code from edition_sheets where edition_id not in (select id from editions)
    union all
    select 'edition_readings', edition_id, code from edition_readings where edition_id not in (select id from editions)
    limit 1`);
  return stray ? fault(stray.kind, stray.edition_id, stray.code, 'its edition is not there any more') : null;
}
