import { type AnyColumn, and, asc, desc, eq, inArray, lt, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { actions, editionReadings, measures, readings, stands } from '@/db/schema';
import type { EarlierFigure, ReadingRecord } from '@/lib/series/measure-record';
import { processLength } from '@/lib/spc/process';
import { londonDay } from '@/lib/time/period';
import { judgedOf } from './judged-columns';
import { countsOn } from './retirements';

/** That a column holds one of these numbers, however many: they travel as one list. */
const amongst = (column: AnyColumn, ids: number[]): SQL => sql`${column} = any(${sql.param(ids)}::int[])`;

/** The columns of a reading that a record of it is made of. */
const columns = {
  id: readings.id,
  measureId: readings.measureId,
  state: readings.state,
  periodStart: readings.periodStart,
  revision: readings.revision,
  value: readings.value,
  numerator: readings.numerator,
  denominator: readings.denominator,
  missing: readings.missing,
  expectedOn: readings.expectedOn,
  provisional: readings.provisional,
  illustrative: readings.illustrative,
  comments: readings.comments,
  publicNote: readings.publicNote,
  revisionReason: readings.revisionReason,
  completed: readings.completed,
  approvedAt: readings.approvedAt,
  approvedFor: readings.approvedFor,
  judgedColour: readings.judgedColour,
  ruleColour: readings.ruleColour,
  judgedReason: readings.judgedReason,
};

/** The newest revision of each of the last periods of each measure, newest first, with its actions and what it corrects. */
export async function latestReadings(db: Connection, measureIds: number[], asAt: string, counted: SQL) {
  const last = db
    .selectDistinctOn([readings.periodStart], columns)
    .from(readings)
    .where(and(eq(readings.measureId, measures.id), lt(readings.periodStart, asAt), counted))
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(processLength)
    .as('last');
  const rows = await db
    .select({ id: last.id })
    .from(measures)
    .innerJoinLateral(last, sql`true`)
    .where(inArray(measures.id, measureIds));
  return recordsOf(
    db,
    rows.map(({ id }) => id),
  );
}

/**
 * The figures of measures before a day each, back to another one or, for null, to the first: the newest revision of each period,
 * the oldest first, without their words, so that a long history costs little.
 */
export async function earlierFigures(
  db: Connection,
  spans: { measureId: number; from: string | null; before: string }[],
  counted: SQL,
): Promise<Map<number, EarlierFigure[]>> {
  const byMeasure = new Map<number, EarlierFigure[]>();
  if (spans.length === 0) return byMeasure;
  const listed = JSON.stringify(spans);
  const span = sql`jsonb_to_recordset(${listed}::text::jsonb) as span("measureId" int, "from" date, before date)`;
  const rows = await db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      measureId: readings.measureId,
      periodStart: readings.periodStart,
      illustrative: readings.illustrative,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
    })
    .from(readings)
    .innerJoin(span, sql`${readings.measureId} = span."measureId"`)
    .where(
      and(
        sql`${readings.periodStart} < span.before`,
        sql`(span."from" is null or ${readings.periodStart} >= span."from")`,
        counted,
      ),
    )
    .orderBy(asc(readings.measureId), asc(readings.periodStart), desc(readings.revision));
  for (const { measureId, ...figure } of rows) {
    const list = byMeasure.get(measureId) ?? [];
    list.push(figure);
    byMeasure.set(measureId, list);
  }
  return byMeasure;
}

/**
 * The readings of a service that count on a day and that no standing edition has frozen: those that the next one is the first
 * to show. A withdrawn edition does not count.
 */
export async function unfrozenReadings(db: Connection, serviceId: number, asAt: string, counted: SQL) {
  const newest = db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      id: readings.id,
      periodStart: readings.periodStart,
      revision: readings.revision,
      code: measures.code,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(and(eq(measures.serviceId, serviceId), countsOn(asAt), lt(readings.periodStart, asAt), counted))
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
  const rows = await db.select({ id: newest.id }).from(newest).where(notExists(frozen));
  return recordsOf(
    db,
    rows.map(({ id }) => id),
  );
}

/** The records of these readings by measure, newest first, with their actions and what they correct. */
export async function recordsOf(db: Connection, ids: number[]): Promise<Map<number, ReadingRecord[]>> {
  const byMeasure = new Map<number, ReadingRecord[]>();
  if (ids.length === 0) return byMeasure;
  const before = alias(readings, 'before');
  const corrected = and(
    eq(before.measureId, readings.measureId),
    eq(before.periodStart, readings.periodStart),
    eq(before.revision, sql`${readings.revision} - 1`),
  );
  const was = {
    id: before.id,
    value: before.value,
    missing: before.missing,
    numerator: before.numerator,
    denominator: before.denominator,
  };
  const rows = await db
    .select({ ...columns, was })
    .from(readings)
    .leftJoin(before, corrected)
    .where(amongst(readings.id, ids))
    .orderBy(asc(readings.measureId), desc(readings.periodStart));
  const planned = await actionsOf(db, ids);
  for (const { measureId, approvedAt, approvedFor, judgedColour, ruleColour, judgedReason, ...reading } of rows) {
    const list = byMeasure.get(measureId) ?? [];
    const approvedOn = approvedAt && londonDay(approvedAt);
    const signature = { approvedOn, approvedByDeputy: approvedFor !== null };
    const judged = judgedOf({ judgedColour, ruleColour, judgedReason });
    list.push({ ...reading, ...signature, judged, actions: planned.get(reading.id) ?? [] });
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
    .where(amongst(actions.readingId, readingIds))
    .orderBy(asc(actions.readingId), asc(actions.position));
  for (const { readingId, ...action } of listed)
    byReading.set(readingId, [...(byReading.get(readingId) ?? []), action]);
  return byReading;
}
