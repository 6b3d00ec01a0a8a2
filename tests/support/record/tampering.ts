import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type Verified, verifyWithin } from '@/db/queries/verify/verify';

type Column = { table: string; column: string; type: string; udt: string };

/** Every column of these tables, as the database has them. */
export const columnsOf = (db: Database, tables: string[]): Promise<Column[]> =>
  db.execute<Column>(sql`select table_name as "table", column_name as "column", data_type as "type", udt_name as udt
    from information_schema.columns where table_schema = 'public' and table_name in ${tables}
    order by table_name, ordinal_position`);

/** An SQL expression for another value of a column's type than the one that is there. */
function otherValue({ column, type, udt }: Column): string {
  const c = `"${column}"`;
  if (type === 'ARRAY') return `${c} || ${udt === '_text' ? `'x'::text` : 9}`;
  if (type === 'jsonb') return `${c} || '{"tampered": "yes"}'`;
  if (type === 'boolean') return `not ${c}`;
  if (type === 'date') return `coalesce(${c}, '2020-01-01') + interval '1 month'`;
  if (type.startsWith('timestamp')) return `coalesce(${c}, now()) + interval '1 second'`;
  if (type === 'USER-DEFINED')
    return `(select w from unnest(enum_range(null::${udt})) w where w is distinct from ${c} order by random() limit 1)`;
  if (type === 'text')
    return /hash|sha|previous/.test(column)
      ? `md5(random()::text) || md5(random()::text)`
      : `coalesce(${c}, '') || 'x'`;
  return `coalesce(${c}, 0) + 1`;
}

/** Does something to the record as nobody may, with every guard of the database put aside, and answers what verify says; then undoes it. */
export async function afterTampering(
  db: Database,
  statement: string,
  against = [] as Verified['heads'],
): Promise<Verified | 'refused'> {
  const undone = new Error('undone');
  let verdict: Verified | 'refused' = 'refused';
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      const [, table] = /^update "?(\w+)"? set "?id"? =/.exec(statement) ?? [];
      if (table) await tx.execute(sql.raw(`alter table ${table} alter id drop identity if exists`));
      const changed = await tx.execute(sql.raw(statement));
      if (changed.count === 0) throw new Error(`nothing was tampered with by: ${statement}`);
      verdict = await verifyWithin(tx, against);
      throw undone;
    });
  } catch (error) {
    // A check of the table may refuse even a superuser, and then nothing was altered.
    if (error !== undone && !(error as Error & { cause?: { code?: string } }).cause?.code?.startsWith('23'))
      throw error;
  }
  return verdict;
}

/** Alters one column of one row, named by its place in the table. */
export const alteration = (column: Column, row: string): string =>
  `update "${column.table}" set "${column.column}" = ${otherValue(column)} where ctid = '${row}'`;

/** Every row of a table by its place in it, with its key as verify names it. */
export const rowsIn = (db: Database, table: string, key: string): Promise<{ place: string; key: string }[]> =>
  db.execute<{ place: string; key: string }>(
    sql.raw(`select ctid::text as place, ${key} as key from "${table}" order by 2`),
  );
