import { type ChildProcess, spawn } from 'node:child_process';
import type { Sql } from 'postgres';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { journal, schemaOf } from './earlier-schema';

/** How many migrations the first release had, which must keep on being brought up to date. */
export const firstRelease = 2;

/** A database as a release of so many migrations left it, with a published figure and its correction. */
export async function databaseOf(sql: Sql, migrations: number, database: string) {
  const open = await schemaOf(sql, migrations, database);
  await open.sql`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
  await open.sql`insert into people (name, email) values ('Olive', 'o@t.example'), ('Hana', 'h@t.example')`;
  await open.sql`insert into services (slug, name, position) values ('buses', 'Buses', 1)`;
  await open.sql`
    insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window",
      lag_days, required_from, comparator, counts_people)
    values (1, 1, 'bus-01', 'Buses on time', 'On time.', 'percent', 0, 'higher', 'monthly', 'single', 20, '2026-04-01',
      'previous_period', false)`;
  const [classes] = await open.sql`
    select 1 from information_schema.columns where table_name = 'readings' and column_name = 'revision_reason'`;
  for (const revision of [0, 1])
    await open.sql`insert into readings ${open.sql([
      {
        measure_id: 1,
        period_start: '2026-07-01',
        revision,
        version: revision + 1,
        state: 'published',
        value: String(90 + revision),
        authors: [1],
        submitted_by: 1,
        submitted_at: '2026-08-20',
        approved_by: 2,
        approved_at: '2026-08-20',
        approved_hash: 'a'.repeat(64),
        published_at: '2026-08-20',
        public_note: revision === 0 ? null : 'Counted twice.',
        // A later release wants to know the class of a correction.
        ...(classes && { revision_reason: revision === 0 ? null : 'error' }),
      },
    ])}`;
  return open;
}

/** Starts a migration of a database in a process of its own; answers the process, and how it ends. */
export function migrating(database: string): { child: ChildProcess; gone: Promise<number | null> } {
  const child = spawn(process.execPath, compiled('scripts/migrate.ts'), {
    env: { ...process.env, ...(process.env.DATABASE_URL ? {} : { PGDATABASE: database }) },
    stdio: 'ignore',
  });
  return { child, gone: new Promise((resolve) => child.once('exit', resolve)) };
}

/** How many migrations a database has had, and how many different ones, and the rows that were there before. */
export async function schemaNow(sql: Sql) {
  const [applied] = await sql<{ n: number; kinds: number }[]>`
    select count(*)::int as n, count(distinct hash)::int as kinds from drizzle.__drizzle_migrations`;
  const rows = await sql`select revision, value, public_note from readings order by revision`;
  return { applied, rows: [...rows] };
}

/** What every database has in the end: each migration once, and both rows. */
export const wholeAndNew = {
  applied: { n: journal.entries.length, kinds: journal.entries.length },
  rows: [
    { revision: 0, value: '90', public_note: null },
    { revision: 1, value: '91', public_note: 'Counted twice.' },
  ],
};
