import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as scorecard } from '@/app/(public)/scorecards/[service]/route';
import { saveReading } from '@/db/commands/reading/reading-save';
import { database, publicDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { seedDemonstration } from '@/db/demo/seed';
import { verifyRecord } from '@/db/queries/verify/verify';
import { blankContent } from '@/lib/reading/content';
import { freshDatabase } from '../support/server/fresh-database';

const { db, sql, name } = await freshDatabase({ max: 3 });
const disk = mkdtempSync('/tmp/candour-disk-');
const space = `${name}_small`;

/** The tables that a save writes lie on a disk of 64 MB, which takes a mount: run this as an administrator. */
beforeAll(async () => {
  await seedDemonstration(db);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
  chmodSync(disk, 0o777);
  const folder = path.join(disk, 'space');
  mkdirSync(folder);
  const [{ home } = { home: '' }] = await sql<{ home: string }[]>`select current_setting('data_directory') as home`;
  execFileSync('chown', ['--reference', home, folder]);
  await sql.unsafe(`create tablespace ${space} location '${folder}'`);
  for (const table of ['readings', 'reading_versions', 'events']) {
    await sql.unsafe(`alter table ${table} set tablespace ${space}`);
    const indices = await sql<{ name: string }[]>`select indexname as name from pg_indexes where tablename = ${table}`;
    for (const index of indices) await sql.unsafe(`alter index "${index.name}" set tablespace ${space}`);
  }
});
afterAll(async () => {
  await Promise.all([database().$client.end({ timeout: 5 }), publicDatabase().$client.end({ timeout: 5 })]);
  for (const table of ['readings', 'reading_versions', 'events']) {
    await sql.unsafe(`alter table ${table} set tablespace pg_default`);
    const indices = await sql<{ name: string }[]>`select indexname as name from pg_indexes where tablename = ${table}`;
    for (const index of indices) await sql.unsafe(`alter index "${index.name}" set tablespace pg_default`);
  }
  await sql.unsafe('drop table if exists filler');
  await sql.unsafe(`drop tablespace ${space}`);
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const page = () => {
  const params = Promise.resolve({ service: 'childrens-social-care' });
  return scorecard(new Request('http://candour.test/scorecards/childrens-social-care'), { params });
};

test('the disk is full: a save is given up in time and changes nothing, pages are read, and room makes it good', async () => {
  const [olive] = await sql<{ id: number }[]>`select id from people where name like 'Olive%'`;
  const acting = { who: olive?.id ?? 0, at: '2018-08-17T10:00:00Z', today: '2018-08-17' };
  let version: number | null = null;
  const save = async (size: number) => {
    const content = { ...blankContent, comments: 'Words. '.repeat(size) };
    const place = { code: 'csc-02', periodStart: '2018-07-01', version, content };
    ({ version } = await saveReading(database(), acting, place));
  };
  await save(1);
  await sql.unsafe(
    `create table filler (words text storage plain) with (autovacuum_enabled = off) tablespace ${space}`,
  );
  for (const words of [4_000, 400, 40]) {
    const full = sql`insert into filler select repeat('x', ${words}::int) from generate_series(1, 1000000)`;
    await expect(full).rejects.toMatchObject({ code: '53100' });
    // What was filled up to the fault is given back only by a vacuum: the disk stays full.
  }
  let error: unknown = null;
  for (let tries = 0; tries < 300 && error === null; tries += 1)
    error = await save(600 + tries).then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect((error as { cause?: { code?: string } })?.cause?.code ?? (error as { code?: string })?.code).toBe('53100');
  expect(unreachable(error)).toBe(true);
  const [before] = await sql`select count(*)::int as n from reading_versions`;
  await expect(save(700)).rejects.toSatisfy(unreachable);
  expect((await sql`select count(*)::int as n from reading_versions`)[0]).toEqual(before);
  expect((await page()).status).toBe(200);

  await sql`drop table filler`;
  await save(700);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
