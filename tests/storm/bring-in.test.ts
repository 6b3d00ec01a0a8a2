import { expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { confirmImport } from '@/db/commands/bring-in/import-steps';
import { readImport } from '@/db/commands/bring-in/read-import';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { readings } from '@/db/schema';
import { formatMonth } from '@/lib/time/day';
import { addMonths } from '@/lib/time/period';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { outcome } from '../support/council/brought';
import { at, today, workingCouncil } from '../support/council/working-council';
import { freshDatabase } from '../support/server/fresh-database';

const size = Number(process.env.CANDOUR_STORM_MEASURES ?? 1_200);
const months = Array.from({ length: 30 }, (_, n) => formatMonth(addMonths('2024-01-01', n)));
const services = Array.from({ length: 30 }, (_, n) => `Service ${n + 1}`);
const codes = Array.from({ length: size }, (_, n) => `storm-${n + 1}`);
const moment = { at, today };

const { db } = await freshDatabase({ max: 4 });
const { as } = await workingCouncil(db);
await openRecord(db, at);

const bytes = await writeWorkbook([
  {
    name: 'Services',
    rows: [
      ['Name', 'Address', 'Place', 'Notice', 'Publishes', 'Hours'],
      ...services.map((name) => [name, '', '', '', '', '']),
    ],
  },
  {
    name: 'Measures',
    rows: [
      ['Service', 'Code', 'Title', 'Definition', 'Unit', 'Decimals', 'Better', 'How often', 'First period'],
      ...codes.map((code, n) => [
        services[n % 30] ?? '',
        code,
        `Measure ${n + 1}`,
        'What is counted.',
        'percent',
        1,
        'higher',
        'monthly',
        'January 2024',
      ]),
    ],
  },
  {
    name: 'Targets',
    rows: [
      ['Measure', 'From', 'Shape', 'Green from', 'Amber from'],
      ...codes.map((code) => [code, 'January 2024', 'at least', 90, 80]),
    ],
  },
  {
    name: 'Readings',
    rows: [
      ['Measure', 'Period', 'Figure', 'Comments'],
      ...codes.flatMap((code, n) => months.map((month, m) => [code, month, 70 + ((n * 7 + m * 3) % 30), 'As before.'])),
    ],
  },
]);

/** How long a piece of work takes, and how much more memory the process has held meanwhile. */
async function weighed<T>(what: string, work: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const [begun, before] = [performance.now(), process.memoryUsage().rss];
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const answer = await work();
  clearInterval(look);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round((most - before) / 2 ** 20)} MB more than before.`);
  return { answer, seconds };
}

test(`${size} measures × 30 months come in within two minutes, and once`, { timeout: 900_000 }, async () => {
  const id = await receiveFile(db, as('Ada'), { name: 'The whole council.xlsx', bytes, scope: 'council' });
  const read = await weighed('read, understood and planned', () => readImport(db, id, moment));
  expect(await outcome(db, id)).toMatchObject({ state: 'ready', counts: { create: 30 + size * 32, refuse: 0 } });
  await confirmImport(db, as('Ada'), { id, onlyGood: false });
  const applied = await weighed('brought in', () => applyImport(db, id, moment));
  expect(await outcome(db, id)).toMatchObject({ state: 'done' });
  expect(await db.$count(readings)).toBe(size * 30);
  expect(read.seconds + applied.seconds).toBeLessThan(120);
  const again = await receiveFile(db, as('Ada'), { name: 'The whole council.xlsx', bytes, scope: 'council' });
  await weighed('read again', () => readImport(db, again, moment));
  expect(await outcome(db, again)).toMatchObject({
    state: 'ready',
    counts: { create: 0, change: 0, same: 30 + size * 32 },
  });
  expect((await verifyRecord(db)).tampered).toBeNull();
});
