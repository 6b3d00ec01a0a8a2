import { sql } from 'drizzle-orm';
import type { Connection } from '../../db/connection/client';

export type Table = { name: string; columns: string[] };

/** Every table of the record with its stored columns, each after those that it refers to; papers and renderings, which are caches, are left out. */
export async function tablesInOrder(tx: Connection): Promise<Table[]> {
  const tables = await tx.execute<{ name: string; needs: string[]; columns: string[] }>(sql`
    select c.relname as name,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('papers', 'committee_papers', 'renderings')
    order by c.relname`);
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const here = new Set(ordered.map(({ name }) => name));
    const ready = tables.filter(({ name, needs }) => !here.has(name) && needs.every((need) => here.has(need)));
    if (ready.length === 0) throw new Error('The tables of the record refer to each other in a circle.');
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
  }
  return ordered;
}

export const quoted = (name: string) => sql.raw(`"${name.replaceAll('"', '""')}"`);
export const list = (columns: string[]) =>
  sql.join(
    columns.map((column) => quoted(column)),
    sql`, `,
  );
