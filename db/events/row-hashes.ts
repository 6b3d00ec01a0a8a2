import { type SQL, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { guarded } from './guarded';

/** A row as events tell of it ('targets 12'), and its hash now. */
export type HashedRow = { name: string; hash: string };

const hex = (text: SQL): SQL =>
  sql`pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${text}, 'UTF8')), 'hex')`;

/** A guarded table by its name, whatever else the database calls by it. */
export const tableOf = (table: string): SQL => sql`public.${sql.identifier(table)}`;

/**
 * The SHA-256 of every row of a guarded table as it is now, without its nulls, so that a column that comes later and is empty
 * changes nothing. By functions of PostgreSQL itself alone: one of the database's own could have been forged.
 */
export async function hashedRows(db: Connection, table: string): Promise<HashedRow[]> {
  const { key, hidden } = guarded[table] as (typeof guarded)[string];
  const parts = key.map((column) => sql`r.j ->> ${column}::text`);
  const named = sql`pg_catalog.concat_ws(', ', ${sql.join(parts, sql`, `)})`;
  const rowText = sql`(select pg_catalog.jsonb_object_agg(e.key, e.value)::text from pg_catalog.jsonb_each(r.j) e
    where e.value <> 'null')`;
  return db.execute<HashedRow>(sql`
    select ${`${table} `}::text || ${hidden ? hex(named) : named} as name, ${hex(rowText)} as hash
    from ${tableOf(table)} t, lateral (select pg_catalog.to_jsonb(t) as j) r order by 1`);
}

/** The hashes are made in one zone, and nothing of the database's own stands before what PostgreSQL brings. */
export const asPostgresBrings = sql`select pg_catalog.set_config('search_path', 'pg_catalog, public, pg_temp', true),
  pg_catalog.set_config('timezone', 'UTC', true)`;
