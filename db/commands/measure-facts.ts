import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { MeasureRecord } from '@/lib/freeze';
import type { Target } from '@/lib/target';
import type { Transaction } from '../client';
import { actions, measures, outturns, readings, targets } from '../schema';

/** How many periods a trend goes back for each frequency: twenty-four months, or five years of annual figures. */
const trendLength = { monthly: 25, quarterly: 9, termly: 7, half_yearly: 5, annual: 5 } as const;

const signed = sql`${readings.state} in ('approved', 'published')`;

/** Everything about a service's measures that an edition at a day is made from; only what has been approved. */
export async function factsOf(tx: Transaction, serviceId: number, asAt: string): Promise<MeasureRecord[]> {
  const own = await tx.select().from(measures).where(eq(measures.serviceId, serviceId)).orderBy(asc(measures.number));
  const records: MeasureRecord[] = [];
  for (const { id, serviceId: _, ...measure } of own) {
    records.push({
      ...measure,
      readings: await latestReadings(tx, id, asAt, trendLength[measure.frequency]),
      periodsHere: await periodsHere(tx, id, asAt),
      targets: await targetsOf(tx, id),
      outturns: await tx
        .select({ year: outturns.year, value: outturns.value })
        .from(outturns)
        .where(eq(outturns.measureId, id)),
    });
  }
  return records;
}

/** The newest approved revision of each of the last periods, newest first, with its actions. */
async function latestReadings(tx: Transaction, measureId: number, asAt: string, length: number) {
  const found = await tx
    .selectDistinctOn([readings.periodStart])
    .from(readings)
    .where(and(eq(readings.measureId, measureId), signed, sql`${readings.periodStart} < ${asAt}`))
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(length);
  const listed = await tx
    .select({ readingId: actions.readingId, text: actions.text, owner: actions.owner, due: actions.dueOn })
    .from(actions)
    .where(
      inArray(
        actions.readingId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(actions.readingId), asc(actions.position));
  return found.map((reading) => ({
    ...reading,
    actions: listed.filter(({ readingId }) => readingId === reading.id).map(({ readingId: _, ...action }) => action),
  }));
}

async function periodsHere(tx: Transaction, measureId: number, asAt: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ start: readings.periodStart })
    .from(readings)
    .where(and(eq(readings.measureId, measureId), signed, sql`${readings.periodStart} < ${asAt}`))
    .orderBy(asc(readings.periodStart));
  return rows.map(({ start }) => start);
}

async function targetsOf(tx: Transaction, measureId: number) {
  const rows = await tx
    .select()
    .from(targets)
    .where(eq(targets.measureId, measureId))
    .orderBy(asc(targets.effectiveFrom));
  return rows.map(
    ({ effectiveFrom, tolerance, reason, decidedBy, decidedOn, shape, green, greenTo, amber, amberTo }) => ({
      effectiveFrom,
      tolerance,
      decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
      target: { shape, green, greenTo, amber, amberTo } as Target,
    }),
  );
}
