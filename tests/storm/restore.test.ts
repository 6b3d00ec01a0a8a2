import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, expect, test, vi } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { connect, type Database } from '@/db/connection/client';
import { seedDemonstration } from '@/db/demo/seed';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { backupLines, writeBackup } from '../../scripts/backup/checksummed-file';
import { restoreLines } from '../../scripts/backup/restore';
import { recordLines } from '../../scripts/backup/write-record';
import { compiled } from '../../scripts/program/compiled.mjs';
import { manyReadings } from '../support/council/many-readings';
import { freshDatabase } from '../support/server/fresh-database';

const { db, sql, name } = await freshDatabase({ max: 8 });
const folder = mkdtempSync('/tmp/candour-restore-');
const target = `${name}_restored`;
const [card, site] = ['/scorecards/childrens-social-care', 'http://candour.test'];

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sql.unsafe(`drop database if exists ${target} with (force)`);
});

/** Each table's rows as one hash, in an order of their own; the renderings, a cache, are left out. */
async function hashes(on: Sql): Promise<Record<string, string>> {
  const tables = await on<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'renderings'
    order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await on<{ hash: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' order by t::text collate "C"), '')) as hash from ${on(name)} t`;
    found[name] = row?.hash ?? '';
  }
  return found;
}

/** The scorecard as a new process would answer it from a database. */
async function scorecardOf(database: string): Promise<string> {
  const before = process.env.PGDATABASE;
  process.env.PGDATABASE = database;
  vi.resetModules();
  const kept = globalThis as { candourPublicPool?: ReturnType<typeof connect> };
  delete kept.candourPublicPool;
  try {
    const { GET } = await import('@/app/(public)/scorecards/[service]/route');
    const params = Promise.resolve({ service: 'childrens-social-care' });
    const answer = await GET(new Request(site + card), { params });
    expect(answer.status).toBe(200);
    return await answer.text();
  } finally {
    await endOf(kept);
    process.env.PGDATABASE = before;
  }
}

const endOf = async (kept: { candourPublicPool?: ReturnType<typeof connect> }) => kept.candourPublicPool?.end();

test('a backup that is made during 100 writes a second is the record of one moment, to the last row and the last byte', async () => {
  await seedDemonstration(db);
  const [olive] = await sql<{ id: number }[]>`select id from people where name like 'Olive%'`;
  const places = [
    ['csc-02', '2018-07-01'],
    ['csc-03', '2018-07-01'],
    ['csc-11', '2018-04-01'],
    ['csc-12', '2018-04-01'],
  ] as const;
  let [going, writes] = [true, 0];
  const write = async ([code, periodStart]: (typeof places)[number]) => {
    let version: number | null = null;
    while (going) {
      const acting = { who: olive?.id ?? 0, at: new Date().toISOString(), today: '2018-08-17' };
      const content = {
        value: null,
        numerator: null,
        denominator: null,
        missing: null,
        expectedOn: null,
        provisional: false,
      };
      const words = {
        unusual: null,
        comments: `Write ${writes}.`,
        actions: [],
        publicNote: null,
        revisionReason: null,
        completed: [],
      };
      const seen = { code, periodStart, version };
      ({ version } = await saveReading(db, acting, { ...seen, content: { ...content, ...words } }));
      writes += 1;
      await wait(1_000 / (100 / places.length));
    }
  };
  const writers = places.map(write);
  const file = path.join(folder, 'busy.backup');
  let moment: Record<string, string> = {};
  // The same transaction as the backup's, whose snapshot another connection looks through as well.
  const shared = {
    transaction: ((work, options) =>
      db.transaction(async (tx) => {
        const [{ id } = { id: '' }] = await tx.execute<{ id: string }>('select pg_export_snapshot() as id');
        const other = connect({ database: name, max: 1 });
        await other.sql.begin('isolation level repeatable read', async (look) => {
          await look.unsafe(`set transaction snapshot '${id}'`);
          moment = await hashes(look as unknown as Sql);
        });
        await other.end();
        return work(tx);
      }, options)) as Database['transaction'],
  } as Database;
  await expect.poll(() => writes, { timeout: 30_000 }).toBeGreaterThan(20);
  const [before, begin] = [writes, performance.now()];
  let lines = 0;
  await writeBackup(file, (put) =>
    recordLines(shared, async (line) => {
      lines += 1;
      await wait(lines > 100 ? 0 : 40);
      await put(line);
    }),
  );
  const during = writes - before;
  console.log(
    `${during} writes during the backup, ${Math.round((during * 1_000) / (performance.now() - begin))} a second.`,
  );
  going = false;
  await Promise.all(writers);
  expect(during).toBeGreaterThan(20);

  await sql.unsafe(`create database ${target} template template0`);
  const open = connect({ database: target, max: 1 });
  try {
    await restoreLines(open.db, await backupLines(file));
    expect(await hashes(open.sql)).toEqual(moment);
    expect((await verifyRecord(open.db)).tampered).toBeNull();
    expect((await scorecardOf(target)) === (await scorecardOf(name))).toBe(true);
    // The moment was one in the middle.
    const count = async (on: Sql) => Number((await on`select count(*) from events`)[0]?.count);
    expect(await count(open.sql)).toBeLessThan(await count(sql));
  } finally {
    await open.end();
  }
});

/** Runs one of the two commands on a database; answers how long it took and the most memory that it held. */
async function command(
  database: string,
  ...words: string[]
): Promise<{ seconds: number; megabytes: number; code: number | null }> {
  const begin = performance.now();
  const options = [...compiled('scripts/backup.ts'), ...words];
  const child = spawn(process.execPath, options, { env: { ...process.env, PGDATABASE: database }, stdio: 'inherit' });
  let kilobytes = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {}
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  return {
    code,
    seconds: Math.round((performance.now() - begin) / 100) / 10,
    megabytes: Math.round(kilobytes / 1_024),
  };
}

test('a record of 1.2 million readings is backed up and restored whole, in bounded memory', async () => {
  const wanted = Number(process.env.CANDOUR_STORM_READINGS || 1_200_000);
  const large = `${name}_large`;
  await sql.unsafe(`create database ${large} template ${process.env.CANDOUR_TEST_TEMPLATE}`);
  await sql.unsafe(`drop database if exists ${target} with (force)`);
  await sql.unsafe(`create database ${target} template template0`);
  const [from, to] = [connect({ database: large, max: 1 }), connect({ database: target, max: 1 })];
  try {
    const readings = await manyReadings(from.sql, wanted);
    expect(readings).toBeGreaterThanOrEqual(wanted);
    await openRecord(from.db, new Date().toISOString());
    const file = path.join(folder, 'large.backup');
    const made = await command(large, 'backup', file);
    const restored = await command(target, 'restore', file);
    console.log(`${readings} readings: backup ${JSON.stringify(made)}, restore ${JSON.stringify(restored)}.`);
    expect([made.code, restored.code]).toEqual([0, 0]);
    expect(Math.max(made.megabytes, restored.megabytes)).toBeLessThan(700);
    const count = (on: Sql) => on`select count(*), sum(id), sum(measure_id) from readings`;
    expect(await count(to.sql)).toEqual(await count(from.sql));
  } finally {
    await Promise.all([from.end(), to.end()]);
    await sql.unsafe(`drop database if exists ${large} with (force)`);
  }
}, 1_200_000);
