import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { signed } from '@/db/facts/periods/counted-readings';
import { editionRows, editions, events, readings, readingVersions } from '@/db/schema';
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
  // The event of an approval tells the target that it signed; before there were such events its version does.
  const published = db
    .select({ isJudged: sql`true` })
    .from(events)
    .where(
      and(
        eq(events.subject, 'reading'),
        eq(events.kind, 'reading_approved'),
        eq(events.subjectId, readings.id),
        sql`${events.details} ->> 'hash' = ${readings.approvedHash}`,
        sql`(${events.details} -> 'ground' ->> 'targetId')::integer = ${target.id}`,
      ),
    )
    .limit(1);
  const saved = db
    .select({ isJudged: sql`true` })
    .from(readingVersions)
    .where(
      and(
        eq(readingVersions.readingId, readings.id),
        eq(readingVersions.contentHash, readings.approvedHash),
        sql`(${readingVersions.ground} ->> 'targetId')::integer = ${target.id}`,
      ),
    )
    .limit(1);
  const [judged] = await db
    .select({ start: readings.periodStart })
    .from(readings)
    .where(
      and(
        eq(readings.measureId, measure.id),
        signed,
        // No target judges a period before it.
        gte(readings.periodStart, target.effectiveFrom),
        // As values they are asked for one reading after the other; as "exists" for all readings of the council at once.
        sql`coalesce((${published}), (${saved}), false)`,
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
