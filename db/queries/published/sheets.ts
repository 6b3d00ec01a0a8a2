import { sql } from 'drizzle-orm';
import { editionSheets } from '@/db/schema';
import { keptSheetShape, sheetShape } from '@/lib/edition/frozen-shape';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { type KeptSheet, unpackedSheet } from '@/lib/edition/packed-sheet';

/** A part of the public wall: the sheets of measures, which are kept packed on earlier ones (lib/edition/packed-sheet.ts). */

/** A sheet as it is kept, the one that it is packed on, and the edition of that; nulls where a measure has none. */
export type SheetWithBase = [kept: KeptSheet | null, base: KeptSheet | null, baseEditionId: number | null];

/** Of each row of edition_sheets that is read: its sheet with its base, as they stand. Its columns are named whole for the inner question. */
export const sheetWithBase =
  () => sql<SheetWithBase>`jsonb_build_array(edition_sheets.sheet, (select base.sheet from ${editionSheets} base
  where base.edition_id = edition_sheets.base_edition_id and base.code = edition_sheets.code), edition_sheets.base_edition_id)`;

/** A sheet as it was published; null where a measure has none. Throws an Error where it cannot be had back. */
export function sheetFrom([kept, base, baseEditionId]: SheetWithBase): MeasureSheet | null {
  if ((base === null) !== (baseEditionId === null)) throw new Error('The base of a sheet is not there.');
  if (kept === null) return null;
  for (const each of [kept, base]) keptSheetShape.nullable().parse(each);
  return unpackedSheet(kept, base);
}

/** Of each row of edition_sheets that is read: its sheet as it was published. What has another shape than a sheet is an error. */
export const sheetAsPublished = sheetWithBase().mapWith((kept: SheetWithBase): MeasureSheet | null => {
  const sheet = sheetFrom(kept);
  if (sheet) sheetShape.parse(sheet);
  return sheet;
});
