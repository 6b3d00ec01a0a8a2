import type { Connection } from '@/db/connection/client';
import { guarded, type Proofs, type RowChange } from '@/db/events/guarded';
import { hashedRows } from '@/db/events/row-hashes';
import type { events } from '@/db/schema';
import type { Tampered, Verified } from './verify';

type RowEvent = Pick<typeof events.$inferSelect, 'kind' | 'details'> & { id: number };

/**
 * Adds the rows of an event to the proofs. A row was changed past the record where an event has another hash of it from before
 * than the earlier event left; the first event of a row says how it was before the record was opened.
 */
export function tellOfRows({ id, kind, details }: RowEvent, proofs: Proofs): Tampered | null {
  for (const [name, [was, now]] of Object.entries((details.rows ?? {}) as Record<string, RowChange>)) {
    const before = proofs.rows.get(name);
    const isFirst = before === undefined && !proofs.opened;
    if ((before ?? null) !== was && !isFirst)
      return fault(name, `it was changed past the record before event ${id} changed it`);
    proofs.rows.set(name, now);
  }
  // The demonstration tells of each of its rows when it is put in, and so does a council that is begun.
  const begins = kind === 'demonstration_seeded' || kind === 'council_begun';
  proofs.opened ||= kind === 'record_opened' || (begins && details.rows !== undefined);
  return null;
}

/** Checks every row that a public page or a right rests on against the last event that tells of it, and that none has gone. */
export async function verifyRows(
  db: Connection,
  proofs: Proofs,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  const awaited = new Map([...proofs.rows].filter(([, hash]) => hash !== null));
  for (const table of Object.keys(guarded)) {
    for (const { name, hash } of await hashedRows(db, table)) {
      checked.rows += 1;
      awaited.delete(name);
      const expected = proofs.rows.get(name);
      if (expected === hash) continue;
      if (expected === undefined) return fault(name, 'no event tells of it');
      if (expected === null) return fault(name, 'an event tells that it was removed, and it is there');
      return fault(name, 'it is not what the last event of it tells');
    }
  }
  const gone = [...awaited.keys()].find((name) => !guarded[tableOf(name)]?.passing);
  return gone === undefined ? null : fault(gone, 'an event tells of it, and it is not there any more');
}

const tableOf = (name: string): string => name.slice(0, name.indexOf(' '));

/** A row by its key; a key that is nobody's business by the beginning of its hash, as the events have it. */
function fault(name: string, what: string): Tampered {
  const table = tableOf(name);
  const key = name.slice(table.length + 1);
  return { table, id: guarded[table]?.hidden ? `${key.slice(0, 16)}…` : key, what };
}
