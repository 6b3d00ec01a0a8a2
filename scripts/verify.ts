import { readFileSync } from 'node:fs';
import { connect } from '../db/client';
import { type Head, verifyRecord } from '../db/queries/verify';

const options = process.argv.slice(2);
const file = options.includes('--against') ? options[options.indexOf('--against') + 1] : null;
const unknown = options.find((option) => option !== '--heads' && option !== '--against' && option !== file);

/** The heads in a file that `npm run verify -- --heads` wrote; every other line of it is left aside. */
function headsIn(path: string): Head[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const heads = lines.filter((line) => line.startsWith('{"chain"')).map((line) => JSON.parse(line) as Head);
  if (heads.length === 0) throw new Error(`There are no heads in ${path}.`);
  return heads;
}

if (unknown !== undefined || file === undefined) {
  console.error(
    'npm run verify takes --heads, which prints the head of each chain, and --against FILE, which holds some.',
  );
  process.exit(2);
}
const against = file === null ? [] : headsIn(file);
const { db, end } = connect({ max: 1 });
try {
  const { tampered, heads, checked } = await verifyRecord(db, against, process.env.CANDOUR_PAGE_KEY || null);
  if (tampered) {
    console.error(`Tampered with: ${tampered.table} ${tampered.id}: ${tampered.what}.`);
    process.exitCode = 1;
  } else if (checked.events === 0) {
    console.error('There is nothing to verify: this record has no events.');
    process.exitCode = 1;
  } else {
    if (options.includes('--heads')) for (const head of heads) console.log(JSON.stringify(head));
    const { events, editions, readings, rows, pages } = checked;
    const counts = `${events} events, ${editions} editions, ${readings} readings, ${rows} other rows and ${pages} kept pages`;
    console.log(`The record is whole: ${counts} are as they were written.`);
  }
} finally {
  await end();
}
