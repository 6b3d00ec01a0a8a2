import { jobsDatabase } from '@/db/connection/pool';
import { type RecordGauges, recordGauges } from '@/db/queries/server/record-gauges';
import { queues } from './jobs-connection';

const key = Symbol.for('candour.record-gauges');

/** Lets scripts/server/metrics.mjs ask how the record stands; it does so when metrics are asked for, and never otherwise. */
export function offerRecordGauges(): void {
  const ask = (): Promise<RecordGauges> => recordGauges(jobsDatabase(), Object.values(queues));
  Object.assign(globalThis, { [key]: ask });
}
