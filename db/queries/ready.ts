import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/**
 * How the server signs in to its database: as one of two roles, which serves and owns nothing, or as the one that may alter
 * the record's tables as well. Null where the record has not been set up. It reads the database's own catalogue alone.
 */
export async function rolesInUse(db: Database): Promise<'two' | 'one' | null> {
  const [found] = await db.execute<{ owns: boolean }>(sql`
    select pg_has_role(relowner, 'member') as owns from pg_class where oid = to_regclass('public.events')`);
  if (!found) return null;
  return found.owns ? 'one' : 'two';
}
