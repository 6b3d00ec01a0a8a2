import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/connection/client';
import { carryOver } from '../../db/events/carried-over';
import { type Verified, verifyWithin } from '../../db/queries/verify/verify';
import { Refused } from '../../lib/form/refused';
import { CountersLine, Head, migrationFiles, mustBeEmpty, TableLine } from './lines';
import { list, quoted, tablesInOrder } from './tables';

const batch = 500;

/**
 * Puts a backup's lines into an empty database and checks the record against itself, in one transaction: a refusal or a fault
 * leaves the database as empty as it was. Answers what was checked.
 */
export function restoreLines(db: Database, lines: AsyncIterable<string>): Promise<Verified['checked']> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await mustBeEmpty(tx);
    const reader = lines[Symbol.asyncIterator]();
    const head = Head.parse(await nextOf(reader));
    const known = migrationFiles();
    if (head.migrations.some((hash, index) => known[index]?.hash !== hash))
      throw new Refused(
        'This backup is of another or a newer version of Candour. Restore it with that one; nothing was changed.',
      );
    await tx.execute(sql`create schema drizzle`);
    await tx.execute(
      sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    await migrateTo(tx, 0, head.migrations.length);
    await fill(tx, reader);
    await tx.execute(sql`set constraints all immediate`);
    const upgrade = () => migrateTo(tx, head.migrations.length, known.length);
    await carryOver(tx, new Date().toISOString(), upgrade);
    const { tampered, checked } = await verifyWithin(tx);
    if (tampered)
      throw new Refused(
        `What was backed up was not whole: ${tampered.table} ${tampered.id}: ${tampered.what}. Nothing was changed.`,
      );
    return checked;
  });
}

async function migrateTo(tx: Transaction, from: number, to: number): Promise<void> {
  for (const { sql: statements, hash, folderMillis } of migrationFiles().slice(from, to)) {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}

async function fill(tx: Transaction, reader: AsyncIterator<string>): Promise<void> {
  const expected = (await tablesInOrder(tx)).map(({ name, columns }) => JSON.stringify({ name, columns })).sort();
  const filled: string[] = [];
  let line = await nextOf(reader);
  while (!Array.isArray(line) && 'table' in (line as object)) {
    const { table, columns } = TableLine.parse(line);
    filled.push(JSON.stringify({ name: table, columns }));
    if (!expected.includes(filled.at(-1) as string)) throw new Error(`The backup has an unknown table ${table}.`);
    // The rules of a step that is taken today were kept when it was taken.
    await tx.execute(sql`alter table ${quoted(table)} disable trigger user`);
    let rows: unknown[] = [];
    const write = async () => {
      if (rows.length === 0) return;
      await tx.execute(sql`insert into ${quoted(table)} (${list(columns)}) overriding system value
        select ${list(columns)} from json_populate_recordset(null::${quoted(table)}, ${`[${rows.join(',')}]`}::text::json)`);
      rows = [];
    };
    let raw = await textOf(reader);
    while (raw.startsWith('[')) {
      rows.push(raw.slice(1, -1));
      if (rows.length >= batch) await write();
      raw = await textOf(reader);
    }
    await write();
    await tx.execute(sql`alter table ${quoted(table)} enable trigger user`);
    line = JSON.parse(raw);
  }
  if (JSON.stringify(filled.sort()) !== JSON.stringify(expected)) throw new Error('The backup lacks a table.');
  for (const { name, value } of CountersLine.parse(line).counters)
    await tx.execute(sql`select setval(${`public."${name}"`}::regclass, ${value}::bigint)`);
}

const nextOf = async (reader: AsyncIterator<string>): Promise<unknown> => JSON.parse(await textOf(reader));

async function textOf(reader: AsyncIterator<string>): Promise<string> {
  const { value, done } = await reader.next();
  if (done) throw new Error('The backup ends too early.');
  return value;
}
