import { asc, eq, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { MeasureRow } from '@/db/facts/reading-record';
import { editionRows, editions, outturns } from '@/db/schema';
import type { KeptOutturn } from '@/lib/framework/outturn-entry';
import { nameOfYear } from '@/lib/series/measure-year';

/** What is kept of a measure's finished years, the oldest first, and the first edition that shows each figure beside the present ones. */
export async function keptOutturns(db: Connection, { id, code, startMonth }: MeasureRow): Promise<KeptOutturn[]> {
  const rows = await db.select().from(outturns).where(eq(outturns.measureId, id)).orderBy(asc(outturns.year));
  if (rows.length === 0) return [];
  const shown = await db
    .select({
      label: sql<string>`${editionRows.row} -> 'previous' ->> 'label'`,
      edition: sql<number>`min(${editions.number})::int`,
    })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .where(sql`${editionRows.code} = ${code} and ${editionRows.row} -> 'previous' ->> 'text' is not null`)
    .groupBy(sql`1`);
  return rows.map(({ measureId: _, ...outturn }) => ({
    ...outturn,
    shownIn: shown.find(({ label }) => label === nameOfYear({ startMonth }, outturn.year))?.edition ?? null,
  }));
}
