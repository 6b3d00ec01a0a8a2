import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { guarded, type RowChange } from './guarded';
import { record } from './record';
import { hashedRows, tableOf } from './row-hashes';

/**
 * Writes one event, once in the life of a record, of every row that no event has: those from before events had rows, and
 * those by which a council was first set up. A row that comes later without an event stays a fault.
 */
export async function openRecord(db: Database, at: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (await isOpened(tx)) return;
    const tables = Object.keys(guarded);
    await tx.execute(sql`lock table ${sql.join(tables.map(tableOf), sql`, `)} in share mode`);
    const known = await rowsInEvents(tx);
    const rows: Record<string, RowChange> = {};
    let here = 0;
    for (const table of tables)
      for (const { name, hash } of await hashedRows(tx, table)) {
        here += 1;
        if (!known.has(name)) rows[name] = [null, hash];
      }
    if (here === 0) return;
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

/** Whether an event has had every row once. The event of the demonstration has each of its rows, so that nothing is left to open. */
export async function isOpened(tx: Transaction): Promise<boolean> {
  const [event] = await tx.execute(sql`
    select 1 from events where kind::text = 'record_opened' or (kind::text = 'demonstration_seeded' and details ? 'rows') limit 1`);
  return event !== undefined;
}

async function rowsInEvents(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.execute<{ name: string }>(sql`
    select distinct jsonb_object_keys(details -> 'rows') as name from events where details ? 'rows'`);
  return new Set(rows.map(({ name }) => name));
}
