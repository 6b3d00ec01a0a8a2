import { createInterface } from 'node:readline/promises';
import type { Sql } from 'postgres';
import { connect } from '../db/connection/client';

const { sql, end } = connect({ max: 1 });
const [question] = process.argv.slice(2);
if (question === undefined) await conversation(sql);
else if (!(await answer(sql, question))) process.exitCode = 1;
await end();

/** One question after the other until the input ends. */
async function conversation(database: Sql): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  lines.setPrompt('candour> ');
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await answer(database, line);
    lines.prompt();
  }
}

/** Prints what the database answers to a question, or why it does not; a change is refused by the transaction. */
async function answer(database: Sql, text: string): Promise<boolean> {
  try {
    const rows = await database.begin('read only', (transaction) => transaction.unsafe(text));
    console.table(rows.map((row) => ({ ...row })));
    console.log(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
