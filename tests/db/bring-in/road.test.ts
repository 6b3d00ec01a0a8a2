import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { bringInFile } from '@/db/commands/bring-in/by-command';
import { answerImport } from '@/db/commands/bring-in/import-answers';
import { confirmImport } from '@/db/commands/bring-in/import-steps';
import { readImport } from '@/db/commands/bring-in/read-import';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { openRecord } from '@/db/events/opening';
import { importPage } from '@/db/queries/bring-in/import-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, imports, measures, readings, rememberedAnswers } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { eventSentence } from '@/lib/record/event-sentence';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, person } = await workingCouncil(db, { from: '2026-04-01' });
await openRecord(db, at);
const moment = { at, today };
const pasted = ['Measure\tPeriod\tFigure', 'bus-01\tApril 2026\t90', 'bus-01\tMay 2026\t91'].join('\n');
let workbook: Uint8Array;

beforeAll(async () => {
  workbook = await writeWorkbook([
    {
      name: 'Services',
      rows: [
        ['Name', 'Address', 'Place', 'Notice', 'Publishes', 'Hours'],
        ['Ferries', '', '', '', '', ''],
      ],
    },
    {
      name: 'Measures',
      rows: [
        ['Service', 'Code', 'Title', 'Definition', 'Unit', 'Better', 'How often', 'First period'],
        ['Ferries', 'ferry-01', 'Ferries on time', 'Sailings on time.', 'percent', 'higher', 'monthly', 'April 2026'],
      ],
    },
    {
      name: 'Readings',
      rows: [
        ['Measure', 'Period', 'Figure'],
        ['ferry-01', 'April 2026', 91],
        ['ferry-01', 'May 2026', 92],
        ['ferry-01', 'September 2026', 93],
      ],
    },
  ]);
});

test('a workbook of ours is received, read, looked at and brought in, and verified after', async () => {
  const id = await receiveFile(db, as('Ada'), { name: 'Ferries.xlsx', bytes: workbook, scope: 'council' });
  expect(await readImport(db, id, moment)).toBe(true);
  const who = await person('Ada');
  const page = await importPage(db, { who, id });
  expect(page).toMatchObject({
    fileName: 'Ferries.xlsx',
    state: 'ready',
    version: 1,
    counts: { create: 4, change: 0, same: 0, refuse: 1 },
    plan: {
      byKind: [{ kind: 'service' }, { kind: 'measure' }, { kind: 'reading' }],
      page: { number: 1, count: 1, rows: 5 },
    },
  });
  expect(page?.sheets.map(({ name, used }) => [name, used])).toEqual([
    ['Services', true],
    ['Measures', true],
    ['Readings', true],
  ]);
  expect(page?.sheets[2]?.rows[1]).toMatchObject({ number: 2, use: 'data', cells: ['ferry-01', 'April 2026', '91'] });
  const refusals = await importPage(db, { who, id, plan: { action: 'refuse' } });
  expect(refusals?.plan?.rows).toEqual([
    expect.objectContaining({
      position: 5,
      place: { sheet: 'Readings', row: 4, column: 'B' },
      sentence: 'This period has not ended yet, so it has no figure to give.',
    }),
  ]);
  expect(await refused(confirmImport(db, as('Ada'), { id, onlyGood: false }))).toMatch(
    /^one row cannot be brought in/i,
  );
  expect(await refused(confirmImport(db, as('Ada'), { id, onlyGood: true, version: 0 }))).toMatch(/was read again/);
  await confirmImport(db, as('Ada'), { id, onlyGood: true, version: 1 });
  expect(await applyImport(db, id, moment)).toBe(true);
  expect(await importPage(db, { who, id })).toMatchObject({
    state: 'done',
    counts: { create: 4, refuse: 1 },
    sentence: 'Ada brought it in: four rows added, no rows changed.',
    plan: { rows: [expect.objectContaining({ action: 'refuse' })] },
  });
  const [kept] = await db
    .select({ bytes: imports.bytes, sha256: imports.sha256 })
    .from(imports)
    .where(eq(imports.id, id));
  expect(kept?.bytes).toBeNull();
  const [event] = await db.select().from(events).where(eq(events.kind, 'file_brought_in'));
  expect(event?.details).toMatchObject({
    file: 'Ferries.xlsx',
    sha256: kept?.sha256,
    counts: { create: 4, refuse: 1 },
  });
  expect(event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' })).toBe(
    'Ada brought in the file Ferries.xlsx: 4 added, 0 changed, 0 left as they were, 1 refused.',
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('an answer has the file read again, and what it says of words is remembered', async () => {
  const id = await receiveFile(db, as('Ada'), { name: 'Ferries.xlsx', bytes: workbook, scope: 'council' });
  await readImport(db, id, moment);
  await answerImport(db, as('Ada'), { id, answers: { 'made up': 'x', empty: '' } });
  expect(await readImport(db, id, moment)).toBe(true);
  expect(await importPage(db, { who: await person('Ada'), id })).toMatchObject({
    version: 2,
    answers: { 'made up': 'x' },
    counts: { create: 0, change: 0, same: 4, refuse: 1 },
  });
  expect(await refused(confirmImport(db, as('Ada'), { id, onlyGood: true }))).toBe(
    'No row of this file can be brought in: mend it and bring it again.',
  );
});

test.each<[string, Uint8Array, RegExp]>([
  ['letter.pdf', Buffer.from('%PDF-1.7 not a sheet'), /PDF|not a workbook|spreadsheet/i],
  ['empty.csv', Buffer.from('\n\n'), /no cells with content/],
])('%s is refused with a sentence and leaves nothing', async (name, bytes, sentence) => {
  const id = await receiveFile(db, as('Adam'), { name, bytes, scope: 'council' });
  expect(await readImport(db, id, moment)).toBe(false);
  expect(await importPage(db, { who: await person('Adam'), id })).toMatchObject({
    state: 'refused',
    sentence: expect.stringMatching(sentence),
    plan: null,
  });
});

test('a table that is pasted is read as a sheet', async () => {
  const id = await receiveFile(db, as('Ada'), {
    name: 'Pasted text.txt',
    bytes: Buffer.from(pasted),
    scope: 'council',
  });
  await readImport(db, id, moment);
  const page = await importPage(db, { who: await person('Ada'), id });
  expect(page).toMatchObject({ kind: 'text', state: 'ready', counts: { create: 2, refuse: 0 } });
});

test('at the command line a file is checked, brought in by a person, and told so in the record', async () => {
  const file = { name: '/home/ada/Buses.csv', answers: {}, check: true, onlyGood: false };
  const bytes = Buffer.from('Measure,Period,Figure\nbus-01,April 2026,90\n');
  const party = { ...as('Ada'), byCommand: true as const };
  expect(await bringInFile(db, party, { ...file, bytes })).toMatch(
    /create .* 2: April 2026 of bus-01\. A draft: 90%\.\nNothing was changed: this was a check\.$/,
  );
  const [measure] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
  const drafts = () => db.$count(readings, eq(readings.measureId, measure?.id ?? 0));
  expect(await drafts()).toBe(0);
  expect(await bringInFile(db, party, { ...file, bytes, check: false })).toMatch(
    /Ada brought it in: one row added, no rows changed\.$/,
  );
  expect(await drafts()).toBe(1);
  const [event] = await db
    .select()
    .from(events)
    .where(eq(events.kind, 'reading_saved'))
    .orderBy(desc(events.id))
    .limit(1);
  expect(event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' })).toBe(
    'Ada, by command line, by the file Buses.csv, began April 2026 for measure 1.',
  );
  const later = Buffer.from('Measure,Period,Figure\nbus-01,May 2026,90\nbus-01,December 2026,90\n');
  await expect(bringInFile(db, party, { ...file, bytes: later, check: false })).rejects.toThrow(Refused);
  expect(await drafts()).toBe(1);
  expect(await bringInFile(db, party, { ...file, bytes: later, check: false, onlyGood: true })).toMatch(
    /one row added/,
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
  expect(await db.$count(rememberedAnswers)).toBeGreaterThanOrEqual(0);
});
