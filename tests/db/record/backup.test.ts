import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/connection/client';
import { seedDemonstration } from '@/db/demo/seed';
import { migrate } from '@/db/set-up/migrate';
import { backupLines } from '../../../scripts/backup/checksummed-file';
import { restoreLines } from '../../../scripts/backup/restore';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { copyRecord } from '../../support/record/record-copy';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();
const folder = mkdtempSync('/tmp/candour-backup-');
const file = path.join(folder, 'record.backup');
const target = `${name}_restored`;

beforeAll(async () => {
  await seedDemonstration(db);
  // A counter that is ahead of its rows, as after a withdrawn insert, must not give a number a second time.
  await sql`select nextval(pg_get_serial_sequence('events', 'id'))`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sql.unsafe(`drop database if exists ${target} with (force)`);
});

/** What one of the two commands says on a database of this server. */
function command(database: string, ...words: string[]) {
  const env = { ...process.env };
  if (env.DATABASE_URL) env.DATABASE_URL = Object.assign(new URL(env.DATABASE_URL), { pathname: `/${database}` }).href;
  else env.PGDATABASE = database;
  const options = [...compiled('scripts/backup.ts'), ...words];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { env, encoding: 'utf8', timeout: 60_000 });
  return { said: `${stdout}${stderr}`.trim(), code: status };
}

async function emptyTarget(): Promise<void> {
  await sql.unsafe(`drop database if exists ${target} with (force)`);
  await sql.unsafe(`create database ${target} template template0`);
}

async function relationsOf(database: string): Promise<number> {
  const open = connect({ database, max: 1 });
  const [row] = await open.sql<{ n: number }[]>`
    select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^(pg_|information_schema)'`;
  await open.end();
  return row?.n ?? -1;
}

test('a backup restores into an empty database: the same rows, the same counters, whole, and ready to go on', async () => {
  expect(command(name, 'backup', file)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/whole record: \d+ rows/),
  });
  await emptyTarget();
  const restored = command(target, 'restore', file);
  expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/restored and whole: \d+ events/) });
  const open = connect({ database: target, max: 1 });
  try {
    expect((await copyRecord(open.sql)).map((each) => each.table).length).toBeGreaterThan(20);
    const [before, after] = [await copyRecord(sql), await copyRecord(open.sql)];
    for (const [index, copy] of before.entries()) expect(after[index]?.rows === copy.rows, copy.table).toBe(true);
    const counters = (on: typeof sql) => on`
      select sequencename, coalesce(last_value, 0) as at from pg_sequences where schemaname = 'public' order by 1`;
    expect(await counters(open.sql)).toEqual(await counters(sql));
    const triggers = (on: typeof sql) => on`select tgrelid::regclass::text as on, tgname, tgenabled from pg_trigger
      where not tgisinternal order by 1, 2`;
    expect(await triggers(open.sql)).toEqual(await triggers(sql));
    // Nothing is left to be migrated, and a second start changes nothing.
    await migrate({ database: target });
    expect(await open.sql`select hash from drizzle.__drizzle_migrations order by id`).toEqual(
      await sql`select hash from drizzle.__drizzle_migrations order by id`,
    );
    await expect(open.sql`update events set kind = kind`).rejects.toThrow();
  } finally {
    await open.end();
  }
});

test('a database that holds anything is refused and left as it is; a backup never takes another file’s place', async () => {
  const events = await sql`select count(*) from events`;
  expect(command(name, 'restore', file)).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });
  expect(await sql`select count(*) from events`).toEqual(events);
  const bytes = readFileSync(file);
  expect(command(name, 'backup', file)).toMatchObject({ code: 1, said: expect.stringContaining('is there already') });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a file that is damaged in any of twenty ways, or none of ours, is refused, and the empty database stays empty', async () => {
  await emptyTarget();
  const backup = readFileSync(file);
  const at = (share: number) => Math.floor(backup.length * share);
  const flipped = (place: number) => {
    const bytes = Buffer.from(backup);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  };
  const damaged: Buffer[] = [
    ...[0, 1, 50, at(0.25), at(0.5), at(0.75), backup.length - 73, backup.length - 1].map((end) =>
      backup.subarray(0, end),
    ),
    ...[0, 4, 9, at(0.1), at(0.5), at(0.9), backup.length - 74, backup.length - 10, backup.length - 1].map(flipped),
    Buffer.concat([backup, Buffer.from('\n')]),
    Buffer.concat([backup.subarray(0, at(0.5)), backup.subarray(at(0.5) + 1)]),
    Buffer.from('-- PostgreSQL database dump\n'),
  ];
  expect(damaged).toHaveLength(20);
  const bad = path.join(folder, 'bad.backup');
  const open = connect({ database: target, max: 1 });
  for (const [index, bytes] of damaged.entries()) {
    writeFileSync(bad, bytes);
    const restoring = backupLines(bad).then((lines) => restoreLines(open.db, lines));
    await expect(restoring, `way ${index}`).rejects.toThrow(/damaged, cut short or no backup of Candour/);
  }
  await open.end();
  expect(command(target, 'restore', bad)).toMatchObject({
    code: 1,
    said: expect.stringContaining('no backup of Candour'),
  });
  expect(command(target, 'restore', path.join(folder, 'missing'))).toMatchObject({ code: 1 });
  expect(await relationsOf(target)).toBe(0);
});

test('a record that was tampered with before it was backed up is named and not restored', async () => {
  const other = await tamperedBackup();
  await emptyTarget();
  const { code, said } = command(target, 'restore', other);
  expect([code, said]).toEqual([1, expect.stringContaining('was not whole: readings')]);
  expect(await relationsOf(target)).toBe(0);
});

async function tamperedBackup(): Promise<string> {
  await emptyTarget();
  expect(command(target, 'restore', file).code).toBe(0);
  const open = connect({ database: target, max: 1 });
  await open.sql`alter table readings disable trigger user`;
  await open.sql`update readings set value = value + 1 where id = 7`;
  await open.end();
  const other = path.join(folder, 'tampered.backup');
  expect(command(target, 'backup', other).code).toBe(0);
  return other;
}
