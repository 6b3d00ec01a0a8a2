import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';

/** How often a table is vacuumed at most; what holds one up is over in a second or two. */
const mostOften = 100;

/**
 * Vacuums and analyses a database until every page of it is known to be seen by all, as one that has lain still for long. A
 * vacuum beside anything that looks at the database, as PostgreSQL's own analysis of a table does, leaves the rows that are younger
 * to be looked up one by one, so that the same question reads five times as many pages.
 */
export async function settle(sql: Sql): Promise<void> {
  await sql`vacuum analyze`;
  for (let round = 0; round < mostOften; round += 1) {
    const unsettled = await sql<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relallvisible < c.relpages`;
    if (unsettled.length === 0) return;
    await wait(100);
    for (const { name } of unsettled) await sql.unsafe(`vacuum ${name}`);
  }
  throw new Error('Something looks at the database all the time, so that no vacuum comes to its end.');
}
