import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { invite } from '@/db/commands/people/invite';
import { offerSetUp } from '@/db/commands/people/set-up-links';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { seedDemonstration } from '@/db/demo/seed';
import { guarded } from '@/db/events/guarded';
import { openRecord } from '@/db/events/opening';
import { headsNow } from '@/db/queries/verify/chain-heads';
import { verifyRecord } from '@/db/queries/verify/verify';
import { columnComments } from '../../../scripts/archive/column-comments';
import { archived, leftOut, withheld } from '../../../scripts/archive/contents';
import { writeArchive } from '../../../scripts/archive/write';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { archiveCopies } from '../../support/record/archive-copies';
import { journal, schemaOf } from '../../support/record/earlier-schema';
import { textsOf } from '../../support/record/forged-archive';
import { copyRecord } from '../../support/record/record-copy';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();
const { file, empty, target, there, openThere, relations } = archiveCopies(sql, name);
const first = file('first.tar');
const template = process.env.CANDOUR_TEST_TEMPLATE as string;
const at = '2026-08-17T09:42:00Z';

beforeAll(async () => {
  await seedDemonstration(db);
  // A counter that is ahead of its rows, as after a withdrawn insert, must not give a number a second time.
  await sql`select nextval(pg_get_serial_sequence('events', 'id'))`;
  await writeArchive(db, first);
});

const words = (database: string, ...more: string[]) => {
  const env = { ...process.env };
  if (env.DATABASE_URL) env.DATABASE_URL = Object.assign(new URL(env.DATABASE_URL), { pathname: `/${database}` }).href;
  else env.PGDATABASE = database;
  const options = [...compiled('scripts/archive/archive.ts'), ...more];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { env, encoding: 'utf8', timeout: 60_000 });
  return { text: `${stdout}${stderr}`.trim(), code: status };
};

/** Archives the second database again, and holds the bytes against those of the archive that was opened there. */
const sameAgain = (opened: string) =>
  there(async (open) => {
    const again = file(`again-${Math.random()}.tar`);
    await writeArchive(open.db, again);
    expect(readFileSync(again).equals(readFileSync(opened))).toBe(true);
  });

test('the demonstration, opened in an empty database, is whole, has the same rows and counters, goes on, and gives the same bytes', async () => {
  await empty();
  expect(await openThere(first)).toMatchObject({ editions: 2 });
  await sameAgain(first);
  await there(async (open) => {
    expect((await verifyRecord(open.db)).tampered).toBeNull();
    const kept = async (on: typeof sql) => (await copyRecord(on)).filter(({ table }) => table in archived);
    const [before, after] = [await kept(sql), await kept(open.sql)];
    for (const [index, copy] of before.entries()) expect(after[index]?.rows === copy.rows, copy.table).toBe(true);
    const [counter] = await open.sql`select nextval(pg_get_serial_sequence('events', 'id'))::int as next,
      (select max(id)::int from events) as last`;
    expect(counter?.next).toBe((counter?.last ?? 0) + 2);
    const off = await open.sql`select 1 from pg_trigger where not tgisinternal and tgenabled <> 'O'`;
    expect(off).toHaveLength(0);
    await expect(open.sql`update events set kind = kind`).rejects.toThrow();
  });
});

test('a password stays, the row without it is told of, and the heads that were kept elsewhere still fit', async () => {
  const { token } = await invite(db, { who: null, at }, { email: 'olive@candour.example' });
  const browser = { session: null, device: null, address: null };
  await acceptInvitation(db, { token, password: 'a long walk by the river', browser });
  const heads = await headsNow(db);
  const [one, two] = [file('password.tar'), file('password-again.tar')];
  await writeArchive(db, one);
  await writeArchive(db, two);
  const bytes = readFileSync(one);
  expect(readFileSync(two).equals(bytes)).toBe(true);
  const [{ hash = '' } = {}] = await sql`select password_hash as hash from people where password_hash is not null`;
  expect(hash).toMatch(/^\$argon2id/);
  expect(bytes.includes(hash) || bytes.includes('argon2id$v=')).toBe(false);
  await empty();
  await openThere(one);
  await sameAgain(one);
  await there(async (open) => {
    expect(await open.sql`select 1 from people where password_hash is not null`).toHaveLength(0);
    expect((await verifyRecord(open.db, heads)).tampered).toBeNull();
    const [last] = await open.sql`select kind, details from events order by id desc limit 1`;
    expect(last).toMatchObject({ kind: 'record_opened', details: { archived: true } });
    // Whoever gets a password here is archived from here in the same way.
    const next = await invite(open.db, { who: null, at }, { email: 'hana@candour.example' });
    await acceptInvitation(open.db, { token: next.token, password: 'a longer walk by the sea', browser });
    expect((await verifyRecord(open.db)).tampered).toBeNull();
    await writeArchive(open.db, file('from-there.tar'));
  });
  await empty();
  await openThere(file('from-there.tar'));
  await sameAgain(file('from-there.tar'));
});

test('an installation that a start has prepared, with an address offered, takes an archive; one with a council refuses it', async () => {
  await empty(template);
  await there(({ db: other }) => offerSetUp(other));
  await openThere(first);
  await there(async (open) => expect((await verifyRecord(open.db)).tampered).toBeNull());
  await sameAgain(first);
  await expect(openThere(first)).rejects.toThrow('Northumberland County Council is here already.');
  await there(async (open) => expect((await verifyRecord(open.db)).tampered).toBeNull());
  await empty();
  await there((open) => open.sql`create table theirs (id int)`);
  await expect(openThere(first)).rejects.toThrow('not empty (it has public.theirs)');
  await empty(template);
  await there((open) => open.sql`insert into committees (slug, name) values ('roads', 'Roads')`);
  await expect(openThere(first)).rejects.toThrow('there are rows in committees');
});

test('an archive of an earlier version is brought to this one in a new database, and refused where a start laid newer tables', async () => {
  const earlier = `${name}_earlier`;
  const open = await schemaOf(sql, journal.entries.length - 1, earlier);
  const older = file('older.tar');
  try {
    await open.sql`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
    // An earlier version opened its record by the tables that it had; those that came later have no row.
    const tables = await open.sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    const later = Object.keys(guarded).filter((table) => !tables.some(({ name: here }) => here === table));
    for (const table of later) await open.sql`create table ${open.sql(table)} ()`;
    await openRecord(open.db, at);
    for (const table of later) await open.sql`drop table ${open.sql(table)}`;
    await writeArchive(open.db, older);
  } finally {
    await open.end();
    await sql.unsafe(`drop database ${earlier} with (force)`);
  }
  await empty();
  await openThere(older);
  await there(async ({ db: other, sql: on }) => {
    expect((await verifyRecord(other)).tampered).toBeNull();
    const [{ n = 0 } = {}] = await on`select count(*)::int as n from drizzle.__drizzle_migrations`;
    expect(n).toBe(journal.entries.length);
  });
  await empty(template);
  await expect(openThere(older)).rejects.toThrow('of an earlier version than the tables that are here');
});

test('each table goes, or is named with why it stays; what a right rests on goes, and so does every key', async () => {
  const tables = await sql<{ name: string; key: boolean }[]>`
    select relname as name, exists (select from pg_index where indrelid = c.oid and indisprimary) as key
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1`;
  expect(Object.keys({ ...archived, ...leftOut }).sort()).toEqual(tables.map((table) => table.name));
  expect(Object.keys(archived).filter((table) => table in leftOut)).toEqual([]);
  for (const { name: table, key } of tables) if (table in archived) expect(key, table).toBe(true);
  for (const [table, { passing }] of Object.entries(guarded)) expect(table in archived, table).toBe(!passing);
  const references = await sql<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`;
  for (const { from, to } of references) if (from in archived) expect(to in archived, `${from} to ${to}`).toBe(true);
  for (const [table, columns] of Object.entries(withheld))
    for (const column of Object.keys(columns))
      expect(
        await sql`select 1 from information_schema.columns where table_name = ${table} and column_name = ${column}
        and is_nullable = 'YES'`,
      ).toHaveLength(1);
});

test('the command says what went and what stays, never takes another file’s place, and answers a wrong word with its help', async () => {
  const own = file('own.tar');
  const answer = words(name, own);
  expect(answer).toEqual({ code: 0, text: expect.stringMatching(/whole record of .+: \d+ rows/) });
  expect(answer.text).toContain('Passwords, sessions and invitations stay here');
  const bytes = readFileSync(own);
  expect(words(name, own)).toMatchObject({ code: 1, text: expect.stringContaining('is there already') });
  expect(readFileSync(own).equals(bytes)).toBe(true);
  expect(words(name, '--open', own)).toMatchObject({ code: 1, text: expect.stringContaining('is here already') });
  expect(words(name, '--close', own)).toMatchObject({
    code: 1,
    text: expect.stringContaining('npm run archive -- FILE'),
  });
  await empty();
  expect(words(target, '--open', file('missing.tar'))).toMatchObject({
    code: 1,
    text: expect.stringContaining('no file'),
  });
  expect(await relations()).toBe(0);
  expect(words(target, '--open', own)).toEqual({
    code: 0,
    text: expect.stringContaining('Nobody has a password here'),
  });
});

test('the description names each file with its rows, each column as the database has it, and where one table leads to another', async () => {
  const texts = await textsOf(first);
  const described = JSON.parse(texts.get('candour-archive/datapackage.json') ?? '{}') as Described;
  const names = described.resources.map((resource) => resource.name);
  expect([...names].sort()).toEqual(Object.keys(archived).sort());
  const columns = await sql<{ place: string }[]>`
    select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`;
  const places = new Set(columns.map(({ place }) => place));
  for (const { name: table, path, rows, schema } of described.resources) {
    const lines = (texts.get(`candour-archive/${path}`) ?? 'none').split('\n').filter(Boolean);
    expect(lines, table).toHaveLength(rows);
    const fields = schema.fields.map((field) => field.name);
    for (const line of lines) expect(Object.keys(JSON.parse(line)), table).toEqual(fields);
    for (const field of fields) expect(places.has(`${table}.${field}`), `${table}.${field}`).toBe(true);
    expect(fields).toEqual(expect.arrayContaining(schema.primaryKey));
    for (const { reference } of schema.foreignKeys) expect(['', ...names]).toContain(reference.resource);
  }
  for (const place of Object.keys(columnComments())) expect(places.has(place), place).toBe(true);
  const people = described.resources.find((resource) => resource.name === 'people');
  expect(people?.schema.fields.find((field) => field.name === 'left_at')).toMatchObject({
    type: 'datetime',
    description: expect.stringContaining('stopped being one of us'),
  });
});

type Described = {
  resources: {
    name: string;
    path: string;
    rows: number;
    schema: {
      fields: { name: string; type: string; description?: string }[];
      primaryKey: string[];
      foreignKeys: { reference: { resource: string } }[];
    };
  }[];
};
