import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { type MeasureWithFacts, targetsOf } from '@/db/facts/measure-facts';
import { measures, readings } from '@/db/schema';
import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import { type Revised, revisedFigure } from '@/lib/series/ledger';
import { periodOf, type ReadingRecord } from '@/lib/series/measure-record';
import { type CorrectedFigures, withoutHidden } from '@/lib/series/public-measure';
import { endOf } from '@/lib/time/period';

type Service = {
  facts: MeasureWithFacts[];
  hidden: ReadonlyMap<string, HiddenMeasure>;
  /** The figures published elsewhere that the edition is the first to show, by measure. */
  history: ReadonlyMap<number, ReadingRecord[]>;
};

/** The corrections among readings and figures from elsewhere that an edition as at a day publishes, in report order, for the ledger. */
export async function revisedBy(
  db: Connection,
  readingIds: number[],
  asAt: string,
  { facts, hidden, history }: Service,
): Promise<Revised[]> {
  const byCode = new Map(facts.map((fact) => [fact.code, fact]));
  const publicFiguresOf = <T extends CorrectedFigures>(code: string, was: T, now: T): [T, T] => {
    const [fact, hiddenMeasure] = [byCode.get(code), hidden.get(code)];
    if (!fact || !hiddenMeasure) return [was, now];
    return [withoutHidden(fact, was, hiddenMeasure), withoutHidden(fact, now, hiddenMeasure)];
  };
  const rows = await correctedReadings(db, readingIds);
  const allTargets = await targetsOf(
    db,
    rows.map(({ measure }) => measure.id),
  );
  const ofReadings = rows
    .filter(({ now, measure }) => endOf(periodOf(measure, now)) < asAt)
    .map(({ now, was, measure }) => {
      const measureTargets = allTargets.filter(({ measureId }) => measureId === measure.id);
      const [publicWas, publicNow] = publicFiguresOf(measure.code, was, now);
      return revisedFigure(measure, measureTargets, publicWas, publicNow);
    });
  const ofHistory = facts.flatMap((fact) =>
    (history.get(fact.id) ?? []).flatMap((now) => {
      if (now.revision === 0 || now.was === null) return [];
      const [was, shown] = publicFiguresOf(fact.code, { ...now, ...now.was, revision: now.revision - 1 }, now);
      return revisedFigure(fact, fact.targets, was, shown);
    }),
  );
  return [...ofReadings, ...ofHistory].sort(
    (a, b) => a.number - b.number || a.periodStart.localeCompare(b.periodStart),
  );
}

/** The corrections among readings, each with the reading that it takes the place of. */
async function correctedReadings(db: Connection, readingIds: number[]) {
  if (readingIds.length === 0) return [];
  const before = alias(readings, 'before');
  return db
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
}
