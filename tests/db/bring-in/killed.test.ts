import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { confirmImport } from '@/db/commands/bring-in/import-steps';
import { readImport } from '@/db/commands/bring-in/read-import';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { waitingImports, workOnImport } from '@/db/commands/bring-in/work-on-import';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, importRows, imports, measures, readings, services } from '@/db/schema';
import { outcome, understood } from '../../support/council/brought';
import { wish } from '../../support/council/wishes';
import { at, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const { as } = await workingCouncil(db);
await openRecord(db, at);
const moment = { at, today };
const added = {
  service: 'Ferries',
  definition: 'Ran.',
  unit: 'percent',
  better: 'higher',
  frequency: 'monthly',
  first_period: 'January 2021',
};
const wishes = [
  wish('service', 2, { name: 'Ferries' }),
  ...Array.from({ length: 10 }, (_, n) =>
    wish('measure', n + 2, { ...added, code: `ferry-${n}`, title: `Ferry ${n}` }),
  ),
  ...Array.from({ length: 240 }, (_, n) =>
    wish('reading', n + 2, {
      measure: `ferry-${n % 10}`,
      period: `${2021 + Math.floor(n / 120)}-${String((Math.floor(n / 10) % 12) + 1).padStart(2, '0')}`,
      figure: '90',
    }),
  ),
];
const counts = async () => [await db.$count(services), await db.$count(measures), await db.$count(readings)];
/** So long nobody has worked on any file. */
const minutesPass = (minutes: number) =>
  db.update(imports).set({ beatAt: sql`${imports.beatAt} - make_interval(mins => ${minutes})` });

test('killed in the middle it leaves nothing, and whoever takes it over brings all of it in', async () => {
  const file = await understood(db, as('Ada'), wishes);
  expect(file.counts).toMatchObject({ create: 251, refuse: 0 });
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
  const [before, recorded] = [await counts(), await db.$count(events)];
  await db.execute(sql`create function power_is_cut() returns trigger language plpgsql as
    $$ begin raise exception 'terminating connection' using errcode = '57P01'; end $$`);
  for (let round = 0; round < 2; round += 1) {
    // Services, measures, readings and their events are written when it is cut off, at another place each round.
    const table = sql.raw(['reading_versions', 'remembered_answers'][round] ?? '');
    await db.execute(
      sql`create trigger power_is_cut before insert on ${table} for each statement execute function power_is_cut()`,
    );
    await expect(applyImport(db, file.id, moment)).rejects.toThrow();
    await db.execute(sql`drop trigger power_is_cut on ${table}`);
    expect(await counts()).toEqual(before);
    expect(await db.$count(events)).toBe(recorded);
    expect((await outcome(db, file.id)).state).toBe('working');
    // Somebody else leaves it alone for a minute, since it may still be worked on.
    expect(await applyImport(db, file.id, moment)).toBe(false);
    expect(await waitingImports(db)).toEqual([file.id]);
    await minutesPass(2);
  }
  expect(await applyImport(db, file.id, moment)).toBe(true);
  const more = [1, 10, 240];
  expect(await counts()).toEqual(before.map((count, index) => count + (more[index] ?? 0)));
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('a fault gives a file up: whoever looks next takes it over at once', async () => {
  const file = await understood(db, as('Ada'), [wish('service', 2, { name: 'Harbours' })]);
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
  await db.execute(
    sql`create trigger power_is_cut before insert on services for each statement execute function power_is_cut()`,
  );
  await expect(workOnImport(db, file.id, moment)).rejects.toThrow();
  expect((await outcome(db, file.id)).state).toBe('working');
  await db.execute(sql`drop trigger power_is_cut on services`);
  await workOnImport(db, file.id, moment);
  expect((await outcome(db, file.id)).state).toBe('done');
});

test('a file that never comes to an end is refused after five tries, and its bytes are gone', async () => {
  const file = await understood(db, as('Ada'), [
    wish('reading', 2, { measure: 'bus-01', period: 'July 2026', figure: '90' }),
  ]);
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
  await db.update(imports).set({ tries: 5 }).where(eq(imports.id, file.id));
  await minutesPass(2);
  expect(await applyImport(db, file.id, moment)).toBe(false);
  expect(await outcome(db, file.id)).toMatchObject({
    state: 'refused',
    sentence: expect.stringMatching(/never came to an end/),
  });
  expect(await db.$count(importRows, eq(importRows.importId, file.id))).toBe(0);
});

test('a file whose reader died is read again after a minute, and refused after three', async () => {
  const bytes = Buffer.from('Measure,Period,Figure\nbus-01,July 2026,90\n');
  const id = await receiveFile(db, as('Ada'), { name: 'Readings.csv', bytes, scope: 'council' });
  const dies = () =>
    db
      .update(imports)
      .set({ state: 'reading', tries: sql`${imports.tries} + 1`, beatAt: sql`now()` })
      .where(eq(imports.id, id));
  await dies();
  expect(await readImport(db, id, moment)).toBe(false);
  await minutesPass(2);
  expect(await readImport(db, id, moment)).toBe(true);
  await db.update(imports).set({ tries: 2 }).where(eq(imports.id, id));
  await dies();
  await minutesPass(2);
  expect(await readImport(db, id, moment)).toBe(false);
  expect(await outcome(db, id)).toMatchObject({
    state: 'refused',
    sentence: expect.stringMatching(/could not be read to its end/),
  });
});
