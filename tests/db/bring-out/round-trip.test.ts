import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { councilNow } from '@/db/commands/bring-in/council-now';
import { seedDemonstration } from '@/db/demo/seed';
import { openRecord } from '@/db/events/opening';
import { peopleWhere } from '@/db/facts/person';
import { councilOut } from '@/db/queries/bring-out/council-out';
import { people, roles } from '@/db/schema';
import { planOf } from '@/lib/bring-in/plan/plan';
import { understand } from '@/lib/bring-in/understanding/understand';
import { councilRows } from '@/lib/bring-out/council-sheets';
import { outSheets } from '@/lib/bring-out/out-sheets';
import { writeCsv } from '@/lib/workbook/csv-writing';
import type { Workbook } from '@/lib/workbook/workbook';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { everyCommand } from '../../support/council/every-command';
import { at, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

/** What a file that went out would do where it comes in again: nothing asked, and each row that is not left alone. */
async function broughtInAgain(
  db: Awaited<ReturnType<typeof freshDatabase>>['db'],
  email: string,
  today: string,
  form: 'xlsx' | 'csv',
) {
  const [who] = await peopleWhere(db, sql`${people.email} = ${email}`);
  if (!who) throw new Error(`${email} is not there`);
  const council = await councilOut(db, who, { whose: 'council', service: null, today });
  if (!council) throw new Error('nothing goes out');
  const sheets = outSheets(councilRows(council));
  const workbook: Workbook = { sheets: [], notices: [] };
  const files =
    form === 'xlsx'
      ? [[await writeWorkbook(sheets), 'performance.xlsx'] as const]
      : await Promise.all(
          sheets.map(async ({ name, rows }) => [await writeCsv(rows), `${name.toLowerCase()}.csv`] as const),
        );
  for (const [bytes, name] of files) {
    const read = await readWorkbook(bytes, name);
    if (!('workbook' in read)) throw new Error(read.refused);
    workbook.sheets.push(...read.workbook.sheets);
  }
  const codes = council.measures.map(({ draft }) => draft.code);
  const services = council.services?.map(({ name }) => name) ?? [];
  const { questions, leftOut, wishes } = understand(workbook, {}, { today, services, people: [], codes });
  const { rows } = planOf(
    wishes,
    await councilNow(db, wishes),
    { who, scope: 'council', fileName: 'performance.xlsx' },
    today,
  );
  const other = rows
    .filter(({ row }) => row.action !== 'same')
    .map(({ row }) => `${row.kind} ${row.action} ${row.what}: ${row.sentence}`);
  const history = council.measures.flatMap((measure) => measure.history).length;
  const left = leftOut.filter(({ why }) => !why.includes('for reading only'));
  return { questions, left, other, rows: rows.length, history };
}

test.each(['xlsx', 'csv'] as const)(
  'the demonstration goes out as %s and comes in again: nothing is asked, nothing changes',
  async (form) => {
    const { db } = await freshDatabase();
    await seedDemonstration(db);
    const { questions, left, other, rows } = await broughtInAgain(db, 'ada@candour.example', '2018-08-17', form);
    expect(rows).toBeGreaterThan(600);
    expect([questions, left]).toEqual([[], []]);
    expect(other).toEqual([]);
  },
);

test('a council in which every command was given goes out and comes in again the same', async () => {
  const { db } = await freshDatabase();
  const council = await workingCouncil(db, { buses: 3, from: '2026-03-01' });
  await openRecord(db, at);
  for (const [, run] of everyCommand(db, council)) await run();
  await db.insert(roles).values({ personId: council.id.Ada, role: 'administrator' }).onConflictDoNothing();
  for (const form of ['xlsx', 'csv'] as const) {
    const again = await broughtInAgain(db, 'ada@testshire.example', '2026-12-17', form);
    const { questions, left, other, rows, history } = again;
    expect(rows).toBeGreaterThan(40);
    expect(history).toBeGreaterThan(0);
    expect([questions, left, other]).toEqual([[], [], []]);
  }
});
