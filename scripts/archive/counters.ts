import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/connection/client';
import { Refused } from '../../lib/form/refused';
import { setCounter } from '../backup/rows';
import { quoted } from '../backup/tables';
import { archived } from './contents';

type Counter = { name: string; table: string; column: string; value: string | null };

/** The counters that number the rows of the tables that go. */
async function countersHere(tx: Transaction): Promise<Counter[]> {
  const names = Object.keys(archived).map((name) => sql`${name}`);
  return tx.execute<Counter>(sql`
    select s.relname::text as name, c.relname::text as "table", a.attname::text as column, q.last_value::text as value
    from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    join pg_sequences q on q.schemaname = 'public' and q.sequencename = s.relname
    where d.classid = 'pg_class'::regclass and d.deptype = 'i' and c.relnamespace = 'public'::regnamespace
      and c.relname in (${sql.join(names, sql`, `)}) order by 1`);
}

/** Where the counters stand, as far as they have counted. */
export async function countersOf(tx: Transaction): Promise<Record<string, string>> {
  const counters = (await countersHere(tx)).flatMap(({ name, value }) => (value === null ? [] : [[name, value]]));
  return Object.fromEntries(counters);
}

/** Has the counters go on from where they stood; refuses one that would give a number a second time. */
export async function setCounters(tx: Transaction, counters: Record<string, string>): Promise<void> {
  for (const { name, table, column } of await countersHere(tx)) {
    const value = counters[name] ?? '0';
    const [last] = await tx.execute<{ value: string }>(
      sql`select coalesce(max(${quoted(column)}), 0)::text as value from public.${quoted(table)}`,
    );
    if (!/^\d{1,18}$/.test(value) || BigInt(value) < BigInt(last?.value ?? 0))
      throw new Refused(
        `This archive is not as it was written: the counter ${name} is behind its rows. Nothing was changed.`,
      );
    if (name in counters) await setCounter(tx, name, value);
  }
}
