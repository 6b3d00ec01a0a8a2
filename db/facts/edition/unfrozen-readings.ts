import { and, desc, eq, lt, notExists, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { countsOn } from '@/db/facts/periods/retirements';
import { recordsOf } from '@/db/facts/reading-facts';
import { editionReadings, editionSheets, editions, measures, readings, stands, withdrawals } from '@/db/schema';

/**
 * The readings of a service that count on a day and that no standing edition has frozen: those that the next one is the first
 * to show. A withdrawn edition does not count.
 */
export async function unfrozenReadings(db: Connection, serviceId: number, asAt: string, counted: SQL) {
  const ofService = and(eq(measures.serviceId, serviceId), countsOn(asAt), lt(readings.periodStart, asAt), counted);
  const perPeriod = db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      id: readings.id,
      periodStart: readings.periodStart,
      revision: readings.revision,
      code: measures.code,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .$dynamic();
  const periods = maybeUnfrozen(db, serviceId);
  const here = and(eq(periods.measureId, readings.measureId), eq(periods.periodStart, readings.periodStart));
  const looked = (await keptReadingsAlways(db, serviceId)) ? perPeriod.innerJoin(periods, here) : perPeriod;
  const newest = looked
    .where(ofService)
    .orderBy(readings.measureId, readings.periodStart, desc(readings.revision))
    .as('newest');
  const frozen = db
    .select({ one: sql`1` })
    .from(editionReadings)
    .where(
      and(
        eq(editionReadings.code, newest.code),
        eq(editionReadings.periodStart, newest.periodStart),
        sql`(${editionReadings.reading} ->> 'revision')::int = ${newest.revision}`,
        stands(editionReadings.editionId),
      ),
    );
  return recordsOf(db, db.select({ id: newest.id }).from(newest).where(notExists(frozen)));
}

/**
 * The periods of a service's measures that may have a reading which no standing edition shows, however long the history is: those
 * with a reading on its way, and those that an edition showed which was withdrawn. Every other reading was shown as it was published.
 */
const maybeUnfrozen = (db: Connection, serviceId: number) =>
  union(
    db
      .select({ measureId: readings.measureId, periodStart: readings.periodStart })
      .from(readings)
      .innerJoin(measures, eq(measures.id, readings.measureId))
      .where(and(eq(measures.serviceId, serviceId), noneOf(readings.state, 'published'))),
    db
      .select({ measureId: measures.id, periodStart: editionReadings.periodStart })
      .from(withdrawals)
      .innerJoin(editionReadings, eq(editionReadings.editionId, withdrawals.editionId))
      .innerJoin(measures, eq(measures.code, editionReadings.code))
      .where(eq(measures.serviceId, serviceId)),
  ).as('maybe_unfrozen');

/** Whether every edition of a service kept readings with its rows: its first one did. Before measures had pages none did. */
async function keptReadingsAlways(db: Connection, serviceId: number): Promise<boolean> {
  const [first] = await db
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(editionSheets, eq(editionSheets.editionId, editions.id))
    .where(and(eq(editions.serviceId, serviceId), eq(editions.number, 1)))
    .limit(1);
  return first !== undefined;
}
