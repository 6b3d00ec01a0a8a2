import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Database } from '@/db/connection/client';
import * as schema from '@/db/schema';

/** The test's own database through a connection that counts what it sends; answers how many statements a question took. */
export async function countedStatements(): Promise<(question: (db: Database) => Promise<unknown>) => Promise<number>> {
  let sent = 0;
  const debug = () => {
    sent += 1;
  };
  const settings = { max: 1, debug, onnotice: () => {} };
  const address = process.env.DATABASE_URL;
  const sql = address ? postgres(address, settings) : postgres({ host: process.env.PGHOST, ...settings });
  afterAll(() => sql.end({ timeout: 5 }));
  // A new connection asks for the types that the database knows.
  await sql`select 1`;
  const db: Database = drizzle(sql, { schema, casing: 'snake_case' });
  return async (question) => {
    const before = sent;
    await question(db);
    return sent - before;
  };
}
