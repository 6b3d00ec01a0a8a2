import path from 'node:path';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import { connect, type Database } from './client';
import { openRecord } from './opening';

/** One number for "Candour is migrating", so that two servers that start together take turns. */
const turn = 20180817;

/** Does work on a database, as whoever the environment names; racing callers wait for each other on one session lock. */
export async function inTurn(options: { database?: string }, work: (db: Database) => Promise<void>): Promise<void> {
  const { db, sql, end } = connect({ ...options, max: 1 });
  try {
    await sql`set statement_timeout = 0`;
    await sql`select pg_advisory_lock(${turn})`;
    await work(db);
    await sql`select pg_advisory_unlock(${turn})`;
  } finally {
    await end();
  }
}

/** Brings the database to the newest schema, and opens a record that no event has told of the rows of (db/opening.ts). */
export async function migrate(options: { database?: string } = {}): Promise<void> {
  await inTurn(options, async (db) => {
    await apply(db, { migrationsFolder: path.join(process.cwd(), 'db/migrations') });
    await openRecord(db, new Date().toISOString());
  });
}
