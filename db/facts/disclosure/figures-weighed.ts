import { and, asc, desc, inArray, lt } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { figuresBefore } from '@/db/facts/elsewhere/corrected-history';
import { historyOf } from '@/db/facts/history-figures';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import { type Counted, counts } from '@/db/facts/periods/counted-readings';
import { readings } from '@/db/schema';
import type { CountedReading } from '@/lib/disclosure/counted-measure';
import type { Figures } from '@/lib/figure/computed-value';
import { periodOf } from '@/lib/series/measure-record';
import { targetInForce } from '@/lib/target/target-in-force';
import { endOf } from '@/lib/time/period';

type FigureRow = Figures & { periodStart: string; revision: number };

/** Every figure of measures that counts on a day, the corrected ones among them, by the measure's id, the newest first. */
export async function figuresWeighed(
  db: Connection,
  facts: MeasureWithFacts[],
  asAt: string,
  counted: Counted,
): Promise<Map<number, CountedReading[]>> {
  const ids = facts.map(({ id }) => id);
  const { measureId, periodStart, revision, value, numerator, denominator } = readings;
  const entered = await db
    .select({ measureId, periodStart, revision, value, numerator, denominator })
    .from(readings)
    .where(and(inArray(measureId, ids), lt(periodStart, asAt), counts(counted)))
    .orderBy(asc(measureId), desc(periodStart), desc(revision));
  const history = await historyOf(db, ids, asAt);
  const byMeasure = new Map<number, FigureRow[]>(ids.map((id) => [id, [...(history.get(id) ?? [])]]));
  const before = history.size === 0 ? [] : await figuresBefore(db, [...history.keys()]);
  for (const figure of [...entered, ...before]) byMeasure.get(figure.measureId)?.push(figure);
  return new Map(
    facts.map((measure): [number, CountedReading[]] => {
      const figures = (byMeasure.get(measure.id) ?? []).filter(
        (figure) => isFigure(figure) && hasEnded(measure, figure, asAt),
      );
      return [measure.id, figures.map((figure) => weighed(measure, figure)).sort(newestFirst)];
    }),
  );
}

const isFigure = ({ value, numerator }: Figures): boolean => value !== null || numerator !== null;

const hasEnded = (measure: MeasureWithFacts, figure: FigureRow, asAt: string): boolean =>
  endOf(periodOf(measure, figure)) < asAt;

const newestFirst = (a: CountedReading, b: CountedReading): number =>
  b.start.localeCompare(a.start) || b.revision - a.revision;

const weighed = (
  { targets }: MeasureWithFacts,
  { periodStart, revision, value, numerator, denominator }: FigureRow,
): CountedReading => ({
  start: periodStart,
  revision,
  value,
  numerator,
  denominator,
  target: targetInForce(targets, periodStart)?.target ?? null,
});
