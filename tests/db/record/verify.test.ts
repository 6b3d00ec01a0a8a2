import { beforeAll, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import {
  acceptSuggestion,
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { seedDemonstration } from '@/db/demo/seed';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { deputies } from '@/db/schema';
import { verifyCommand } from '../../support/council/people-command';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { afterTampering, alteration, columnsOf, rowsIn } from '../../support/record/tampering';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, id, trams } = await workingCouncil(db);
const span = { serviceId: trams.id, headId: id.Hester, fromDay: '2026-08-01', untilDay: '2026-08-31' };
await db.insert(deputies).values({ ...span, deputyId: id.Nora });
await openRecord(db, at);
const release = { service: 'buses', asAt: today, note: null };
const late = ['bus-01', 'bus-02'].flatMap((code) => [`overdue:${code}:2026-07-01`, `open:${code}:2026-07-01`]);
const acknowledged = late.map((finding) => ({ finding, reason: 'It follows next week.' }));

/**
 * A reading through every step, in words that its head suggested, published and corrected; another one returned with
 * wording; a third approved by a deputy for her head.
 */
beforeAll(async () => {
  const action = { text: 'Buy two buses', owner: 'Head of Buses', due: '2026-09-01' };
  const first = await submitted(db, as('Olive'), 'bus-01', content({ actions: [action] }));
  await refused(approveReading(db, as('Olive'), first));
  await returnReading(db, as('Hana'), { ...first, reason: 'Say more', suggested: 'Fewer breakdowns than in June.' });
  const accepted = await acceptSuggestion(db, as('Olive'), first);
  await submitReading(db, as('Olive'), accepted);
  await approveReading(db, as('Dev'), accepted);
  await publishEdition(db, as('Ada'), { ...release, acknowledged });
  const correction = await beginCorrection(db, as('Olive'), accepted);
  const reading = content({ value: '92', publicNote: 'A depot was counted twice.' });
  const place = { code: 'bus-01', periodStart: '2026-07-01' };
  const corrected = await saveReading(db, as('Olive'), { ...place, version: correction.version, content: reading });
  await submitReading(db, as('Olive'), corrected);
  await approveReading(db, as('Dev'), corrected);
  const second = await submitted(db, as('Oskar'), 'bus-02');
  await returnReading(db, as('Hana'), { ...second, reason: 'Say more', suggested: 'It rained.' });
  await approveReading(db, as('Nora'), await submitted(db, as('Otis'), 'tram-01'));
});

test('a record that nobody touched is whole, with each chain’s head', async () => {
  const { tampered, heads, checked } = await verifyRecord(db);
  expect(tampered).toBeNull();
  expect(checked).toEqual({ events: 19, editions: 1, readings: 4, rows: 28, pages: 0 });
  expect(heads.map(({ chain, events }) => [chain, events])).toEqual([
    ['council', 1],
    ['buses', 15],
    ['trams', 3],
  ]);
});

const tables = {
  events: 'id::text',
  editions: 'id::text',
  edition_rows: `edition_id || ', ' || number`,
  edition_sheets: `edition_id || ', ' || code`,
  edition_readings: `edition_id || ', ' || code`,
  readings: 'id::text',
  reading_versions: `reading_id || ', ' || version`,
  actions: 'reading_id::text',
};

test('every alteration of one value in one row, by a superuser past every trigger, is named', async () => {
  const columns = await columnsOf(db, Object.keys(tables));
  const [missed, named, held]: [string[], string[], string[]] = [[], [], []];
  for (const [table, key] of Object.entries(tables)) {
    const rows = await rowsIn(db, table, key);
    const own = columns.filter((column) => column.table === table);
    for (const row of rows) {
      for (const column of own) {
        // What an action or an event is numbered by carries nothing: only their order counts.
        if (table === 'actions' && ['id', 'position'].includes(column.column)) continue;
        if (table === 'events' && column.column === 'id') continue;
        const verdict = await afterTampering(db, alteration(column, row.place));
        const what = `${table} ${row.key} ${column.column}`;
        if (verdict === 'refused') held.push(what);
        else if (verdict.tampered === null) missed.push(what);
        else named.push(`${what} → ${verdict.tampered.table} ${verdict.tampered.id}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(named.length).toBeGreaterThan(250);
  // The table and the row are those that were altered, except where only two rows together can show it.
  const elsewhere = named.filter((line) => {
    const [, table, id, column, found] = /^(\w+) (.+) (\w+) → (.+)$/.exec(line) ?? [];
    return (
      found !== `${table === 'actions' ? 'readings' : table} ${id}` &&
      !['edition_rows', 'actions'].includes(table ?? '') &&
      !['id', 'reading_id', 'version'].includes(column ?? '')
    );
  });
  expect(elsewhere).toEqual([]);
});

test('a removed, a moved and an added event are each found', async () => {
  const rows = await rowsIn(db, 'events', 'id::text');
  const ids = rows.map(({ key }) => Number(key)).sort((a, b) => a - b);
  const opening = await afterTampering(db, `delete from events where id = ${ids[0]}`);
  expect(opening === 'refused' ? null : opening.tampered).toMatchObject({
    table: 'council',
    what: 'no event tells of it',
  });
  for (const id of ids.slice(1, 15)) {
    const verdict = await afterTampering(db, `delete from events where id = ${id}`);
    expect(verdict === 'refused' ? null : verdict.tampered?.table, `event ${id} removed`).toBe('events');
    const moved = await afterTampering(db, `update events set id = 100000 where id = ${id}`);
    expect(moved === 'refused' ? null : moved.tampered?.table, `event ${id} moved`).toBe('events');
  }
  const added = `insert into events (at, service_id, kind, subject, subject_id, details, previous, hash)
    select at, service_id, kind, subject, subject_id, details, md5('x') || md5('y'), md5('a') || md5('b') from events where id = ${ids[1]}`;
  const verdict = await afterTampering(db, added);
  expect(verdict === 'refused' ? null : verdict.tampered?.table).toBe('events');
});

test('a chain that lost its end is found through heads that were kept elsewhere', async () => {
  const { heads } = await verifyRecord(db);
  const cut = `delete from events where id = (select max(id) from events)`;
  const alone = await afterTampering(db, cut);
  const against = await afterTampering(db, cut, heads);
  expect(alone === 'refused' ? null : alone.tampered?.table).not.toBe('events');
  expect(against === 'refused' ? null : against.tampered).toMatchObject({
    table: 'events',
    what: 'the chain ends here, and 1 events are missing',
  });
  expect((await verifyRecord(db, heads)).tampered).toBeNull();
});

test('a removed reading, version, edition or row of one is found', async () => {
  for (const table of ['readings', 'reading_versions', 'editions', 'edition_rows', 'actions']) {
    for (const { place } of await rowsIn(db, table, '1')) {
      const verdict = await afterTampering(db, `delete from ${table} where ctid = '${place}'`);
      expect(verdict === 'refused' ? 'refused' : verdict.tampered, `${table} ${place}`).toBeTruthy();
      expect(verdict === 'refused' ? null : verdict.tampered).not.toBeNull();
    }
  }
});

test('an edition or a reading that was removed with everything that belongs to it is still missed', async () => {
  const edition = 'with gone as (delete from edition_rows where edition_id = 1) delete from editions where id = 1';
  const reading = `with gone as (delete from reading_versions where reading_id = 4), also as (delete from actions where
    reading_id = 4) delete from readings where id = 4`;
  const verdicts = [await afterTampering(db, edition), await afterTampering(db, reading)];
  expect(verdicts.map((each) => each !== 'refused' && each.tampered)).toEqual([
    { table: 'editions', id: '1', what: 'it was published, and is not there any more' },
    { table: 'readings', id: '4', what: 'events tell of it, and it is not there any more' },
  ]);
});

test('the application’s own role of the record cannot alter it: the triggers refuse', async () => {
  for (const table of ['events', 'editions', 'edition_rows', 'reading_versions'])
    for (const statement of [`update ${table} set ctid = ctid`, `delete from ${table}`, `truncate ${table} cascade`])
      await expect(db.execute(statement)).rejects.toThrow();
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('the demonstration’s record is whole, and one altered seeded figure is found', async () => {
  const seeded = await freshDatabase();
  await seedDemonstration(seeded.db);
  expect((await verifyRecord(seeded.db)).tampered).toBeNull();
  const verdict = await afterTampering(seeded.db, 'update readings set value = value + 1 where id = 7');
  expect(verdict === 'refused' ? null : verdict.tampered).toMatchObject({ table: 'readings', id: '7' });
});

test('a record without an event is nothing to verify, and is not called whole', async () => {
  await freshDatabase();
  expect(verifyCommand(process.env)).toEqual({
    output: 'There is nothing to verify: this record has no events.',
    code: 1,
  });
});
