import type { Connection, Database } from '@/db/connection/client';
import { asPostgresBrings } from '@/db/events/row-hashes';
import type { Head } from '@/lib/record/chain-head';
import { verifyChains } from './verify-chains';
import { verifyEditions } from './verify-editions';
import { verifyGuards } from './verify-guards';
import { verifyHistory } from './verify-history';
import { verifyPapers } from './verify-papers';
import { verifyReadings } from './verify-readings';
import { verifyRenderings } from './verify-renderings';
import { verifyRows } from './verify-rows';

/** The first thing that is not as it was written: its table, its key there, and what is wrong with it. */
export type Tampered = { table: string; id: string; what: string };

export type Verified = {
  tampered: Tampered | null;
  heads: Head[];
  checked: { events: number; editions: number; readings: number; rows: number; pages: number };
};

/**
 * Checks the whole record against itself, as it stands at one moment: every chain of events from its beginning, every edition
 * against its hash, every reading against its versions, its approval and what the events tell of it, every other row that the
 * public or a right rests on against the last event that tells of it, and the guards of the database itself. Heads that were kept
 * elsewhere show whether a chain has lost its end since; with the key of this installation, kept pages and papers are checked as well.
 */
export const verifyRecord = (db: Database, against: Head[] = [], pageKey: string | null = null): Promise<Verified> =>
  db.transaction((tx) => verifyWithin(tx, against, pageKey), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });

/** The same within a transaction that is under way. */
export async function verifyWithin(
  tx: Connection,
  against: Head[] = [],
  pageKey: string | null = null,
): Promise<Verified> {
  const checked = { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 };
  await tx.execute(asPostgresBrings);
  const chains = await verifyChains(tx, against, checked);
  const tampered =
    chains.tampered ??
    (await verifyEditions(tx, checked)) ??
    (await verifyReadings(tx, chains.published, checked)) ??
    (await verifyRows(tx, chains.proofs, checked)) ??
    (await verifyHistory(tx)) ??
    (await verifyGuards(tx)) ??
    (pageKey === null ? null : await verifyKept(tx, pageKey, checked));
  return { tampered, heads: chains.heads, checked };
}

/** The pages and the papers that are kept for the public. */
const verifyKept = async (tx: Connection, pageKey: string, checked: Verified['checked']): Promise<Tampered | null> =>
  (await verifyRenderings(tx, pageKey, checked)) ?? (await verifyPapers(tx, pageKey, checked));
