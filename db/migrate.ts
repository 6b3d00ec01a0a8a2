import path from 'node:path';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client';
import { openRecord } from './opening';

/** One number for "Candour is migrating", so that two servers that start together take turns. */
const turn = 20180817;

/**
 * Brings the database to the newest schema, and opens a record that no event has told of the rows of (db/opening.ts); racing
 * callers wait for each other on one session lock.
 */
export async function migrate(options: { database?: string } = {}): Promise<void> {
  const { db, sql, end } = connect({ ...options, max: 1 });
  try {
    await sql`set statement_timeout = 0`;
    await sql`select pg_advisory_lock(${turn})`;
    await apply(db, { migrationsFolder: path.join(process.cwd(), 'db/migrations') });
    await openRecord(db, new Date().toISOString());
    await sql`select pg_advisory_unlock(${turn})`;
  } finally {
    await end();
  }
}
