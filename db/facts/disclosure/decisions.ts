import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { disclosureDecisions, historyBatches, historyFigures, measures, readings } from '@/db/schema';
import type { TriedMeasure } from '@/lib/disclosure/decision/decision-effect';
import type { Policy } from '@/lib/disclosure/policy';
import type { Figures } from '@/lib/figure/computed-value';

/** A decision that was recorded, with the number by which a form says which one it showed. */
export type KeptDecision = Policy & { id: number };

const newest = async (db: Connection, about: SQL): Promise<KeptDecision | null> => {
  const {
    measureId: _,
    serviceId: __,
    recordedBy: ___,
    recordedAt: ____,
    ...columns
  } = getTableColumns(disclosureDecisions);
  const [row] = await db
    .select(columns)
    .from(disclosureDecisions)
    .where(about)
    .orderBy(desc(disclosureDecisions.id))
    .limit(1);
  return row ?? null;
};

/** The newest decision of a measure's own; null where it has none. */
export const ownDecision = (db: Connection, measureId: number): Promise<KeptDecision | null> =>
  newest(db, eq(disclosureDecisions.measureId, measureId));

/** The newest default of a service; null where it has none. */
export const serviceDecision = (db: Connection, serviceId: number): Promise<KeptDecision | null> =>
  newest(db, eq(disclosureDecisions.serviceId, serviceId));

/** The measures that count people, with the figures that a decision is tried on: the newest published ones and those from elsewhere. */
export async function triedMeasures(
  db: Connection,
  which: { measureId: number } | { serviceId: number },
): Promise<(TriedMeasure & { id: number })[]> {
  const { id, number, title, unit, scale } = measures;
  const chosen = 'measureId' in which ? eq(id, which.measureId) : eq(measures.serviceId, which.serviceId);
  const rows = await db
    .select({ id, number, title, unit, scale })
    .from(measures)
    .where(and(chosen, eq(measures.countsPeople, true), isNull(measures.retiredOn)))
    .orderBy(asc(number));
  const ids = rows.map((row) => row.id);
  const { value, numerator, denominator } = readings;
  const entered = await db
    .selectDistinctOn([readings.measureId, readings.periodStart], {
      measureId: readings.measureId,
      value,
      numerator,
      denominator,
    })
    .from(readings)
    .where(and(inArray(readings.measureId, ids), oneOf(readings.state, 'published'), isNull(readings.missing)))
    .orderBy(readings.measureId, readings.periodStart, desc(readings.revision));
  const history = await db
    .select({
      measureId: historyFigures.measureId,
      value: historyFigures.value,
      numerator: historyFigures.numerator,
      denominator: historyFigures.denominator,
    })
    .from(historyFigures)
    .innerJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .where(and(inArray(historyFigures.measureId, ids), isNull(historyBatches.discardedBy)));
  const figuresOf = (measureId: number): Figures[] =>
    [...entered, ...history]
      .filter((row) => row.measureId === measureId)
      .map(({ measureId: _, ...figures }) => figures);
  return rows.map((row) => ({ ...row, figures: figuresOf(row.id) }));
}
