import type { Connection } from '../client';
import { guarded, type Proofs } from '../guarded';
import { hashedRows } from '../row-hashes';
import type { Tampered, Verified } from './verify';

/** Checks every row that a public page or a right rests on against the last event that tells of it, and that none has gone. */
export async function verifyRows(
  db: Connection,
  proofs: Proofs,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  const awaited = new Map([...proofs].filter(([, hash]) => hash !== null));
  for (const table of Object.keys(guarded)) {
    for (const { name, hash, key } of await hashedRows(db, table)) {
      checked.rows += 1;
      awaited.delete(name);
      const told = proofs.get(name);
      if (told === hash) continue;
      const id = guarded[table]?.hidden ? shortened(name) : key;
      if (told === undefined) return { table, id, what: 'no event tells of it' };
      if (told === null) return { table, id, what: 'an event tells that it was removed, and it is there' };
      return { table, id, what: 'it is not what the last event of it tells' };
    }
  }
  for (const name of awaited.keys()) {
    const [, table = '', key = ''] = /^(\w+) (.*)$/s.exec(name) ?? [];
    if (guarded[table]?.passing) continue;
    const id = guarded[table]?.hidden ? shortened(name) : key;
    return { table, id, what: 'an event tells of it, and it is not there any more' };
  }
  return null;
}

/** A hidden key is named by the beginning of its hash, as the events tell of it: enough to find it, and nothing to use. */
const shortened = (name: string): string => `${name.slice(name.indexOf(' ') + 1).slice(0, 16)}…`;
