import { asc, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { definitionVersions } from '@/db/schema';
import type { Ground } from '@/lib/reading/content';
import { targetInForce } from '@/lib/series/measure-record';
import { targetsOf } from './measure-facts';
import type { MeasureRow } from './reading-record';

type Measure = Pick<MeasureRow, 'id' | 'definitionVersion'>;
type Place = { periodStart: string; revision: number };

/** What each reading of some measures is judged by at this moment: its period, and the target and the wording in force for that period. */
export async function groundsOf(
  db: Connection,
  measures: Measure[],
): Promise<(measure: Pick<MeasureRow, 'id'>, place: Place) => Ground> {
  const targets = new Map<number, Awaited<ReturnType<typeof targetsOf>>>();
  for (const target of await targetsOf(
    db,
    measures.map(({ id }) => id),
  ))
    targets.set(target.measureId, [...(targets.get(target.measureId) ?? []), target]);
  // Most measures have had one wording only, which is then the first.
  const reworded = measures.filter(({ definitionVersion }) => definitionVersion > 1).map(({ id }) => id);
  const wordings =
    reworded.length === 0
      ? []
      : await db
          .select({
            measureId: definitionVersions.measureId,
            version: definitionVersions.version,
            effectiveFrom: definitionVersions.effectiveFrom,
          })
          .from(definitionVersions)
          .where(inArray(definitionVersions.measureId, reworded))
          .orderBy(asc(definitionVersions.effectiveFrom));
  return ({ id }, { periodStart, revision }) => {
    const inForce = targetInForce(targets.get(id) ?? [], periodStart);
    const own = wordings.filter(({ measureId }) => measureId === id);
    const definitionVersion = own.findLast(({ effectiveFrom }) => effectiveFrom <= periodStart)?.version ?? 1;
    const ground = { measureId: id, periodStart, revision, targetId: inForce?.id ?? null, definitionVersion };
    return inForce ? { ...ground, target: inForce.target } : ground;
  };
}

/** The same of one reading. */
export async function groundOf(db: Connection, measure: Measure, place: Place): Promise<Ground> {
  const groundFor = await groundsOf(db, [measure]);
  return groundFor(measure, place);
}
