import { eq } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editionRows, readings } from '@/db/schema';
import { pick } from '@/lib/collection/pick';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { hasHistory } from './history-figures';
import type { MeasureRow } from './reading-record';

const kept = [
  'number',
  'code',
  'title',
  'definition',
  'unit',
  'decimals',
  'polarity',
  'frequency',
  'startMonth',
  'window',
  'since',
  'lagDays',
  'requiredFrom',
  'comparator',
  'compareAs',
  'noChangeBand',
  'scale',
  'numeratorLabel',
  'denominatorLabel',
  'countsPeople',
  'outsideHundred',
  'digitsFollow',
  'periodsAddUp',
  'whyNoTarget',
  'source',
  'ownerRole',
  'notes',
] as const satisfies readonly (keyof MeasureDraft)[];

/** What is kept of a measure, as a form changes it. */
export const draftOf = (measure: MeasureRow): MeasureDraft => pick(measure, kept);

/** Whether an edition has ever shown a measure: then its code, which is its address, stays. */
export async function isPublished(db: Connection, code: string): Promise<boolean> {
  const [row] = await db
    .select({ code: editionRows.code })
    .from(editionRows)
    .where(eq(editionRows.code, code))
    .limit(1);
  return row !== undefined;
}

/** Whether anything was ever written of a measure, or came in as history: then what its figures were counted by stays. */
export async function hasReadings(db: Connection, measureId: number): Promise<boolean> {
  const [first] = await db.select({ id: readings.id }).from(readings).where(eq(readings.measureId, measureId)).limit(1);
  return first !== undefined || hasHistory(db, measureId);
}
