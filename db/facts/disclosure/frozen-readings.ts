import { and, desc, inArray, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editionReadings, stands } from '@/db/schema';
import type { PublishedReading } from '@/lib/series/published-reading';

/** The readings of measures as standing editions froze them, or those that hide something, by code, the newest edition's first. */
export async function frozenReadings(
  db: Connection,
  measures: { code: string }[],
  which: 'all' | 'hidden',
): Promise<Map<string, PublishedReading[]>> {
  // Asked by the key, of which the planner knows that few have it: then it takes the index of those.
  const hides = which === 'hidden' ? sql`${editionReadings.reading} ? 'hidden'` : undefined;
  const codes = measures.map(({ code }) => code);
  const rows = await db
    .select({ code: editionReadings.code, reading: editionReadings.reading })
    .from(editionReadings)
    .where(and(inArray(editionReadings.code, codes), stands(editionReadings.editionId), hides))
    .orderBy(desc(editionReadings.editionId), desc(editionReadings.periodStart));
  const byCode = new Map<string, PublishedReading[]>();
  for (const { code, reading } of rows) {
    const list = byCode.get(code) ?? [];
    list.push(reading);
    byCode.set(code, list);
  }
  return byCode;
}
