import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { sha256 } from '@/db/hashing/sha256';
import { events } from '@/db/schema';
import { chainText, type Happening } from '@/lib/record/event';
import type { RowChange } from './guarded';

const chains = 71_001;

/**
 * Writes an event at the end of its service's chain, inside the transaction of the change that it tells of. The event has the
 * hashes of every row that the transaction has written until now (db/events/guarded.ts): so it comes after the last write.
 */
export async function record(tx: Transaction, happening: Happening): Promise<void> {
  const { serviceId } = happening;
  await tx.execute(sql`select pg_advisory_xact_lock(${chains}::int, ${serviceId ?? 0}::int)`);
  const chain = serviceId === null ? sql`${events.serviceId} is null` : sql`${events.serviceId} = ${serviceId}`;
  // The same statement forgets the rows that it reads, so that no second event has them.
  const [last] = await tx.execute<{ hash: string | null; touched: string | null }>(sql`
    with written as materialized (select current_setting('candour.touched', true) as touched)
    select written.touched, set_config('candour.touched', left(written.touched, 0), true),
      (select ${events.hash} from ${events} where ${chain} order by ${events.id} desc limit 1) as hash
    from written`);
  const rows = rowsIn(last?.touched ?? '');
  const event = rows ? { ...happening, details: { ...happening.details, rows } } : happening;
  const previous = last?.hash ?? null;
  await tx.insert(events).values({ ...event, previous, hash: sha256(chainText(event, previous)) });
}

/** What each statement touched, one JSON object a line: of each row what it was before the first, and is after the last. */
function rowsIn(touched: string): Record<string, RowChange> | null {
  const rows: Record<string, RowChange> = {};
  for (const line of touched.split('\n').filter(Boolean))
    for (const [name, [was, now]] of Object.entries(JSON.parse(line) as Record<string, RowChange>))
      rows[name] = [rows[name] ? rows[name][0] : was, now];
  return Object.keys(rows).length === 0 ? null : rows;
}
