import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/connection/client';
import { carryOver } from '../../db/events/carried-over';
import { type Verified, verifyWithin } from '../../db/queries/verify/verify';
import { Refused } from '../../lib/form/refused';
import { mustBeEmpty } from './empty-database';
import { layMigrations, migrateBetween, migrationFiles } from './migrations';
import { fillTable, setCounter } from './rows';
import { tablesInOrder } from './tables';
import { CountersLine, Head, TableLine } from './write-record';

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
    await layMigrations(tx, head.migrations.length);
    await fill(tx, reader);
    await tx.execute(sql`set constraints all immediate`);
    const upgrade = () => migrateBetween(tx, head.migrations.length, known.length);
    await carryOver(tx, new Date().toISOString(), upgrade);
    const { tampered, checked } = await verifyWithin(tx);
    if (tampered)
      throw new Refused(
        `What was backed up was not whole: ${tampered.table} ${tampered.id}: ${tampered.what}. Nothing was changed.`,
      );
    return checked;
  });
}

async function fill(tx: Transaction, reader: AsyncIterator<string>): Promise<void> {
  const expected = (await tablesInOrder(tx)).map(({ name, columns }) => JSON.stringify({ name, columns })).sort();
  const filled: string[] = [];
  let line = await textOf(reader);
  async function* rows(): AsyncIterable<string> {
    for (line = await textOf(reader); line.startsWith('['); line = await textOf(reader)) yield line.slice(1, -1);
  }
  while (line.startsWith('{"table"')) {
    const { table: name, columns } = TableLine.parse(JSON.parse(line));
    filled.push(JSON.stringify({ name, columns }));
    if (!expected.includes(filled.at(-1) as string)) throw new Error(`The backup has an unknown table ${name}.`);
    await fillTable(tx, { name, columns }, rows());
  }
  if (JSON.stringify(filled.sort()) !== JSON.stringify(expected)) throw new Error('The backup lacks a table.');
  for (const { name, value } of CountersLine.parse(JSON.parse(line)).counters) await setCounter(tx, name, value);
}

const nextOf = async (reader: AsyncIterator<string>): Promise<unknown> => JSON.parse(await textOf(reader));

async function textOf(reader: AsyncIterator<string>): Promise<string> {
  const { value, done } = await reader.next();
  if (done) throw new Error('The backup ends too early.');
  return value;
}
