import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editionRows, editions, readings, readingVersions } from '@/db/schema';
import { formatMonth } from '@/lib/time/day';
import { name } from '@/lib/time/period';
import { editionSince } from './edition-since';
import type { MeasureRow } from './reading-record';

type TargetPlace = { id: number; effectiveFrom: string };

/**
 * Why a target can be neither replaced nor taken back, or null when it can: an approved or published reading was judged by it,
 * or an edition has been published since it was set. A target that no event tells of is as old as the record.
 */
export async function targetUse(db: Connection, measure: MeasureRow, target: TargetPlace): Promise<string | null> {
  const from = formatMonth(target.effectiveFrom);
  const [judged] = await db
    .select({ start: readings.periodStart })
    .from(readings)
    .innerJoin(
      readingVersions,
      and(eq(readingVersions.readingId, readings.id), eq(readingVersions.contentHash, readings.approvedHash)),
    )
    .where(
      and(
        eq(readings.measureId, measure.id),
        inArray(readings.state, ['approved', 'published']),
        sql`(${readingVersions.ground} ->> 'targetId')::integer = ${target.id}`,
      ),
    )
    .orderBy(asc(readings.periodStart))
    .limit(1);
  if (judged)
    return `${name({ frequency: measure.frequency, start: judged.start })} was approved by the target from ${from}, so it stands: set another one from a later period.`;
  const isIt = ({ targetId }: Record<string, unknown>) => targetId === target.id;
  const edition = await editionSince(
    db,
    measure,
    { kind: 'target_set', isIt },
    sql`coalesce(${editionRows.row} -> 'period' ->> 'start', ${editions.asAt}::text) >= ${target.effectiveFrom}`,
  );
  return edition !== null
    ? `Edition ${edition} was published with the target from ${from}, so it stands: set another one from a later period.`
    : null;
}
