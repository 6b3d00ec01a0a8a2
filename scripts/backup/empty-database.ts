import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/connection/client';
import { Refused } from '../../lib/form/refused';

/** Refuses a database that holds anything: tables of ours or of somebody else. */
export async function mustBeEmpty(tx: Transaction): Promise<void> {
  const [existing] = await tx.execute<{ name: string }>(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)' order by 1 limit 1`);
  if (existing)
    throw new Refused(
      `The database is not empty (it has ${existing.name}). Restore into an empty one; nothing was changed.`,
    );
}
