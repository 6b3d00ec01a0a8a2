import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { connect } from '@/db/connection/client';

const folder = 'db/migrations';
export const journal: { entries: { tag: string }[] } = JSON.parse(
  readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'),
);

/** A new database with the schema that a release of so many migrations left; the caller ends the connection and drops it. */
export async function schemaOf(sql: Sql, migrations: number, database: string): Promise<ReturnType<typeof connect>> {
  await sql.unsafe(`create database ${database}`);
  const earlier = mkdtempSync('/tmp/candour-earlier-');
  const entries = journal.entries.slice(0, migrations);
  mkdirSync(path.join(earlier, 'meta'));
  writeFileSync(path.join(earlier, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) cpSync(path.join(folder, `${tag}.sql`), path.join(earlier, `${tag}.sql`));
  const open = connect({ database, max: 2 });
  await apply(open.db, { migrationsFolder: earlier });
  rmSync(earlier, { recursive: true });
  return open;
}
