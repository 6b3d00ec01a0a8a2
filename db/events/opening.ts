import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from './append-events';
import { guarded, type RowChange } from './guarded';
import { hashedRows, tableOf } from './row-hashes';

/**
 * Writes one event, once in the life of a record, of every row that no event has: those from before events had rows, and
 * those by which a council was first set up. A row that comes later without an event stays a fault.
 */
export async function openRecord(db: Database, at: string): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await isOpened(tx)) || !(await hasCouncil(tx))) return;
    const tables = Object.keys(guarded);
    await tx.execute(sql`lock table ${sql.join(tables.map(tableOf), sql`, `)} in share mode`);
    const known = await rowsInEvents(tx);
    const rows: Record<string, RowChange> = {};
    for (const table of tables)
      for (const { name, hash } of await hashedRows(tx, table)) if (!known.has(name)) rows[name] = [null, hash];
    await record(tx, {
      at,
      actorId: null,
      serviceId: null,
      kind: 'record_opened',
      subject: 'council',
      subjectId: 1,
      details: { rows },
    });
  });
}

/** A record without a council is still to be begun: until then nothing stands in it that could be opened. */
async function hasCouncil(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute(sql`select 1 from ${tableOf('council')}`);
  return row !== undefined;
}

/**
 * Whether an event has had every row once. The event of the demonstration has each of its rows, and so has that of a council
 * that is begun, so that nothing is left to open.
 */
export async function isOpened(tx: Transaction): Promise<boolean> {
  const [event] = await tx.execute(sql`
    select 1 from events where kind::text = 'record_opened'
      or (kind::text in ('demonstration_seeded', 'council_begun') and details ? 'rows') limit 1`);
  return event !== undefined;
}

async function rowsInEvents(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.execute<{ name: string }>(sql`
    select distinct jsonb_object_keys(details -> 'rows') as name from events where details ? 'rows'`);
  return new Set(rows.map(({ name }) => name));
}
