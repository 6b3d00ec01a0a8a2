import { desc, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { targetsOf } from '@/db/facts/measure-facts';
import { benchmarksOf } from '@/db/facts/measure-series';
import { actionsOf } from '@/db/facts/reading-facts';
import { type MeasureRow, wordsOf } from '@/db/facts/reading-record';
import { targetUse } from '@/db/facts/target-use';
import { keptOutturns } from '@/db/facts/year-end/kept-outturns';
import { editionRows, outturns, readings } from '@/db/schema';
import type { MeasureNow, ReadingNow, TargetNow } from '@/lib/bring-in/plan/row/council-now';
import { targetKey } from '@/lib/bring-in/plan/row/plan-target';
import type { Kind, Wish } from '@/lib/bring-in/wish';
import type { KeptOutturn } from '@/lib/framework/outturn-entry';
import { historyHere } from './history-here';

type Besides = Pick<MeasureNow, 'targets' | 'outturns' | 'benchmarks' | 'readings' | 'history'>;

/** As many measures as one statement asks for. */
const atOnce = 200;

/** What stands beside measures, each part for those of which the wishes speak so. */
export async function besidesOf(
  db: Connection,
  touched: MeasureRow[],
  wishes: Wish[],
): Promise<(measureId: number) => Besides> {
  const spokenOf = (kind: Kind) => {
    const codes = new Set(wishes.flatMap((wish) => (wish.kind === kind ? [wish.fields.measure?.trim() ?? ''] : [])));
    return touched.filter(({ code }) => codes.has(code));
  };
  const targets = await targetsNow(db, spokenOf('target'), wishes);
  const finals = await outturnsNow(db, spokenOf('outturn'));
  const compared = spokenOf('comparator').map(({ id }) => id);
  const series = compared.length === 0 ? [] : await benchmarksOf(db, compared);
  const read = spokenOf('reading').map(({ id }) => id);
  const written = await readingsNow(db, read);
  const history = read.length === 0 ? new Map<number, MeasureNow['history']>() : await historyHere(db, read);
  return (measureId) => ({
    targets: targets.get(measureId) ?? [],
    outturns: finals.get(measureId) ?? [],
    benchmarks: series.filter((each) => each.measureId === measureId),
    readings: written.get(measureId) ?? new Map(),
    history: history.get(measureId) ?? new Map(),
  });
}

async function targetsNow(db: Connection, touched: MeasureRow[], wishes: Wish[]): Promise<Map<number, TargetNow[]>> {
  const byMeasure = new Map<number, TargetNow[]>();
  const wanted = new Set(wishes.flatMap((wish) => (wish.kind === 'target' ? [targetKey(wish)] : [])));
  const rows = await targetsOf(
    db,
    touched.map(({ id }) => id),
  );
  const inUse = await inUseAtAll(db, touched);
  for (const { measureId, tolerance: _, ...target } of rows) {
    const measure = touched.find(({ id }) => id === measureId);
    if (!measure) continue;
    const isWanted = inUse(measure) && wanted.has(`${measure.code} ${target.effectiveFrom}`);
    const use = isWanted ? await targetUse(db, measure, target) : null;
    byMeasure.set(measureId, [...(byMeasure.get(measureId) ?? []), { ...target, use }]);
  }
  return byMeasure;
}

/** Whether anything of a measure was written or published, so that a target of it may be in use. */
async function inUseAtAll(db: Connection, touched: MeasureRow[]): Promise<(measure: MeasureRow) => boolean> {
  if (touched.length === 0) return () => false;
  const [ids, codes] = [touched.map(({ id }) => id), touched.map(({ code }) => code)];
  const read = await db
    .selectDistinct({ id: readings.measureId })
    .from(readings)
    .where(inArray(readings.measureId, ids));
  const shown = await db
    .selectDistinct({ code: editionRows.code })
    .from(editionRows)
    .where(inArray(editionRows.code, codes));
  const used = new Set<string | number>([...read.map(({ id }) => id), ...shown.map(({ code }) => code)]);
  return ({ id, code }) => used.has(id) || used.has(code);
}

async function outturnsNow(db: Connection, touched: MeasureRow[]): Promise<Map<number, KeptOutturn[]>> {
  const byMeasure = new Map<number, KeptOutturn[]>();
  if (touched.length === 0) return byMeasure;
  const ids = touched.map(({ id }) => id);
  const rows = await db
    .selectDistinct({ id: outturns.measureId })
    .from(outturns)
    .where(inArray(outturns.measureId, ids));
  const here = new Set(rows.map(({ id }) => id));
  for (const measure of touched) if (here.has(measure.id)) byMeasure.set(measure.id, await keptOutturns(db, measure));
  return byMeasure;
}

/** The newest revision of each reading of some measures, by measure and by the first day of its period. */
async function readingsNow(db: Connection, measureIds: number[]): Promise<Map<number, Map<string, ReadingNow>>> {
  const byMeasure = new Map<number, Map<string, ReadingNow>>();
  for (let from = 0; from < measureIds.length; from += atOnce) {
    const rows = await db
      .selectDistinctOn([readings.measureId, readings.periodStart])
      .from(readings)
      .where(inArray(readings.measureId, measureIds.slice(from, from + atOnce)))
      .orderBy(readings.measureId, readings.periodStart, desc(readings.revision));
    const planned = await actionsOf(
      db,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const { id, version, state, measureId, periodStart } = row;
      const own = byMeasure.get(measureId) ?? new Map<string, ReadingNow>();
      own.set(periodStart, { id, version, state, content: { ...wordsOf(row), actions: planned.get(id) ?? [] } });
      byMeasure.set(measureId, own);
    }
  }
  return byMeasure;
}
