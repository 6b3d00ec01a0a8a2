import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mendMeasure } from '@/db/commands/measure/measure-edit';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { editionByNumber, rowsOf } from '@/db/queries/published/in-force';
import { frozenPage, sheetsOf } from '@/db/queries/published/measures';
import { verifyRecord } from '@/db/queries/verify/verify';
import { measures } from '@/db/schema';
import { sheetChanges } from '@/lib/edition/difference/measure-sheet-difference';
import { mendSentence } from '@/lib/series/mend';
import { at, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, buses } = await workingCouncil(db);
await openRecord(db, at);

const publish = async (moment: string) => {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  await publishEdition(db, as('Ada', { at: moment }), { service: 'buses', asAt: today, note: null, acknowledged });
};
const mend = async (title: string, moment: string) => {
  const [was] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
  if (!was) throw new Error('bus-01 is not there');
  const { definition } = was;
  return mendMeasure(db, as('Ada', { at: moment }), { code: 'bus-01', title, definition, was, reason: 'A typo.' });
};
const sheetOf = async (number: number) => {
  const edition = await editionByNumber(db, 'buses', number);
  const page = edition && (await frozenPage(db, edition.id, 'bus-01'));
  if (!page?.sheet) throw new Error(`edition ${number} has no page of bus-01`);
  return { ...page, sheet: page.sheet, id: edition?.id ?? 0 };
};

test('a slip that is mended before the first edition is nobody’s business', async () => {
  await mend('Buses on tiem 1', '2026-08-17T09:43:00Z');
  await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01'));
  await publish('2026-08-17T09:50:00Z');
  expect('mends' in (await sheetOf(1)).sheet).toBe(false);
});

test('one that is mended after it is told by the next edition as a slip, and the edition before keeps its bytes', async () => {
  const first = await sheetOf(1);
  const bytes = JSON.stringify([await rowsOf(db, first.id), first.sheet]);
  await mend('Buses on time 1', '2026-08-18T09:43:00Z');
  await publish('2026-08-18T10:00:00Z');
  const second = await sheetOf(2);
  expect(second.row.title).toBe('Buses on time 1');
  expect(second.sheet.mends?.map(mendSentence)).toEqual([
    'Title mended on 18 August 2026: a slip in “Buses on tiem 1”.',
  ]);
  expect(sheetChanges(first.sheet, second.sheet)).toEqual([
    ['words', 'Title mended on 18 August 2026: a slip in “Buses on tiem 1”.'],
  ]);
  const again = (await sheetsOf(db, [first.id])).get(first.id)?.get('bus-01');
  expect(JSON.stringify([await rowsOf(db, first.id), again])).toBe(bytes);
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('the edition after that has nothing new to tell of it', async () => {
  await mend('Buses on time 2', '2026-08-18T10:30:00Z').catch(() => null);
  const { rows } = await nextEdition(db, buses, today, 'signed');
  const second = await sheetOf(2);
  expect(rows.find(({ code }) => code === 'bus-01')?.sheet).toBe(second.row.sheet);
});
