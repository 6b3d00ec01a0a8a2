import type { Transaction } from '@/db/connection/client';
import { lockMeasure, lockNewest, type ReadingRow } from '@/db/facts/reading-record';

/** The newest revision of a period, locked; or none, and then nobody else can begin one before this transaction ends. */
export async function openReading(tx: Transaction, measureId: number, periodStart: string): Promise<ReadingRow | null> {
  const newest = await lockNewest(tx, measureId, periodStart);
  if (newest) return newest;
  await lockMeasure(tx, measureId);
  return lockNewest(tx, measureId, periodStart);
}
