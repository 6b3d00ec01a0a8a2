import { and, asc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { measures, outturns, readings, targets } from '@/db/schema';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { restartsOf } from '@/lib/series/series-break';
import { processLength, workedFrom } from '@/lib/spc/process';
import type { Target } from '@/lib/target/target';
import { seriesOf } from './measure-series';
import { earlierFigures, latestReadings } from './reading-facts';
import { countsOn } from './retirements';

/** Which readings count: all that are approved or published; the published and these approved ones; or some besides, whatever their state. */
export type Counted = 'signed' | { approved: number[] } | { besides: readonly number[] };

export type MeasureWithFacts = MeasureRecord & { id: number; serviceId: number; definitionVersion: number };

const signed = sql`${readings.state} in ('approved', 'published')`;

/** That a reading counts. */
export function counts(counted: Counted): SQL {
  if (counted === 'signed') return signed;
  if ('besides' in counted) return sql`(${signed} or ${inArray(readings.id, counted.besides)})`;
  const taken = counted.approved.length > 0 ? sql`or ${inArray(readings.id, counted.approved)}` : sql``;
  return sql`${signed} and (${readings.state} = 'published' ${taken})`;
}

/** Everything about the measures of a service that count on a day, or about some by their ids, that an edition is made from, in report order. */
export async function factsOf(
  db: Connection,
  which: { serviceId: number } | { measureId: number } | { measureIds: number[] },
  asAt: string,
  counted: Counted,
): Promise<MeasureWithFacts[]> {
  const named = (some: { measureId: number } | { measureIds: number[] }) =>
    'measureIds' in some ? inArray(measures.id, some.measureIds) : eq(measures.id, some.measureId);
  const chosen = 'serviceId' in which ? and(eq(measures.serviceId, which.serviceId), countsOn(asAt)) : named(which);
  const rows = await db.select().from(measures).where(chosen).orderBy(asc(measures.number));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const latest = await latestReadings(db, ids, asAt, counts(counted));
  const here = await periodsHere(db, ids, asAt, counts(counted));
  const allTargets = await targetsOf(db, ids);
  const finals = await db.select().from(outturns).where(inArray(outturns.measureId, ids));
  const series = await seriesOf(db, ids);
  const spans = rows.flatMap(({ id }) => {
    const oldest = latest.get(id)?.at(-1)?.periodStart;
    // Where fewer are here than one looks back for, there are no others.
    if (!oldest || (latest.get(id)?.length ?? 0) < processLength) return [];
    const from = workedFrom(restartsOf(series(id)), oldest);
    return from === oldest ? [] : [{ measureId: id, from, before: oldest }];
  });
  const earlier = await earlierFigures(db, spans, counts(counted));
  return rows.map(({ ownerId: _, ...measure }) => ({
    ...measure,
    ...series(measure.id),
    readings: latest.get(measure.id) ?? [],
    earlier: earlier.get(measure.id) ?? [],
    periodsHere: here.get(measure.id) ?? [],
    awaited: (latest.get(measure.id) ?? []).flatMap(awaitedIn),
    targets: allTargets
      .filter(({ measureId }) => measureId === measure.id)
      .map(({ measureId: _, ...target }) => target),
    outturns: finals.filter(({ measureId }) => measureId === measure.id).map(({ year, value }) => ({ year, value })),
  }));
}

/** The period of a reading that is not available yet, with the day on which its figure is expected. */
const awaitedIn = ({ periodStart, missing, expectedOn }: ReadingRecord) =>
  missing === 'not_available_yet' && expectedOn ? [{ start: periodStart, until: expectedOn }] : [];

async function periodsHere(db: Connection, measureIds: number[], asAt: string, counted: SQL) {
  const rows = await db
    .select({
      measureId: readings.measureId,
      starts: sql<string[]>`jsonb_agg(distinct ${readings.periodStart} order by ${readings.periodStart})`,
    })
    .from(readings)
    .where(and(inArray(readings.measureId, measureIds), counted, lt(readings.periodStart, asAt)))
    .groupBy(readings.measureId);
  return new Map(rows.map(({ measureId, starts }) => [measureId, starts]));
}

/** The targets of measures, the earliest first, with the decisions that set them. */
export async function targetsOf(db: Connection, measureIds: number[]) {
  if (measureIds.length === 0) return [];
  const rows = await db
    .select()
    .from(targets)
    .where(inArray(targets.measureId, measureIds))
    .orderBy(asc(targets.effectiveFrom));
  return rows.map(({ id, measureId, effectiveFrom, tolerance, reason, decidedBy, decidedOn, ...limits }) => ({
    id,
    measureId,
    effectiveFrom,
    tolerance,
    decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
    target: limits as Target,
  }));
}
