import type { Connection, Database } from '../client';
import { type Head, verifyChains } from './verify-chains';
import { verifyEditions } from './verify-editions';
import { verifyReadings } from './verify-readings';

export type { Head } from './verify-chains';

/** The first thing that is not as it was written: its table, its key there, and what is wrong with it. */
export type Tampered = { table: string; id: string; what: string };

export type Verified = {
  tampered: Tampered | null;
  heads: Head[];
  checked: { events: number; editions: number; readings: number };
};

/**
 * Checks the whole record against itself, as it stands at one moment: every chain of events from its beginning, every edition
 * against its hash, every reading against its versions, its approval and what the events tell of it. Heads that were kept
 * elsewhere show whether a chain has lost its end since.
 */
export const verifyRecord = (db: Database, against: Head[] = []): Promise<Verified> =>
  db.transaction((tx) => verifyWithin(tx, against), { isolationLevel: 'repeatable read', accessMode: 'read only' });

/** The same within a transaction that is under way. */
export async function verifyWithin(tx: Connection, against: Head[] = []): Promise<Verified> {
  const checked = { events: 0, editions: 0, readings: 0 };
  const chains = await verifyChains(tx, against, checked);
  const tampered =
    chains.tampered ?? (await verifyEditions(tx, checked)) ?? (await verifyReadings(tx, chains.published, checked));
  return { tampered, heads: chains.heads, checked };
}
