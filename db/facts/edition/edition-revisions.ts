import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { type MeasureWithFacts, targetsOf } from '@/db/facts/measure-facts';
import { measures, readings } from '@/db/schema';
import type { HiddenMeasure } from '@/lib/disclosure/hidden';
import { type Revised, revisedFigure } from '@/lib/series/ledger';
import { periodOf } from '@/lib/series/measure-record';
import { type CorrectedFigures, withoutHidden } from '@/lib/series/public-measure';
import { endOf } from '@/lib/time/period';

type Service = { facts: MeasureWithFacts[]; hidden: ReadonlyMap<string, HiddenMeasure> };

/** The corrections among readings that an edition as at a day publishes, in report order: what the ledger will say of it. */
export async function revisedBy(
  db: Connection,
  readingIds: number[],
  asAt: string,
  { facts, hidden }: Service,
): Promise<Revised[]> {
  if (readingIds.length === 0) return [];
  const before = alias(readings, 'before');
  const rows = await db
    .select({ now: readings, was: before, measure: measures })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .innerJoin(
      before,
      and(
        eq(before.measureId, readings.measureId),
        eq(before.periodStart, readings.periodStart),
        eq(before.revision, sql`${readings.revision} - 1`),
      ),
    )
    .where(and(inArray(readings.id, readingIds), gt(readings.revision, 0)))
    .orderBy(asc(measures.number), asc(readings.periodStart));
  const byCode = new Map(facts.map((fact) => [fact.code, fact]));
  const publicFiguresOf = <T extends CorrectedFigures>(code: string, was: T, now: T): [T, T] => {
    const [fact, hiddenMeasure] = [byCode.get(code), hidden.get(code)];
    if (!fact || !hiddenMeasure) return [was, now];
    return [withoutHidden(fact, was, hiddenMeasure), withoutHidden(fact, now, hiddenMeasure)];
  };
  const allTargets = await targetsOf(
    db,
    rows.map(({ measure }) => measure.id),
  );
  return rows
    .filter(({ now, measure }) => endOf(periodOf(measure, now)) < asAt)
    .map(({ now, was, measure }) => {
      const measureTargets = allTargets.filter(({ measureId }) => measureId === measure.id);
      const [publicWas, publicNow] = publicFiguresOf(measure.code, was, now);
      return revisedFigure(measure, measureTargets, publicWas, publicNow);
    });
}
