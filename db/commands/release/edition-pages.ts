import type { Transaction } from '@/db/connection/client';
import type { FrozenPage } from '@/db/facts/edition/frozen-rows';
import { type SheetBase, sheetBases } from '@/db/facts/edition/sheet-bases';
import { editionReadings, editionSheets } from '@/db/schema';
import { packedSheet } from '@/lib/edition/packed-sheet';

/** How many rows one statement writes: each value is a parameter, of which PostgreSQL takes 65,535. */
const atOnce = 5_000;

/**
 * Writes the pages of an edition's measures: each sheet, packed on what the last edition's rests on, and the readings that it is the
 * first to tell of.
 */
export async function writePages(
  tx: Transaction,
  { id: editionId, last }: { id: number; last: number | null },
  pages: FrozenPage[],
): Promise<void> {
  const bases = last === null ? new Map<string, SheetBase>() : await sheetBases(tx, last);
  const sheets = pages.map(({ code, sheet }) => {
    const base = bases.get(code);
    const kept = packedSheet(sheet, base?.sheet ?? null);
    return { editionId, code, sheet: kept, baseEditionId: (kept.onBase && base?.editionId) ?? null };
  });
  await tx.insert(editionSheets).values(sheets);
  const firstReadings = pages.flatMap(({ code, readings: pageReadings }) =>
    pageReadings.map((reading) => ({ editionId, code, periodStart: reading.start, reading })),
  );
  for (let from = 0; from < firstReadings.length; from += atOnce)
    await tx.insert(editionReadings).values(firstReadings.slice(from, from + atOnce));
}
