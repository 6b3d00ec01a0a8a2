import path from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import { connect, type Database, type Transaction } from '@/db/connection/client';
import { carryOver } from '@/db/events/carried-over';
import { openRecord } from '@/db/events/opening';

/** One number for "Candour is migrating", so that two servers that start together take turns. */
const turn = 20180817;

/** Does work on a database, as the role that the environment names; racing callers wait for each other on one session lock. */
export async function inTurn(options: { database?: string }, work: (db: Database) => Promise<void>): Promise<void> {
  const { db, sql: session, end } = connect({ ...options, max: 1 });
  try {
    await session`set statement_timeout = 0`;
    await session`select pg_advisory_lock(${turn})`;
    await work(db);
    await session`select pg_advisory_unlock(${turn})`;
  } finally {
    await end();
  }
}

/** Brings the database to the newest schema, and opens a record whose rows are in no event (db/events/opening.ts). */
export async function migrate(options: { database?: string; folder?: string } = {}): Promise<void> {
  const { folder = path.join(process.cwd(), 'db/migrations'), ...place } = options;
  await inTurn(place, async (db) => {
    if (await isBehind(db, folder)) {
      const upgrade = (tx: Transaction) => () => apply(within(tx), { migrationsFolder: folder });
      await db.transaction((tx) => carryOver(tx, new Date().toISOString(), upgrade(tx)));
    }
    await openRecord(db, new Date().toISOString());
  });
}

/** Whether a migration is still to be applied, by the same rule as that of the migrator. */
async function isBehind(db: Database, folder: string): Promise<boolean> {
  const [there] = await db.execute(sql`select 1 where to_regclass('drizzle.__drizzle_migrations') is not null`);
  if (!there) return true;
  const [last] = await db.execute<{ at: string | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  );
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis ?? 0;
  return Number(last?.at ?? 0) < newest;
}

/** The migrator asks its session for a transaction; within one that is under way it gets a part of that. */
function within(tx: Transaction): Database {
  const { dialect, session } = tx as unknown as { dialect: object; session: object };
  const transaction = { value: tx.transaction.bind(tx) };
  return { dialect, session: Object.create(session, { transaction }) } as unknown as Database;
}
