import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { editionSheets } from '@/db/schema';
import type { KeptSheet } from '@/lib/edition/packed-sheet';

/** The sheet of an edition on which those of later ones are packed. */
export type SheetBase = { editionId: number; sheet: KeptSheet };

/** What the sheets of an edition rest on, by the measure's code: the base of each, or itself where it stands alone. */
export async function sheetBases(db: Connection, editionId: number): Promise<Map<string, SheetBase>> {
  const base = alias(editionSheets, 'base');
  const itsBase = sql`coalesce(${editionSheets.baseEditionId}, ${editionSheets.editionId})`;
  const rows = await db
    .select({ code: base.code, editionId: base.editionId, sheet: base.sheet })
    .from(editionSheets)
    .innerJoin(base, and(eq(base.editionId, itsBase), eq(base.code, editionSheets.code)))
    .where(eq(editionSheets.editionId, editionId));
  return new Map(rows.map(({ code, editionId, sheet }) => [code, { editionId, sheet }]));
}
