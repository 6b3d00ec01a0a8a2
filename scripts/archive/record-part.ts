import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '../../db/connection/client';
import { headsNow } from '../../db/queries/verify/chain-heads';
import type { Head } from '../../lib/record/chain-head';
import { appliedMigrations } from '../backup/migrations';
import { quoted, tablesInOrder } from '../backup/tables';
import { archived, withheld } from './contents';
import { countersOf } from './counters';
import { leavingEvent } from './leaving-event';
import type { Write, Written } from './tar';

/** Where a file of rows stands in an archive. */
export const folder = 'candour-archive';
export const dataFile = (table: string): string => `${folder}/data/${table}.ndjson`;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.strictObject({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: hash });

/** What an archive says of itself: all of it follows from the record, but the two files of words. */
export const Manifest = z.strictObject({
  format: z.literal('candour-archive'),
  version: z.literal(1),
  council: z.string(),
  /** The SHA-256 of each migration that made the tables. */
  migrations: z.array(hash).min(1),
  /** One file for each table. */
  data: z.array(file),
  /** The words about it, in an order of their own. */
  words: z.array(file),
  /** Where the counters of rows stand. */
  counters: z.record(z.string(), z.string()),
  /** The head of each chain of events. */
  heads: z.array(z.strictObject({ chain: z.string(), events: z.int(), hash })),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** A column of an archive, with how the database calls its values. */
export type ArchivedColumn = { name: string; type: string; needed: boolean; choices: string[] | null };
export type ArchivedTable = { name: string; key: string[]; columns: ArchivedColumn[] };

/** The tables that go, each after those that it refers to, with their columns that go. */
export async function archivedTables(tx: Transaction): Promise<ArchivedTable[]> {
  const tables: ArchivedTable[] = [];
  for (const { name } of await tablesInOrder(tx)) {
    if (!(name in archived)) continue;
    const columns = await tx.execute<ArchivedColumn>(sql`
      select a.attname::text as name, format_type(a.atttypid, null) as type, a.attnotnull as needed,
        (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid) as choices
      from pg_attribute a where a.attrelid = ${`public.${name}`}::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum`);
    const key = await tx.execute<{ name: string }>(sql`
      select a.attname::text as name from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (number, n), pg_attribute a
      where i.indrelid = ${`public.${name}`}::regclass and i.indisprimary and a.attrelid = i.indrelid
        and a.attnum = k.number order by k.n`);
    const hidden = withheld[name] ?? {};
    const going = columns.filter((column) => !(column.name in hidden));
    tables.push({ name, columns: [...going], key: key.map((column) => column.name) });
  }
  return tables;
}

/** What stands in a file for a value: exact decimals as text, instants in UTC to the microsecond, bytes as hexadecimal digits. */
const expressions: Record<string, (column: ReturnType<typeof quoted>) => ReturnType<typeof sql>> = {
  numeric: (column) => sql`${column}::text`,
  'timestamp with time zone': (column) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  bytea: (column) => sql`encode(${column}, 'hex')`,
};

const selected = ({ columns }: ArchivedTable) =>
  sql.join(
    columns.map(({ name, type }) => sql`${expressions[type]?.(quoted(name)) ?? quoted(name)} as ${quoted(name)}`),
    sql`, `,
  );

const ordered = ({ key, columns }: ArchivedTable) =>
  sql.join(
    key.map((name) => {
      const isText = columns.find((column) => column.name === name)?.type === 'text';
      return isText ? sql`${quoted(name)} collate "C"` : quoted(name);
    }),
    sql`, `,
  );

const batch = 1_000;

/** Writes the rows of a table in the order of their keys, a JSON object a line. */
async function tableLines(tx: Transaction, table: ArchivedTable, write: Write): Promise<void> {
  await tx.execute(sql`declare archived cursor for select row_to_json(t)::text as row
    from (select ${selected(table)} from public.${quoted(table.name)} order by ${ordered(table)}) t`);
  for (;;) {
    const rows = await tx.execute<{ row: string }>(sql`fetch ${sql.raw(`${batch}`)} from archived`);
    if (rows.length > 0) await write(rows.map(({ row }) => row).join('\n'));
    if (rows.length < batch) break;
  }
  await tx.execute(sql`close archived`);
}

export type RecordPart = Pick<Manifest, 'council' | 'migrations' | 'data' | 'counters' | 'heads'>;

/** Hands every row of the record that goes to `add`, file by file, and answers what the manifest says of it. */
export async function recordPart(
  tx: Transaction,
  add: (name: string, lines: (write: Write) => Promise<void>) => Promise<Written>,
): Promise<RecordPart> {
  await tx.execute(sql`set local statement_timeout = 0`);
  const [council] = await tx.execute<{ name: string }>(sql`select name from public.council`);
  const leaving = await leavingEvent(tx);
  const data: Written[] = [];
  for (const table of await archivedTables(tx))
    data.push(
      await add(dataFile(table.name), async (write) => {
        await tableLines(tx, table, write);
        if (table.name === 'events' && leaving) await write(await eventLine(tx, table, leaving.row));
      }),
    );
  const counters = await countersOf(tx);
  if (leaving) counters.events_id_seq = String(leaving.row.id);
  const heads = (await headsNow(tx)).map(({ chain, events, hash }): Head => ({ chain, events, hash }));
  return {
    council: council?.name ?? '',
    migrations: await appliedMigrations(tx),
    data,
    counters,
    heads: leaving ? withEvent(heads, leaving.row.hash) : heads,
  };
}

/** An event that is in no table yet, as the table would have it. */
async function eventLine(tx: Transaction, table: ArchivedTable, event: object): Promise<string> {
  const [line] = await tx.execute<{ row: string }>(sql`select row_to_json(t)::text as row
    from (select ${selected(table)} from jsonb_populate_record(null::public.events, ${JSON.stringify(event)}::text::jsonb)) t`);
  return line?.row ?? '';
}

const withEvent = (heads: Head[], hash: string): Head[] =>
  heads.map((head) => (head.chain === 'council' ? { chain: head.chain, events: head.events + 1, hash } : head));

export const columnList = ({ columns }: ArchivedTable): string[] => columns.map(({ name }) => name);
