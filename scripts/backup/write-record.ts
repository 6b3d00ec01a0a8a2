import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/connection/client';
import { appliedMigrations } from './migrations';
import { list, quoted, tablesInOrder } from './tables';

/** The first line of a backup: its format, when it was made, and the hash of each migration that its record had. */
export const Head = z.object({ candour: z.literal(1), at: z.string(), migrations: z.array(z.string()).min(1) });
/** Before the rows of a table, each of which is an array's only element; and, at the end, where the counters stood. */
export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export const CountersLine = z.object({ counters: z.array(z.object({ name: z.string(), value: z.string() })) });

const batch = 2_000;

/** Hands the whole record to `write`, some lines at a time, as it stands at one moment; writers are not kept waiting. */
export async function recordLines(db: Database, write: (line: string) => Promise<void>): Promise<number> {
  let rows = 0;
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`set local bytea_output = 'hex'`);
      await write(
        JSON.stringify({ candour: 1, at: new Date().toISOString(), migrations: await appliedMigrations(tx) }),
      );
      for (const { name, columns } of await tablesInOrder(tx)) {
        await write(JSON.stringify({ table: name, columns }));
        await tx.execute(sql`declare rows cursor for select row_to_json(t)::text as row
          from (select ${list(columns)} from ${quoted(name)}) t`);
        for (;;) {
          const fetched = await tx.execute<{ row: string }>(sql`fetch ${sql.raw(`${batch}`)} from rows`);
          if (fetched.length === 0) break;
          await write(fetched.map(({ row }) => `[${row}]`).join('\n'));
          rows += fetched.length;
        }
        await tx.execute(sql`close rows`);
      }
      // Counters only go up, and none is behind the rows that were seen.
      const counters = await tx.execute(
        sql`select sequencename::text as name, last_value::text as value from pg_sequences
          where schemaname = 'public' and last_value is not null order by 1`,
      );
      await write(JSON.stringify({ counters }));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  return rows;
}
