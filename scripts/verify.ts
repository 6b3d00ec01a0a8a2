import { readFileSync } from 'node:fs';
import { connect } from '../db/connection/client';
import { verifyRecord } from '../db/queries/verify/verify';
import { type Head, headsIn } from '../lib/record/chain-head';

const options = process.argv.slice(2);
const file = options.includes('--against') ? options[options.indexOf('--against') + 1] : null;
const unknown = options.find((option) => option !== '--heads' && option !== '--against' && option !== file);

/** The heads in a file or at an address, as `npm run verify -- --heads` or the daily job wrote them. */
async function headsAt(place: string): Promise<Head[]> {
  const heads = headsIn(/^https?:\/\//.test(place) ? await textAt(place) : readFileSync(place, 'utf8'));
  if (heads.length === 0) throw new Error(`There are no heads in ${place}.`);
  return heads;
}

/** The token goes to the address of the settings and to no other. */
async function textAt(address: string): Promise<string> {
  const { CANDOUR_HEADS_URL: headsUrl, CANDOUR_HEADS_TOKEN: token } = process.env;
  const headers: Record<string, string> = token && address === headsUrl ? { Authorization: `Bearer ${token}` } : {};
  const answer = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.text();
}

if (unknown !== undefined || file === undefined) {
  console.error(
    'npm run verify takes --heads, which prints the head of each chain, and --against FILE or ADDRESS, which holds some.',
  );
  process.exit(2);
}
const against = file === null ? [] : await headsAt(file);
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
