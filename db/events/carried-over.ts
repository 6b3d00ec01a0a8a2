import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { record } from './append-events';
import { guarded, type RowChange } from './guarded';
import { isOpened } from './opening';
import { hashedRows, tableOf } from './row-hashes';

type Hashes = Map<string, string>;

/**
 * Upgrades an opened record, in the transaction of the upgrade: one event has each row that was as
 * the record had it and that the upgrade alone changed. A row that was changed past the record before stays a fault.
 */
export async function carryOver(tx: Transaction, at: string, upgrade: () => Promise<unknown>): Promise<void> {
  if (!(await isOpenedHere(tx))) {
    await upgrade();
    return;
  }
  const before = await hashesNow(tx);
  const lastHashes = await hashesInEvents(tx);
  await upgrade();
  const after = await hashesNow(tx);
  const rows: Record<string, RowChange> = {};
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, now] = [before.get(name) ?? null, after.get(name) ?? null];
    if (was !== now && was === (lastHashes.get(name) ?? null)) rows[name] = [was, now];
  }
  // What the triggers noted while the upgrade ran would say that every row of these tables had been the record's own.
  await tx.execute(sql`select set_config('candour.touched', '', true)`);
  if (Object.keys(rows).length === 0) return;
  // The opening's own kind: a kind that the upgrade itself brings cannot be written before it is committed.
  await record(tx, {
    at,
    actorId: null,
    serviceId: null,
    kind: 'record_opened',
    subject: 'council',
    subjectId: 1,
    details: { upgraded: true, rows },
  });
}

/** Compared as text: an earlier version may not know the word. */
async function isOpenedHere(tx: Transaction): Promise<boolean> {
  return (await isThere(tx, 'events')) && (await isOpened(tx));
}

/** The hash of every guarded row, nobody else writing any more; a table that is still to come has none. */
async function hashesNow(tx: Transaction): Promise<Hashes> {
  const hashes: Hashes = new Map();
  for (const table of Object.keys(guarded)) {
    if (!(await isThere(tx, table))) continue;
    await tx.execute(sql`lock table ${tableOf(table)} in share row exclusive mode`);
    for (const { name, hash } of await hashedRows(tx, table)) hashes.set(name, hash);
  }
  return hashes;
}

/** The hash of each row in the last event that has it; read without the schema, which the upgrade is still to bring. */
async function hashesInEvents(tx: Transaction): Promise<Map<string, string | null>> {
  const rows = await tx.execute<{ name: string; hash: string | null }>(sql`
    select distinct on (r.key) r.key as name, r.value ->> 1 as hash
    from public.events e, jsonb_each(e.details -> 'rows') r where e.details ? 'rows' order by r.key, e.id desc`);
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

async function isThere(tx: Transaction, table: string): Promise<boolean> {
  const [row] = await tx.execute<{ there: boolean }>(
    sql`select to_regclass(${`public.${table}`}) is not null as there`,
  );
  return row?.there ?? false;
}
