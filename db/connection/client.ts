import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from '@/db/schema';
import { naming } from './named';

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What runs a statement: the pool, or a transaction under way. */
export type Connection = Database | Transaction;

/** How long the server lets a statement run, and wait for a lock, in milliseconds. */
type Limits = { statement_timeout?: number; lock_timeout?: number };

type Opening = { database?: string; user?: string; password?: string; max?: number; limits?: Limits; single?: boolean };

/**
 * Opens a pool on DATABASE_URL, or on the socket that PGHOST names; dates stay ISO text, numerics stay decimal text.
 * `single`: a question is never put behind a slow one on the same connection while another is free; the driver then opens no
 * transactions.
 */
export function connect(options: Opening = {}) {
  const settings: postgres.Options<Record<string, postgres.PostgresType>> = {
    max: options.max ?? 10,
    connect_timeout: 3,
    // A database that comes back is used again at once, not after a growing pause. While it is away each try tells one question
    // of it, so that many who ask would stand in line behind a longer pause.
    backoff: () => 0.05,
    idle_timeout: 60,
    connection: { application_name: 'candour', TimeZone: 'UTC', statement_timeout: 15_000, ...options.limits },
    onnotice: () => {},
  };
  if (options.database) settings.database = options.database;
  if (options.user) settings.user = options.user;
  if (options.password) settings.password = options.password;
  // The driver knows this setting, and its types do not.
  if (options.single) Object.assign(settings, { max_pipeline: 0 });
  const address = process.env.DATABASE_URL;
  const sql = address ? postgres(address, settings) : postgres({ host: process.env.PGHOST, ...settings });
  const db: Database = drizzle(naming(sql), { schema, casing: 'snake_case' });
  return { db, sql, end: () => sql.end({ timeout: 5 }) };
}
