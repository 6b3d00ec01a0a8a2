import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Transaction } from '../../db/connection/client';

export const migrationFiles = () => readMigrationFiles({ migrationsFolder: 'db/migrations' });

/** The hash of each migration that a record has, the first one first. */
export async function appliedMigrations(tx: Transaction): Promise<string[]> {
  const rows = await tx.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at`,
  );
  return rows.map(({ hash }) => hash);
}

/** Lays the tables of the first migrations into an empty database. */
export async function layMigrations(tx: Transaction, count: number): Promise<void> {
  await tx.execute(sql`create schema drizzle`);
  await tx.execute(
    sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  await migrateBetween(tx, 0, count);
}

/** Applies the migrations from one place in their order to another. */
export async function migrateBetween(tx: Transaction, from: number, to: number): Promise<void> {
  // Whoever hashed rows before, in this transaction, looks at what PostgreSQL brings first: a table would be made there.
  await tx.execute(sql`set local search_path = public, pg_temp`);
  for (const { sql: statements, hash, folderMillis } of migrationFiles().slice(from, to)) {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}
