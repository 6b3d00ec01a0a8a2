import { and, asc, desc, eq, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { actions, measures, readings } from '@/db/schema';
import type { EarlierFigure, ReadingRecord } from '@/lib/series/measure-record';
import { processLength } from '@/lib/spc/frozen-process';
import { londonDay } from '@/lib/time/period';
import { judgedOf } from './judged-columns';

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

/** The newest revision of each of the last periods of each measure, as rows of which `recordsByMeasure` makes records. */
export function latestReadings(db: Connection, measureIds: Given<number[]>, asAt: Given<string>, counted: SQL) {
  const last = db
    .selectDistinctOn([readings.periodStart], { id: readings.id, periodStart: readings.periodStart })
    .from(readings)
    .where(and(eq(readings.measureId, measures.id), lt(readings.periodStart, asAt), counted))
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(processLength)
    .as('last');
  const latest = db
    .select({ id: last.id })
    .from(measures)
    .innerJoinLateral(last, sql`true`)
    .where(amongst(measures.id, measureIds));
  return readingRecords(db, latest);
}

/**
 * The figures of measures before a day each, back to another one or, for null, to the first: the newest revision of each period,
 * the oldest first, without their words, so that a long history costs little.
 */
export async function earlierFigures(
  db: Connection,
  spans: { measureId: number; from: string | null; before: string }[],
  { signed, besides }: { signed: SQL | undefined; besides: SQL | null },
): Promise<Map<number, EarlierFigure[]>> {
  if (spans.length === 0) return new Map();
  const span = sql`jsonb_to_recordset(${JSON.stringify(spans)}::text::jsonb) as span("measureId" int, "from" date, before date)`;
  const inside = and(
    sql`${readings.measureId} = span."measureId"`,
    sql`${readings.periodStart} < span.before`,
    sql`(span."from" is null or ${readings.periodStart} >= span."from")`,
  );
  const figuresWhere = (which: SQL | undefined) => db.select(figureColumns).from(readings).where(and(inside, which));
  const found = (besides ? figuresWhere(signed).unionAll(figuresWhere(besides)) : figuresWhere(signed)).as('found');
  const figures = db
    .selectDistinctOn([found.periodStart])
    .from(found)
    .orderBy(desc(found.periodStart), desc(found.revision))
    .as('figures');
  // As one text a column of a measure: rows by the thousand cost more than what they say. Most measures have no parts.
  const inOneText = (column: SQLWrapper) => sql`array_to_string(array_agg(${column}), ',', '')`;
  const parts = (column: SQLWrapper) => sql`case when count(${column}) > 0 then ${inOneText(column)} end`;
  const invented = sql`string_agg(${figures.periodStart}::text, ',') filter (where ${figures.illustrative})`;
  const texts = sql`${inOneText(figures.periodStart)}, ${inOneText(figures.value)}, ${parts(figures.numerator)}, ${parts(figures.denominator)}, ${invented}`;
  const listed = sql<(string | null)[]>`(select json_build_array(${texts}) from ${figures})`;
  const rows = await db.select({ measureId: sql<number>`span."measureId"`, listed }).from(span);
  return new Map(rows.map(({ measureId, listed }) => [measureId, figuresOf(listed)]));
}

const figureColumns = {
  periodStart: readings.periodStart,
  revision: readings.revision,
  illustrative: readings.illustrative,
  value: readings.value,
  numerator: readings.numerator,
  denominator: readings.denominator,
};

/**
 * The figures of a measure, the oldest first, from the texts of their columns, the newest first, and the periods of those that were
 * invented; no text where there is none.
 */
function figuresOf(texts: (string | null)[]): EarlierFigure[] {
  const [starts = [], values = [], numerators = [], denominators = [], invented] = texts.map((text) =>
    text?.split(','),
  );
  const illustrative = new Set(invented);
  const figureAt = (place: number): EarlierFigure => {
    const periodStart = starts[place] as string;
    return {
      periodStart,
      illustrative: illustrative.has(periodStart),
      value: values[place] || null,
      numerator: numerators[place] || null,
      denominator: denominators[place] || null,
    };
  };
  return starts.map((_, place) => figureAt(starts.length - 1 - place));
}

/** The records of these readings by measure, newest first, with their actions and what they correct. */
export const recordsOf = async (db: Connection, ids: number[] | SQLWrapper): Promise<Map<number, ReadingRecord[]>> =>
  recordsByMeasure(await readingRecords(db, ids));

function readingRecords(db: Connection, ids: number[] | SQLWrapper) {
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
  const planned = sql<ReadingRecord['actions']>`(select coalesce(json_agg(json_build_object('text', ${actions.text},
      'owner', ${actions.owner}, 'due', ${actions.dueOn}) order by ${actions.position}), '[]')
    from ${actions} where ${actions.readingId} = ${readings.id})`;
  return db
    .select({ ...columns, actions: planned, was })
    .from(readings)
    .leftJoin(before, corrected)
    .where(amongst(readings.id, ids))
    .orderBy(asc(readings.measureId), desc(readings.periodStart));
}

type RecordRow = Awaited<ReturnType<typeof readingRecords>>[number];

/** Rows of readings as records, by measure. */
export function recordsByMeasure(rows: RecordRow[]): Map<number, ReadingRecord[]> {
  const byMeasure = new Map<number, ReadingRecord[]>();
  for (const row of rows) {
    const list = byMeasure.get(row.measureId) ?? [];
    list.push(recordOf(row));
    byMeasure.set(row.measureId, list);
  }
  return byMeasure;
}

/** Field by field: to copy all but some of so many columns takes thirty times as long. */
const recordOf = (row: RecordRow): ReadingRecord => ({
  id: row.id,
  state: row.state,
  periodStart: row.periodStart,
  revision: row.revision,
  value: row.value,
  numerator: row.numerator,
  denominator: row.denominator,
  missing: row.missing,
  expectedOn: row.expectedOn,
  provisional: row.provisional,
  illustrative: row.illustrative,
  comments: row.comments,
  actions: row.actions,
  publicNote: row.publicNote,
  revisionReason: row.revisionReason,
  was: row.was,
  completed: row.completed,
  approvedOn: row.approvedAt && londonDay(row.approvedAt),
  approvedByDeputy: row.approvedFor !== null,
  judged: judgedOf(row),
});

/** The actions of readings as rows, those of each in the order written. */
export const plannedActions = (db: Connection, readingIds: Given<number[]>) =>
  db
    .select({ readingId: actions.readingId, text: actions.text, owner: actions.owner, due: actions.dueOn })
    .from(actions)
    .where(amongst(actions.readingId, readingIds))
    .orderBy(asc(actions.readingId), asc(actions.position));

/** The actions of readings, each in the order written. */
export async function actionsOf(db: Connection, readingIds: number[]) {
  const byReading = new Map<number, { text: string; owner: string; due: string | null }[]>();
  if (readingIds.length === 0) return byReading;
  for (const { readingId, ...action } of await plannedActions(db, readingIds))
    byReading.set(readingId, [...(byReading.get(readingId) ?? []), action]);
  return byReading;
}
