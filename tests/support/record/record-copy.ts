import type { Sql } from 'postgres';

/** A whole record: the rows of each table as JSON text, in an order in which they can be written. */
export type RecordCopy = { table: string; columns: string[]; rows: string }[];

/** Reads every table of the record through the driver; papers and renderings, which are caches, are left out. */
export async function copyRecord(sql: Sql): Promise<RecordCopy> {
  const copy: RecordCopy = [];
  for (const table of await tablesInOrder(sql)) {
    const columns = await writableColumns(sql, table);
    const order = columns.map((_, index) => index + 1).join(', ');
    const [read] = await sql<{ rows: string }[]>`
      select coalesce(jsonb_agg(t), '[]')::text as rows
      from (select ${sql(columns)} from ${sql(table)} order by ${sql.unsafe(order)}) t`;
    copy.push({ table, columns, rows: read?.rows ?? '[]' });
  }
  return copy;
}

/** Writes a copied record into an empty database that has those tables and columns, and lets its counters go on after it. */
export async function writeRecord(sql: Sql, copy: RecordCopy): Promise<void> {
  for (const { table, columns, rows } of copy) {
    // The rules of a step that is taken today were kept when it was taken.
    await sql`alter table ${sql(table)} disable trigger user`;
    await sql`
      insert into ${sql(table)} (${sql(columns)}) overriding system value
      select ${sql(columns)} from jsonb_populate_recordset(null::${sql(table)}, (${rows}::text)::jsonb)`;
    await sql`alter table ${sql(table)} enable trigger user`;
  }
  const counters = await sql<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`;
  for (const { table, column } of counters)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), (select max(${sql(column)}) from ${sql(table)}))
      where exists (select from ${sql(table)})`;
}

/** Every table of the record, each after those that it refers to. */
async function tablesInOrder(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string; needs: string[] }[]>`
    select c.relname as name, coalesce(array_agg(distinct f.relname) filter (where f.relname <> c.relname), '{}')::text[] as needs
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('papers', 'committee_papers', 'renderings')
    group by c.relname order by c.relname`;
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)),
    );
    if (ready.length === 0) throw new Error('the tables of the record refer to each other in a circle');
    ordered.push(...ready.map(({ name }) => name));
  }
  return ordered;
}

/** The columns of a table that are stored, in their order. */
async function writableColumns(sql: Sql, table: string): Promise<string[]> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  return columns.map(({ name }) => name);
}
