import { and, asc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { measures, outturns, readings, targets } from '@/db/schema';
import type { EarlierFigure, MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { restartsOf } from '@/lib/series/series-break';
import { processLength, workedFrom } from '@/lib/spc/process';
import type { Target } from '@/lib/target/target';
import { historyOf, newestFirst } from './history-figures';
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
  const entered = await latestReadings(db, ids, asAt, counts(counted));
  const history = await historyOf(db, ids, asAt);
  const latest = new Map(
    ids.map((id) => [id, newestFirst(entered.get(id) ?? [], history.get(id) ?? []).slice(0, processLength)]),
  );
  const here = await periodsHere(db, ids, asAt, counts(counted));
  const allTargets = await targetsOf(db, ids);
  const finals = await db.select().from(outturns).where(inArray(outturns.measureId, ids));
  const series = await seriesOf(db, ids);
  const spans = rows.flatMap(({ id }): Span[] => {
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
    earlier: withHistory(earlier.get(measure.id) ?? [], history.get(measure.id) ?? [], spans, measure.id),
    periodsHere: [
      ...new Set([...(here.get(measure.id) ?? []), ...(history.get(measure.id) ?? []).map(startOf)]),
    ].sort(),
    awaited: (latest.get(measure.id) ?? []).flatMap(awaitedIn),
    targets: allTargets
      .filter(({ measureId }) => measureId === measure.id)
      .map(({ measureId: _, ...target }) => target),
    ...outturnsIn(finals.filter(({ measureId }) => measureId === measure.id)),
  }));
}

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
