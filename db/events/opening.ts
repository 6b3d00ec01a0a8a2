import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { guarded, type RowChange } from './guarded';
import { record } from './record';
import { hashedRows, tableOf } from './row-hashes';

/**
 * Writes one event, once in the life of a record, of every row that no event has told of: those from before events told of
 * rows, and those by which a council was first set up. What comes later without an event is never made good by this.
 */
export async function openRecord(db: Database, at: string): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await isOpened(tx)) || !(await hasCouncil(tx))) return;
    const tables = Object.keys(guarded);
    await tx.execute(sql`lock table ${sql.join(tables.map(tableOf), sql`, `)} in share mode`);
    const told = await toldOf(tx);
    const rows: Record<string, RowChange> = {};
    for (const table of tables)
      for (const { name, hash } of await hashedRows(tx, table)) if (!told.has(name)) rows[name] = [null, hash];
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
  const [found] = await tx.execute(sql`select 1 from ${tableOf('council')}`);
  return found !== undefined;
}

/**
 * Whether every row has been told of once. The demonstration tells of each of its rows when it is put in, and so does a
 * council that is begun, so that nothing is left to open.
 */
export async function isOpened(tx: Transaction): Promise<boolean> {
  const [found] = await tx.execute(sql`
    select 1 from events where kind::text = 'record_opened'
      or (kind::text in ('demonstration_seeded', 'council_begun') and details ? 'rows') limit 1`);
  return found !== undefined;
}

async function toldOf(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.execute<{ name: string }>(sql`
    select distinct jsonb_object_keys(details -> 'rows') as name from events where details ? 'rows'`);
  return new Set(rows.map(({ name }) => name));
}
