import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { servingRole } from '../../../scripts/server/serving-role.mjs';
import { script } from '../../../scripts/set-up/ready-database.mjs';
import { temporaryFolder } from '../../../scripts/set-up/temporary.mjs';
import { ended, freePort, serve } from './served-process';

/** Where the demonstration's database lies ready to be copied, for all workers of a run. */
const ready = () => `${process.env.CANDOUR_BROWSER_DATA}/demonstration`;

/** The database from which that of the demonstration is made anew. */
export const untouched = 'candour_untouched';

/**
 * Makes the demonstration's database once for a run: migrated, filled, served until its jobs have begun and made its papers, and stopped; with a
 * copy that nobody touches. Playwright calls it before any test.
 */
export default async function makeDemonstration(): Promise<void> {
  // One key for all servers of the run: what was kept under it, the papers, is theirs.
  process.env.CANDOUR_BROWSER_PAGE_KEY = randomBytes(32).toString('hex');
  const data = temporaryFolder('browser');
  const database = await startPostgres({ dataFolder: data, durable: false });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...database.env,
    CANDOUR_TODAY: '2018-08-17',
    CANDOUR_DEMO: 'founding',
    CANDOUR_PAGE_KEY: process.env.CANDOUR_BROWSER_PAGE_KEY,
  };
  delete env.DATABASE_URL;
  await script('migrate', { ...env, CANDOUR_SERVING_ROLE: servingRole(database.env.PGDATABASE) });
  await script('demo', env);
  await begin({ ...env, PGUSER: servingRole(database.env.PGDATABASE), LOG_LEVEL: 'silent' }, database.env);
  await database.stop();
  renameSync(path.join(data, 'postgres'), ready());
  rmSync(data, { recursive: true, force: true });
}

/** What a server writes when it begins is in the record before a test looks, and in the copy. */
async function begin(
  env: NodeJS.ProcessEnv,
  owner: { PGHOST: string; PGUSER: string; PGDATABASE: string },
): Promise<void> {
  const to = (database: string) => postgres({ host: owner.PGHOST, user: owner.PGUSER, database, max: 1 });
  const app = await serve(await freePort(), env);
  const record = to(owner.PGDATABASE);
  for (let tries = 0; (await record`select from jobs.schedule`).length === 0; tries += 1) {
    if (tries > 100) throw new Error('the jobs of the demonstration did not begin');
    await wait(100);
  }
  for (let tries = 0; await lacksPapers(record); tries += 1) {
    if (tries > 600) throw new Error('the papers of the demonstration were not made');
    await wait(100);
  }
  await record.end({ timeout: 5 });
  await ended(app, 'SIGTERM');
  const server = to('postgres');
  await server`create database ${server(untouched)} template ${server(owner.PGDATABASE)}`;
  await server.end({ timeout: 5 });
}

/** Whether a job has papers still to make. */
async function lacksPapers(record: postgres.Sql): Promise<boolean> {
  const [row] = await record`select (select count(*) from papers) < 2 * (select count(*) from editions)
    or (select count(*) from committee_papers) < 2 * (select count(*) from committees) as lacks`;
  return row?.lacks === true;
}

/** Puts a copy of the demonstration's database into a data folder, as the server's user has it. */
export function copyDemonstration(data: string): void {
  if (!existsSync(path.join(ready(), 'PG_VERSION'))) throw new Error('the demonstration’s database was not made');
  const { status, stderr } = spawnSync('cp', ['-a', ready(), path.join(data, 'postgres')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demonstration’s database was not copied: ${stderr}`);
}
