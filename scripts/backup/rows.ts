import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/connection/client';
import { list, quoted, type Table } from './tables';

const batch = 500;

/** Writes rows, each the text of a JSON object, into a table of the record as they are; answers how many. */
export async function fillTable(
  tx: Transaction,
  { name, columns }: Table,
  rows: AsyncIterable<string>,
): Promise<number> {
  let written = 0;
  let waiting: string[] = [];
  const write = async () => {
    if (waiting.length === 0) return;
    await tx.execute(sql`insert into ${quoted(name)} (${list(columns)}) overriding system value
      select ${list(columns)} from json_populate_recordset(null::${quoted(name)}, ${`[${waiting.join(',')}]`}::text::json)`);
    written += waiting.length;
    waiting = [];
  };
  // The rules of a step that is taken today were kept when it was taken.
  await tx.execute(sql`alter table ${quoted(name)} disable trigger user`);
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length >= batch) await write();
  }
  await write();
  await tx.execute(sql`alter table ${quoted(name)} enable trigger user`);
  return written;
}

/** Has the counter of a table's rows go on from where it stood. */
export async function setCounter(tx: Transaction, name: string, value: string): Promise<void> {
  await tx.execute(sql`select setval(${`public."${name}"`}::regclass, ${value}::bigint)`);
}
