import { and, asc, eq } from 'drizzle-orm';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import { type Answers, type Given, together } from '@/db/connection/together';
import { measures, outturns, targets } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import type { EarlierFigure, MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { restartsOf } from '@/lib/series/series-break';
import { processLength, workedFrom } from '@/lib/spc/frozen-process';
import type { Target } from '@/lib/target/target';
import { confirmedHistory, historyByMeasure, newestFirst } from './history-figures';
import { seriesFrom, seriesQuestions } from './measure-series';
import { type Counted, countedParts, counts, periodsHere, startsOf } from './periods/counted-readings';
import { countsOn } from './periods/retirements';
import { earlierFigures, latestReadings, recordsByMeasure } from './reading-facts';

export type MeasureWithFacts = MeasureRecord & { id: number; serviceId: number; definitionVersion: number };

/** Everything about the measures of a service that count on a day, or about some by their ids, that an edition is made from, in report order. */
export async function factsOf(
  db: Connection,
  which: { serviceId: number } | { measureId: number } | { measureIds: number[] },
  asAt: string,
  counted: Counted,
): Promise<MeasureWithFacts[]> {
  const ids = await idsOf(db, which, asAt);
  if (ids.length === 0) return [];
  return factsFrom(db, await together(db, factsQuestions(db, ids, asAt, counted)), counted);
}

async function idsOf(db: Connection, which: Parameters<typeof factsOf>[1], asAt: string): Promise<number[]> {
  if ('measureId' in which) return [which.measureId];
  if ('measureIds' in which) return which.measureIds;
  const rows = await db
    .select({ id: measures.id })
    .from(measures)
    .where(and(eq(measures.serviceId, which.serviceId), countsOn(asAt)));
  return rows.map(({ id }) => id);
}

/** What is asked for the facts of measures, in one statement whatever they are. */
export const factsQuestions = (db: Connection, ids: Given<number[]>, asAt: Given<string>, counted: Counted) => ({
  rows: db.select().from(measures).where(amongst(measures.id, ids)).orderBy(asc(measures.number)),
  entered: latestReadings(db, ids, asAt, counts(counted)),
  elsewhere: confirmedHistory(db, ids, asAt),
  here: periodsHere(db, ids, asAt, counted),
  allTargets: targetRows(db, ids),
  finals: db.select().from(outturns).where(amongst(outturns.measureId, ids)),
  ...seriesQuestions(db, ids),
});

/** The facts from what was asked; the figures of long ago are asked for where a measure needs them. */
export async function factsFrom(
  db: Connection,
  { rows, entered, elsewhere, here, allTargets, finals, ...about }: Answers<ReturnType<typeof factsQuestions>>,
  counted: Counted,
): Promise<MeasureWithFacts[]> {
  const history = historyByMeasure(elsewhere);
  const records = recordsByMeasure(entered);
  const latest = new Map(
    rows.map(({ id }) => [id, newestFirst(records.get(id) ?? [], history.get(id) ?? []).slice(0, processLength)]),
  );
  const starts = new Map(here.map((row) => [row.measureId, row.starts]));
  const series = seriesFrom(about);
  const spans = rows.flatMap(({ id }): Span[] => {
    const oldest = latest.get(id)?.at(-1)?.periodStart;
    // Where fewer are here than one looks back for, there are no others.
    if (!oldest || (latest.get(id)?.length ?? 0) < processLength) return [];
    const from = workedFrom(restartsOf(series(id)), oldest);
    return from === oldest ? [] : [{ measureId: id, from, before: oldest }];
  });
  const earlier = await earlierFigures(db, spans, countedParts(db, counted));
  const targetsById = grouped(targetRecords(allTargets), ofMeasure);
  const finalsById = grouped(finals, ofMeasure);
  return rows.map(({ ownerId: _, ...measure }) => ({
    ...measure,
    ...series(measure.id),
    readings: latest.get(measure.id) ?? [],
    earlier: withHistory(earlier.get(measure.id) ?? [], history.get(measure.id) ?? [], spans, measure.id),
    periodsHere: inOrder(startsOf(starts.get(measure.id) ?? []), (history.get(measure.id) ?? []).map(startOf)),
    awaited: (latest.get(measure.id) ?? []).flatMap(awaitedIn),
    targets: (targetsById.get(measure.id) ?? []).map(({ measureId: _, ...target }) => target),
    ...outturnsIn(finalsById.get(measure.id) ?? []),
  }));
}

const ofMeasure = ({ measureId }: { measureId: number }): number => measureId;

/** Starts of periods, each once, with others among them. */
const inOrder = (starts: readonly string[], others: string[]): readonly string[] =>
  others.length === 0 ? starts : [...new Set([...starts, ...others])].sort();

const startOf = ({ periodStart }: ReadingRecord): string => periodStart;

/** The figures of long ago, the oldest first, with those of history in the same span. */
function withHistory(earlier: EarlierFigure[], history: ReadingRecord[], spans: Span[], id: number): EarlierFigure[] {
  const span = spans.find(({ measureId }) => measureId === id);
  if (!span || history.length === 0) return earlier;
  const inside = history.filter(
    ({ periodStart }) => periodStart < span.before && (span.from === null || periodStart >= span.from),
  );
  const figures = inside.map(
    ({ periodStart, value, numerator, denominator, elsewhere }): EarlierFigure => ({
      periodStart,
      value,
      numerator,
      denominator,
      illustrative: false,
      ...(elsewhere && { elsewhere }),
    }),
  );
  return [...earlier, ...figures].sort((a, b) => a.periodStart.localeCompare(b.periodStart));
}

type Span = { measureId: number; from: string | null; before: string };

/** The outturns of a measure as its record has them, and the years for which there is none. */
function outturnsIn(rows: (typeof outturns.$inferSelect)[]): Pick<MeasureRecord, 'outturns' | 'withoutOutturn'> {
  return {
    outturns: rows.flatMap(({ year, value, whyProvisional, was, publicNote }) => {
      if (value === null) return [];
      return {
        year,
        value,
        ...(whyProvisional && { whyProvisional }),
        ...(was && { was }),
        ...(publicNote && { publicNote }),
      };
    }),
    withoutOutturn: rows.flatMap(({ year, whyNone: why }) => (why ? { year, why } : [])),
  };
}

/** The period of a reading that is not available yet, with the day on which its figure is expected. */
const awaitedIn = ({ periodStart, missing, expectedOn }: ReadingRecord) =>
  missing === 'not_available_yet' && expectedOn ? [{ start: periodStart, until: expectedOn }] : [];

/** The targets of measures, the earliest first, with the decisions that set them. */
export const targetsOf = async (db: Connection, measureIds: number[]) =>
  targetRecords(measureIds.length === 0 ? [] : await targetRows(db, measureIds));

/** The same as rows of which `targetRecords` makes records. */
export const targetRows = (db: Connection, measureIds: Given<number[]>) =>
  db.select().from(targets).where(amongst(targets.measureId, measureIds)).orderBy(asc(targets.effectiveFrom));

/** Rows of targets as records, with the decisions that set them. */
export const targetRecords = (rows: Awaited<ReturnType<typeof targetRows>>) =>
  rows.map(({ id, measureId, effectiveFrom, tolerance, reason, decidedBy, decidedOn, ...limits }) => ({
    id,
    measureId,
    effectiveFrom,
    tolerance,
    decision: reason && decidedBy && decidedOn ? { reason, decidedBy, decidedOn } : null,
    target: limits as Target,
  }));
