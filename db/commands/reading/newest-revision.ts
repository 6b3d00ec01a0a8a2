import type { Transaction } from '@/db/connection/client';
import { lockMeasure, lockNewest, type ReadingRow } from '@/db/facts/reading-record';

/**
 * The newest revision of a period, locked; or none, and then nobody else can begin one before this transaction ends. Where none
 * was seen a moment ago, the measure is locked at once.
 */
export async function openReading(
  tx: Transaction,
  measureId: number,
  periodStart: string,
  wasSeen = true,
): Promise<ReadingRow | null> {
  const newest = wasSeen ? await lockNewest(tx, measureId, periodStart) : null;
  if (newest) return newest;
  await lockMeasure(tx, measureId);
  return lockNewest(tx, measureId, periodStart);
}
