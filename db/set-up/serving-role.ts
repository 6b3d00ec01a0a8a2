import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { scramVerifier } from '@/db/hashing/scram';
import { Refused } from '@/lib/form/refused';
import { inTurn } from './migrate';
import { type Change, grants } from './serving-grants';

const changes: Record<Change, SQL> = { insert: sql`insert`, update: sql`update`, delete: sql`delete` };

/** How PostgreSQL says that somebody may not. */
const notAllowed = '42501';

/**
 * As the owner: makes the role that serves, where it is missing, sets its password where one is given, and grants it exactly
 * what the application does. Twice is as once. Throws Refused when the role may do more than serve.
 */
export async function makeServingRole(
  role: string,
  { password = null, database }: { password?: string | null; database?: string } = {},
): Promise<void> {
  await inTurn(database ? { database } : {}, (db) =>
    db.transaction(async (tx) => {
      const [known] = await tx.execute(sql`select from pg_roles where rolname = ${role}`);
      if (!known)
        await tx.execute(sql`create role ${sql.identifier(role)} login noinherit nosuperuser nocreatedb nocreaterole`);
      await refuseMighty(tx, role);
      if (password) await setPassword(tx, role, password);
      await grantServing(tx, role);
    }),
  );
}

async function refuseMighty(tx: Transaction, role: string): Promise<void> {
  const [row] = await tx.execute<{ mighty: boolean }>(sql`
    select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
      or exists (select from pg_auth_members where member = r.oid)
      or exists (select from pg_class where relowner = r.oid)
      or exists (select from pg_proc where proowner = r.oid)
      or exists (select from pg_namespace where nspowner = r.oid)
      or exists (select from pg_database where datdba = r.oid) as mighty
    from pg_roles r where rolname = ${role}`);
  if (row?.mighty !== false)
    throw new Refused(
      `The role “${role}” is to serve, and may do more: it owns something, belongs to another role, or may make roles or ` +
        'databases. Give DATABASE_URL a role that may only sign in.',
    );
}

/** A role that did not make this one may not set its password; then the password stays as it is. */
async function setPassword(tx: Transaction, role: string, password: string): Promise<void> {
  await tx
    .transaction(async (inner) => {
      await inner.execute(sql`select set_config('candour.role', ${role}, true),
        set_config('candour.verifier', ${scramVerifier(password)}, true)`);
      await inner.execute(sql`do $$ begin execute format('alter role %I password %L',
        current_setting('candour.role'), current_setting('candour.verifier')); end $$`);
    })
    .catch((error) => {
      const { code } = ((error as Error).cause ?? error) as { code?: string };
      if (code !== notAllowed) throw error;
    });
}

async function grantServing(tx: Transaction, role: string): Promise<void> {
  const serving = sql.identifier(role);
  const [place] = await tx.execute<{ name: string }>(sql`select current_database() as name`);
  // A table of a session's own could stand before the record's in the eyes of a trigger.
  await tx.execute(sql`revoke create, temporary on database ${sql.identifier(place?.name ?? '')} from public`);
  await tx.execute(sql`revoke create on schema public from public`);
  await tx.execute(sql`revoke all on schema public from ${serving}`);
  await tx.execute(sql`revoke all on all tables in schema public from ${serving}`);
  await tx.execute(sql`revoke all on all sequences in schema public from ${serving}`);
  await tx.execute(sql`grant usage on schema public to ${serving}`);
  for (const [table, allowed] of Object.entries(grants)) {
    const privileges = sql.join([sql`select`, ...allowed.map((change) => changes[change])], sql`, `);
    await tx.execute(sql`grant ${privileges} on public.${sql.identifier(table)} to ${serving}`);
  }
  // Which migrations there were, so that the server can say whether its database is as new as it.
  await tx.execute(sql`grant usage on schema drizzle to ${serving}`);
  await tx.execute(sql`grant select (created_at) on drizzle.__drizzle_migrations to ${serving}`);
  const [jobs] = await tx.execute(sql`select from pg_namespace where nspname = 'jobs'`);
  if (!jobs) return;
  await tx.execute(sql`grant usage on schema jobs to ${serving}`);
  await tx.execute(sql`grant select, insert, update, delete on all tables in schema jobs to ${serving}`);
}
