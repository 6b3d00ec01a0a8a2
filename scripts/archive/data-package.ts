import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/connection/client';
import { columnComments } from './column-comments';
import { archived } from './contents';
import { type ArchivedColumn, type ArchivedTable, dataFile, folder, type RecordPart } from './record-part';

type Reference = { from: string; columns: string[]; to: string; keys: string[] };

/** How Frictionless calls a type of the database; what is not here is text. */
const types: Record<string, string> = {
  integer: 'integer',
  bigint: 'integer',
  boolean: 'boolean',
  date: 'date',
  numeric: 'number',
  jsonb: 'any',
  'integer[]': 'array',
  'text[]': 'array',
  'timestamp with time zone': 'datetime',
};

const forms: Record<string, string> = {
  numeric: 'An exact decimal, written as text.',
  'timestamp with time zone': 'An instant in UTC.',
  bytea: 'Bytes, two hexadecimal digits each.',
};

/** The description of the data after Frictionless Data (datapackage.json): each file, its columns, keys and rules. */
export async function dataPackage(tx: Transaction, tables: ArchivedTable[], part: RecordPart): Promise<string> {
  const comments = columnComments();
  const references = await referencesOf(tx);
  const rules = await rulesOf(tx);
  const resources = tables.map(({ name, key, columns }) => {
    const written = part.data.find((file) => file.name === dataFile(name));
    const kept = rules.filter(({ table }) => table === name).map(({ rule }) => rule);
    return {
      name,
      path: dataFile(name).slice(folder.length + 1),
      description: archived[name],
      format: 'ndjson',
      mediatype: 'application/x-ndjson',
      encoding: 'utf-8',
      bytes: written?.bytes,
      hash: `sha256:${written?.sha256}`,
      rows: written?.rows,
      rules: kept,
      schema: {
        fields: columns.map((column) => field(column, comments[`${name}.${column.name}`])),
        primaryKey: key,
        foreignKeys: references
          .filter(({ from }) => from === name)
          .map(({ columns: fields, to, keys }) => ({
            fields,
            reference: { resource: to === name ? '' : to, fields: keys },
          })),
      },
    };
  });
  const title = `${part.council}: the whole record`;
  return JSON.stringify({ profile: 'data-package', name: 'candour-archive', title, resources }, null, 2);
}

function field({ name, type, needed, choices }: ArchivedColumn, comment: string | undefined) {
  const description = [comment, forms[type]].filter(Boolean).join(' ');
  return {
    name,
    type: types[type] ?? 'string',
    ...(description && { description }),
    constraints: { required: needed, ...(choices && { enum: choices }) },
  };
}

const referencesOf = (tx: Transaction): Promise<Reference[]> =>
  tx.execute<Reference>(sql`
    select c.relname::text as "from", f.relname::text as "to",
      (select jsonb_agg(a.attname order by n) from unnest(k.conkey) with ordinality as u (number, n)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
      (select jsonb_agg(a.attname order by n) from unnest(k.confkey) with ordinality as u (number, n)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as keys
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by k.conname collate "C"`);

/** The rules of the tables in the words of their names: 'a break says why'. */
async function rulesOf(tx: Transaction): Promise<{ table: string; rule: string }[]> {
  const rules = await tx.execute<{ table: string; rule: string }>(sql`
    select c.relname::text as "table", k.conname::text as rule
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype in ('c', 'u') and c.relnamespace = 'public'::regnamespace order by k.conname collate "C"`);
  return rules.map(({ table, rule }) => ({ table, rule: rule.replaceAll('_', ' ') }));
}
