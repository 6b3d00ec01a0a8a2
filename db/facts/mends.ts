import { and, asc, eq, exists, inArray, lt } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editionRows, editions, events, measures } from '@/db/schema';
import { type Mend, mendsIn } from '@/lib/series/mend';

/** The slips that were mended in the words of measures after an edition had shown them, the oldest first; by measure. */
export async function mendsOf(db: Connection, measureIds: number[]): Promise<Map<number, { mends: Mend[] }>> {
  const shownBefore = db
    .select({ code: editionRows.code })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .where(and(eq(editionRows.code, measures.code), lt(editions.publishedAt, events.at)));
  const rows = await db
    .select({ measureId: events.subjectId, at: events.at, details: events.details })
    .from(events)
    .innerJoin(measures, eq(measures.id, events.subjectId))
    .where(
      and(
        eq(events.subject, 'measure'),
        inArray(events.subjectId, measureIds),
        eq(events.kind, 'measure_mended'),
        exists(shownBefore),
      ),
    )
    .orderBy(asc(events.id));
  const byMeasure = new Map<number, { mends: Mend[] }>();
  for (const { measureId, at, details } of rows)
    byMeasure.set(measureId, { mends: [...(byMeasure.get(measureId)?.mends ?? []), ...mendsIn(at, details.changes)] });
  return byMeasure;
}
