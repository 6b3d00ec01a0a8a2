import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { MeasureRecord, ReadingRecord } from '@/lib/measure-record';
import type { Target } from '@/lib/target';
import type { Connection } from './client';
import { countsOn } from './retirements';
import { actions, measures, outturns, readings, targets } from './schema';

/** How many periods a trend goes back for each frequency: twenty-four months, or five years of annual figures. */
const trendLength = { monthly: 25, quarterly: 9, termly: 7, half_yearly: 5, annual: 5 } as const;

/** Which readings count: all that are approved or published; the published and these approved ones; or one besides, whatever its state. */
export type Counted = 'signed' | { approved: number[] } | { besides: number };

export type MeasureWithFacts = MeasureRecord & { id: number; serviceId: number; definitionVersion: number };

const signed = sql`${readings.state} in ('approved', 'published')`;

function counts(counted: Counted): SQL {
  if (counted === 'signed') return signed;
  if ('besides' in counted) return sql`(${signed} or ${readings.id} = ${counted.besides})`;
  const taken = counted.approved.length > 0 ? sql`or ${inArray(readings.id, counted.approved)}` : sql``;
  return sql`${signed} and (${readings.state} = 'published' ${taken})`;
}

/** Everything about the measures of a service that count on a day, or about one, that an edition is made from, in report order. */
export async function factsOf(
  db: Connection,
  of: { serviceId: number } | { measureId: number },
  asAt: string,
  counted: Counted,
): Promise<MeasureWithFacts[]> {
  const chosen =
    'serviceId' in of ? and(eq(measures.serviceId, of.serviceId), countsOn(asAt)) : eq(measures.id, of.measureId);
  const own = await db.select().from(measures).where(chosen).orderBy(asc(measures.number));
  const ids = own.map(({ id }) => id);
  if (ids.length === 0) return [];
  const latest = await latestReadings(db, ids, asAt, counts(counted));
  const here = await periodsHere(db, ids, asAt, counts(counted));
  const aims = await targetsOf(db, ids);
  const finals = await db.select().from(outturns).where(inArray(outturns.measureId, ids));
  return own.map(({ ownerId: _, ...measure }) => ({
    ...measure,
    readings: (latest.get(measure.id) ?? []).slice(0, trendLength[measure.frequency]),
    periodsHere: here.get(measure.id) ?? [],
    targets: aims.filter(({ measureId }) => measureId === measure.id).map(({ measureId: _, ...target }) => target),
    outturns: finals.filter(({ measureId }) => measureId === measure.id).map(({ year, value }) => ({ year, value })),
  }));
}

/** The newest revision of each of the last periods of each measure, newest first, with its actions and what it corrects. */
async function latestReadings(db: Connection, measureIds: number[], asAt: string, counted: SQL) {
  const last = db
    .selectDistinctOn([readings.periodStart])
    .from(readings)
    .where(and(eq(readings.measureId, measures.id), lt(readings.periodStart, asAt), counted))
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(Math.max(...Object.values(trendLength)))
    .as('last');
  const before = alias(readings, 'before');
  const columns = {
    ...{ id: last.id, measureId: last.measureId, state: last.state, periodStart: last.periodStart },
    ...{ revision: last.revision, value: last.value, numerator: last.numerator, denominator: last.denominator },
    ...{ missing: last.missing, expectedOn: last.expectedOn, provisional: last.provisional },
    ...{ illustrative: last.illustrative, comments: last.comments, publicNote: last.publicNote },
    revisionReason: last.revisionReason,
    was: {
      ...{ id: before.id, value: before.value, missing: before.missing },
      ...{ numerator: before.numerator, denominator: before.denominator },
    },
  };
  const found = await db
    .select(columns)
    .from(measures)
    .innerJoinLateral(last, sql`true`)
    .leftJoin(
      before,
      and(
        eq(before.measureId, last.measureId),
        eq(before.periodStart, last.periodStart),
        eq(before.revision, sql`${last.revision} - 1`),
      ),
    )
    .where(inArray(measures.id, measureIds))
    .orderBy(asc(last.measureId), desc(last.periodStart));
  const planned = await actionsOf(
    db,
    found.map(({ id }) => id),
  );
  const byMeasure = new Map<number, ReadingRecord[]>();
  for (const { measureId, ...reading } of found) {
    const list = byMeasure.get(measureId) ?? [];
    list.push({ ...reading, actions: planned.get(reading.id) ?? [] });
    byMeasure.set(measureId, list);
  }
  return byMeasure;
}

/** The actions of readings, each in the order written. */
export async function actionsOf(db: Connection, readingIds: number[]) {
  const byReading = new Map<number, { text: string; owner: string; due: string | null }[]>();
  if (readingIds.length === 0) return byReading;
  const listed = await db
    .select({ readingId: actions.readingId, text: actions.text, owner: actions.owner, due: actions.dueOn })
    .from(actions)
    .where(inArray(actions.readingId, readingIds))
    .orderBy(asc(actions.readingId), asc(actions.position));
  for (const { readingId, ...action } of listed)
    byReading.set(readingId, [...(byReading.get(readingId) ?? []), action]);
  return byReading;
}

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
    ...{ id, measureId, effectiveFrom, tolerance },
    decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
    target: limits as Target,
  }));
}
