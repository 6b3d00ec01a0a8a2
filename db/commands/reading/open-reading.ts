import type { Transaction } from '@/db/connection/client';
import { lockMeasure, lockReading, newestReading, type ReadingRow } from '@/db/facts/reading-record';

/** The newest revision of a period, locked; or none, and then nobody else can begin one before this transaction ends. */
export async function openReading(tx: Transaction, measureId: number, periodStart: string): Promise<ReadingRow | null> {
  const locked = async () => {
    const found = await newestReading(tx, measureId, periodStart);
    return found && lockReading(tx, found.id);
  };
  const found = await locked();
  if (found) return found;
  await lockMeasure(tx, measureId);
  return locked();
}
