import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '@/db/commands/people/add-person';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { connect } from '@/db/connection/client';
import { openRecord } from '@/db/events/opening';
import { backupLines, writeBackup } from '../../../scripts/backup/checksummed-file';
import { drillBackup } from '../../../scripts/backup/drill';
import { restoreLines } from '../../../scripts/backup/restore';
import { recordLines } from '../../../scripts/backup/write-record';
import { at, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();
const folder = mkdtempSync('/tmp/candour-drill-');
const file = path.join(folder, 'record.backup');

beforeAll(async () => {
  const { as } = await workingCouncil(db, { buses: 1 });
  await openRecord(db, at);
  await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01'));
  await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged: [] });
  await writeBackup(file, (write) => recordLines(db, write));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The databases that drills have left. */
const left = async () =>
  (await sql`select 1 from pg_database where datname like ${`${name.slice(0, 56)}_drill%`}`).length;

const other = `${name}_other`;
const drillName = `${name.slice(0, 56)}_drill`;
const party = { who: null, at };

/** A second database with the same record, to go another way from here on. */
async function otherRecord() {
  await sql.unsafe(`drop database if exists ${other} with (force)`);
  await sql.unsafe(`create database ${other} template template0`);
  const open = connect({ database: other, max: 1 });
  await restoreLines(open.db, await backupLines(file));
  return open;
}

test('a backup is restored beside the record, found whole, compared with what the record has had since, and removed again', async () => {
  const before = await drillBackup(db, file);
  expect(before).toMatchObject({ since: 0, isOlder: false });
  expect(before.events).toBeGreaterThan(0);
  expect(before.editions).toBeGreaterThan(0);
  await addPerson(db, party, { name: 'Zoe Park', email: 'zoe@testshire.example' });
  const after = await drillBackup(db, file);
  expect(after.since).toBeGreaterThan(0);
  expect({ ...after, since: 0 }).toEqual(before);
  expect(await left()).toBe(0);
});

test('what a drill left that was killed is removed by the next one; one that is under way is left alone', async () => {
  await sql.unsafe(`create database ${drillName} template template0`);
  const busy = connect({ database: drillName, max: 1 });
  await busy.sql`select 1`;
  await expect(drillBackup(db, file)).rejects.toThrow('Another drill is under way');
  await busy.end();
  expect(await drillBackup(db, file)).toMatchObject({ isOlder: false });
  expect(await left()).toBe(0);
});

test('a backup that the record does not go on from is refused: another history, or a record that has lost its end', async () => {
  const open = await otherRecord();
  try {
    await addPerson(open.db, party, { name: 'Yan Poe', email: 'yan@testshire.example' });
    const elsewhere = path.join(folder, 'elsewhere.backup');
    await writeBackup(elsewhere, (write) => recordLines(open.db, write));
    await expect(drillBackup(db, elsewhere)).rejects.toThrow(/do not agree: events .* another event/);
    const later = path.join(folder, 'later.backup');
    await writeBackup(later, (write) => recordLines(db, write));
    await open.sql`alter table events disable trigger user`;
    await open.sql`delete from events where id = (select max(id) from events)`;
    await expect(drillBackup(open.db, later)).rejects.toThrow(/do not agree: events .*missing/);
    expect(await left()).toBe(0);
  } finally {
    await open.end();
    await sql.unsafe(`drop database if exists ${other} with (force)`);
  }
});

test('a backup of a record that was tampered with fails its drill, and nothing of it stays', async () => {
  const open = await otherRecord();
  const bad = path.join(folder, 'tampered.backup');
  await open.sql`alter table readings disable trigger user`;
  await open.sql`update readings set value = value + 1`;
  await writeBackup(bad, (write) => recordLines(open.db, write));
  await open.end();
  await expect(drillBackup(db, bad)).rejects.toThrow('was not whole: readings');
  expect(await left()).toBe(0);
});
