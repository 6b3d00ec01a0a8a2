import { asc } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { answerImport } from '@/db/commands/bring-in/import-answers';
import { confirmImport } from '@/db/commands/bring-in/import-steps';
import { readImport } from '@/db/commands/bring-in/read-import';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { confirmHistory } from '@/db/commands/elsewhere/history-steps';
import { openRecord } from '@/db/events/opening';
import { importPage } from '@/db/queries/bring-in/import-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { historyBatches, historyFigures } from '@/db/schema';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, id: ids, person } = await workingCouncil(db, { from: '2026-04-01' });
const moment = { at, today };
beforeAll(() => openRecord(db, at));

const file = (rows: string[]) =>
  Buffer.from(['Measure,Period,Figure,Published where,Published on', ...rows].join('\n'));
const report = ['bus-01,April 2026,90,Annual report,20 June 2026', 'bus-02,May 2026,91,Annual report,20 June 2026'];

/** What a file of readings would do, and its import. */
async function planned(rows: string[]) {
  const id = await receiveFile(db, as('Ada'), { name: 'History.csv', bytes: file(rows), scope: 'council' });
  await readImport(db, id, moment);
  const page = await importPage(db, { who: await person('Ada'), id });
  return { id, counts: page?.counts, rows: page?.plan?.rows.map(({ action, sentence }) => `${action}: ${sentence}`) };
}

test('history comes in as one batch of its place and day, which the head confirms and never who brought it', async () => {
  const { id, counts } = await planned(report);
  expect(counts).toEqual({ create: 2, change: 0, same: 0, refuse: 0 });
  await confirmImport(db, as('Ada'), { id, onlyGood: false });
  await applyImport(db, id, moment);
  const batches = await db.select().from(historyBatches);
  expect(batches).toMatchObject([
    {
      publishedIn: 'Annual report',
      publishedOn: '2026-06-20',
      importId: id,
      fileName: 'History.csv',
      laidBy: ids.Ada,
      figures: 2,
    },
  ]);
  const batch = batches[0]?.id ?? 0;
  await refused(confirmHistory(db, as('Ada'), { id: batch }));
  await confirmHistory(db, as('Hana'), { id: batch });
  expect(
    await db.select({ value: historyFigures.value }).from(historyFigures).orderBy(asc(historyFigures.measureId)),
  ).toEqual([{ value: '90' }, { value: '91' }]);
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('the same file again changes nothing, and another figure of a period that came in is refused', async () => {
  expect((await planned(report)).counts).toEqual({ create: 0, change: 0, same: 2, refuse: 0 });
  const { rows } = await planned(['bus-01,April 2026,95,Annual report,20 June 2026']);
  expect(rows).toEqual(['refuse: A figure of April 2026 came in from elsewhere already, and it is another one.']);
});

test('the page tells history from drafts, and what a file laid', async () => {
  const own = ['bus-01,May 2026,92,,', 'bus-01,June 2026,93,,', 'bus-02,April 2026,50,,'];
  const id = await receiveFile(db, as('Ada'), { name: 'Own.csv', bytes: file(own), scope: 'council' });
  const answers = { 'published:before': 'yes', 'published:where': 'the annual report', 'published:on': '20 June 2026' };
  await readImport(db, id, moment);
  await answerImport(db, as('Ada'), { id, answers });
  await readImport(db, id, moment);
  const page = async () => importPage(db, { who: await person('Ada'), id });
  expect(await page()).toMatchObject({
    state: 'ready',
    laid: 0,
    plan: { counts: { create: 3 }, history: { create: 2 } },
  });
  await confirmImport(db, as('Ada'), { id, onlyGood: false });
  await applyImport(db, id, moment);
  expect(await page()).toMatchObject({ state: 'done', laid: 2, made: [{ kind: 'reading', count: 1 }] });
});
