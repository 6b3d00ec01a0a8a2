import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { historyAsItCounts } from '@/db/facts/history-figures';
import { signed } from '@/db/facts/periods/counted-readings';
import { historyBatches, historyFigures, readings } from '@/db/schema';
import type { Figures } from '@/lib/figure/computed-value';

/** A figure that may be shown in spite of its measure's decision: which revision it is, and its numbers. */
export type ShownFigure = Figures & { start: string; revision: number };

/** The figures of a measure that are approved or published, or came in from elsewhere, one for each period, the newest first. */
export async function figuresOf(db: Connection, measureId: number): Promise<ShownFigure[]> {
  const { periodStart: start, revision, value, numerator, denominator } = readings;
  const entered = await db
    .selectDistinctOn([start], { start, revision, value, numerator, denominator })
    .from(readings)
    .where(and(eq(readings.measureId, measureId), signed, isNull(readings.missing)))
    .orderBy(desc(start), desc(revision));
  const history = await historyAsItCounts(db).where(
    and(eq(historyFigures.measureId, measureId), isNotNull(historyBatches.confirmedBy)),
  );
  const elsewhere = history.map((figure) => ({
    start: figure.periodStart,
    revision: figure.revision,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
  }));
  return [...entered, ...elsewhere].sort((a, b) => b.start.localeCompare(a.start));
}

/** The figure of a measure in a period that is approved or published, or came in from elsewhere; null where there is none. */
export async function figureAt(db: Connection, measureId: number, periodStart: string): Promise<ShownFigure | null> {
  const figures = await figuresOf(db, measureId);
  return figures.find(({ start }) => start === periodStart) ?? null;
}
