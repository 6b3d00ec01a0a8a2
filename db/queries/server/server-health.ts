import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import journal from '@/db/migrations/meta/_journal.json';
import type { HeadsKept } from '@/lib/record/chain-head';

/**
 * How the server signs in to its database: as one of two roles, which serves and owns nothing, or as the one that may alter
 * the record's tables as well. Null where the record has not been set up. It reads the database's own catalogue alone.
 */
export async function rolesInUse(db: Database): Promise<'two' | 'one' | null> {
  const [row] = await db.execute<{ owns: boolean }>(sql`
    select pg_has_role(relowner, 'member') as owns from pg_class where oid = to_regclass('public.events')`);
  if (!row) return null;
  return row.owns ? 'one' : 'two';
}

/** Whether a database has the migrations of this build, fewer, or more; null where the role that serves is not shown them. */
export type Migrations = 'current' | 'behind' | 'ahead' | null;

/** How the migrations of a database stand to those of this build: by the newest of each, as the migrator goes by them. */
export async function migrationsOf(db: Database): Promise<Migrations> {
  const [schema] = await db.execute<{ isShown: boolean }>(
    sql`select has_schema_privilege(oid, 'usage') as "isShown" from pg_namespace where nspname = 'drizzle'`,
  );
  if (!schema?.isShown) return null;
  const [last] = await db.execute<{ at: string | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  );
  return comparedMigrations(Number(last?.at ?? 0), journal.entries.at(-1)?.when ?? 0);
}

/** The newest migration of a database beside the newest of a build, each by its time. */
const comparedMigrations = (theirs: number, ours: number): Exclude<Migrations, null> =>
  theirs === ours ? 'current' : theirs < ours ? 'behind' : 'ahead';

/** This moment by the database's own clock, whatever day is lived in. */
export async function clockOf(db: Database): Promise<string> {
  const [row] = await db.execute<{ now: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  );
  return row?.now ?? '';
}

/** When heads of the record last left the machine, by what the jobs keep of their own work, and how the last try ended. */
export async function headsKept(db: Database): Promise<HeadsKept> {
  const [row] = await db.execute<HeadsKept>(sql`
    with tries as (
      select state::text, created_on, completed_on from jobs.job where name = 'heads'
      union all select state::text, created_on, completed_on from jobs.archive where name = 'heads')
    select max(completed_on) filter (where state = 'completed') as last,
      (array_agg(state order by created_on desc))[1] as state
    from tries`);
  return row ?? { last: null, state: null };
}
