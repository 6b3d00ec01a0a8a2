import { and, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { signed } from '@/db/facts/periods/counted-readings';
import { readings } from '@/db/schema';

const waiting = alias(readings, 'waiting');

/** The periods whose latest answer that counts is "not available yet", with the day on which the figure is expected. */
export async function awaitedPeriods(db: Connection, measureIds: number[]) {
  const answers = await db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      measureId: readings.measureId,
      start: readings.periodStart,
      missing: readings.missing,
      until: readings.expectedOn,
    })
    .from(readings)
    // A period that never waited for a figure needs no look at its other revisions.
    .innerJoin(waiting, and(eq(waiting.measureId, readings.measureId), eq(waiting.periodStart, readings.periodStart)))
    .where(and(inArray(waiting.measureId, measureIds), oneOf(waiting.missing, 'not_available_yet'), signed))
    .orderBy(readings.measureId, readings.periodStart, desc(readings.revision));
  return answers.flatMap(({ missing, until, ...answer }) =>
    missing === 'not_available_yet' && until ? [{ ...answer, until }] : [],
  );
}
