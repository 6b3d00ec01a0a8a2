import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events } from '@/db/schema';
import { migrate } from '@/db/set-up/migrate';
import { at, submitted, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, name: database } = await freshDatabase();
const { as } = await workingCouncil(db);
await openRecord(db, at);
await submitted(db, as('Olive'), 'bus-01');

const folder = mkdtempSync('/tmp/candour-later-');
const journal = path.join(folder, 'meta/_journal.json');
let later = 0;

/** The upgrade to a later version whose one further migration does this. */
async function upgrade(statement: string) {
  later += 1;
  const tag = `9${later}_later`;
  const known = JSON.parse(readFileSync(journal, 'utf8'));
  const entry = { ...known.entries.at(-1), idx: known.entries.length, tag };
  entry.when += 1;
  writeFileSync(journal, JSON.stringify({ ...known, entries: [...known.entries, entry] }));
  writeFileSync(path.join(folder, `${tag}.sql`), statement);
  await migrate({ database, folder });
}

/** Done by a superuser behind the triggers. */
const behind = (statement: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(statement));
  });

const upgrades = async () =>
  (await db.select().from(events).where(eq(events.kind, 'record_opened'))).filter(({ details }) => details.upgraded);
const tampered = async () => (await verifyRecord(db)).tampered;

beforeAll(() => cpSync('db/migrations', folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test('a column that is never empty: each row is told of with what it was and is, and the record is whole', async () => {
  await upgrade(`alter table measures add column later integer not null default 7`);
  expect(await tampered()).toBeNull();
  const [event, ...more] = await upgrades();
  expect(more).toEqual([]);
  const rows = Object.entries(event?.details.rows ?? {});
  expect(rows.length).toBe(Number((await db.execute(sql`select count(*) from measures`))[0]?.count));
  expect(rows.every(([name, [was, now]]) => name.startsWith('measures ') && was && now && was !== now)).toBe(true);
});

test('rows that are rewritten, removed and added by the migration, its triggers firing', async () => {
  await upgrade(`update people set name = name || '.'; --> statement-breakpoint
    delete from roles where role = 'councillor'; --> statement-breakpoint
    insert into roles (person_id, role) select max(id), 'administrator' from people`);
  expect(await tampered()).toBeNull();
  expect(await upgrades()).toHaveLength(2);
});

test('a migration that changes no such row, and a start without one, write nothing', async () => {
  await upgrade('create table later (id integer)');
  await migrate({ database, folder });
  expect(await upgrades()).toHaveLength(2);
  expect(await tampered()).toBeNull();
});

test('a migration that fails leaves nothing', async () => {
  const before = await db.$count(events);
  const good = readFileSync(journal, 'utf8');
  await expect(
    upgrade('alter table services add column later integer not null default 1; select 1 / 0'),
  ).rejects.toThrow();
  writeFileSync(journal, good);
  expect(await db.$count(events)).toBe(before);
  expect(await tampered()).toBeNull();
});

/** In this order: a row that is there is named before one that is gone, and measures before roles. */
test.each([
  [
    ...(['put in', `insert into roles (person_id, role) values (1, 'councillor')`] as const),
    ...(['alter table roles add column since integer not null default 1', 'roles'] as const),
  ],
  [
    ...(['removed', `delete from roles where role = 'administrator'`] as const),
    ...(['alter table roles add column later integer not null default 1', 'roles'] as const),
  ],
  ['altered', `update measures set title = 'Forged' where id = 1`, 'update measures set later = 8', 'measures'],
])('a row that was %s past the record is not made good by it', async (way, forgery, migration, table) => {
  expect(await tampered()).toEqual(way === 'altered' ? expect.objectContaining({ table: 'roles' }) : null);
  await behind(forgery);
  const before = await tampered();
  expect(before).toMatchObject({ table });
  await upgrade(migration);
  expect(await tampered()).toEqual(before);
  if (way === 'put in') await behind(`delete from roles where person_id = 1 and role = 'councillor'`);
});
