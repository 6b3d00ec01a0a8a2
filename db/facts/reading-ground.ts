import { asc } from 'drizzle-orm';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import { type Answers, type Given, preparedQuestions } from '@/db/connection/together';
import { definitionVersions } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import type { Ground } from '@/lib/reading/content';
import { targetInForce } from '@/lib/target/target-in-force';
import { targetRecords, targetRows } from './measure-facts';
import type { MeasureRow } from './reading-record';

type Measure = Pick<MeasureRow, 'id'>;
type Place = { periodStart: string; revision: number };
/** What a reading of a measure is judged by. */
export type GroundFor = (measure: Measure, place: Place) => Ground;

/** What is asked for what readings of some measures are judged by. */
export const groundQuestions = (db: Connection, measureIds: Given<number[]>) => ({
  inForce: targetRows(db, measureIds),
  reworded: db
    .select({
      measureId: definitionVersions.measureId,
      version: definitionVersions.version,
      effectiveFrom: definitionVersions.effectiveFrom,
    })
    .from(definitionVersions)
    .where(amongst(definitionVersions.measureId, measureIds))
    .orderBy(asc(definitionVersions.effectiveFrom)),
});

const askGrounds = preparedQuestions<{ measureIds: number[] }, ReturnType<typeof groundQuestions>>((db, place) =>
  groundQuestions(db, place('measureIds')),
);

/** What each reading of some measures is judged by at this moment: its period, and the target and the wording in force for that period. */
export const groundsOf = async (db: Connection, measures: Measure[]): Promise<GroundFor> =>
  groundsFrom(await askGrounds(db, { measureIds: measures.map(({ id }) => id) }));

/** The same from what was asked together with other things. */
export function groundsFrom({ inForce, reworded }: Answers<ReturnType<typeof groundQuestions>>): GroundFor {
  const targets = grouped(targetRecords(inForce), ({ measureId }) => measureId);
  const wordings = grouped(reworded, ({ measureId }) => measureId);
  return ({ id }, { periodStart, revision }) => {
    const target = targetInForce(targets.get(id) ?? [], periodStart);
    // Most measures have had one wording only, which is then the first.
    const wording = wordings.get(id)?.findLast(({ effectiveFrom }) => effectiveFrom <= periodStart);
    const definitionVersion = wording?.version ?? 1;
    const ground = { measureId: id, periodStart, revision, targetId: target?.id ?? null, definitionVersion };
    return target ? { ...ground, target: target.target } : ground;
  };
}

/** The same of one reading. */
export async function groundOf(db: Connection, measure: Measure, place: Place): Promise<Ground> {
  const groundFor = await groundsOf(db, [measure]);
  return groundFor(measure, place);
}
