import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { startPostgres } from '../../scripts/postgres.mjs';
import { servingRole } from '../../scripts/serving.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { copyDemonstration } from './demonstration-cluster';

/** What a test wants to be set otherwise; it is told the address of its server first. */
type Wishes = (address: string) => Record<string, string>;

/** The built application on a demonstration database of a test's own, which may be killed, mended and looked into. */
export async function ownServer(wishes: Wishes = () => ({})) {
  const data = temporaryFolder('browser');
  copyDemonstration(data);
  const database = await startPostgres({ dataFolder: data, durable: false });
  const [AUTH_SECRET, CANDOUR_PAGE_KEY] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const settings = { CANDOUR_TODAY: '2018-08-17', AUTH_SECRET, CANDOUR_PAGE_KEY, LOG_LEVEL: 'silent' };
  // As `npm start` has it: the application serves as a role that owns nothing, and only the test itself is the owner.
  const serving = { PGUSER: servingRole(database.env.PGDATABASE) };
  const env = { ...process.env, ...database.env, ...serving, ...settings };
  delete (env as NodeJS.ProcessEnv).DATABASE_URL;
  const port = await freePort();
  const address = `http://localhost:${port}`;
  Object.assign(env, wishes(address));
  let app = await start(port, env);
  const others: ChildProcess[] = [];
  return {
    address,
    env,
    /** The number of the application's process. */
    pid: () => app.pid as number,
    sql: postgres({ host: database.env.PGHOST, user: database.env.PGUSER, database: database.env.PGDATABASE, max: 1 }),
    killDatabase() {
      const [pid] = readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    /** From now on whoever looks after the database brings it back. */
    reviveDatabase: () => database.keep(),
    /** Where a test may put what is to go with the server. */
    data,
    /** Starts another process of the application on the same database, or another build of it; answers its address. */
    async another(build?: string) {
      const port = await freePort();
      others.push(await start(port, env, build));
      return `http://localhost:${port}`;
    },
    /** Ends the application without a warning and starts it anew. */
    async restart() {
      await ended(app, 'SIGKILL');
      app = await start(port, env);
    },
    /** Asks the application to stop, as a new version's arrival does, and starts it anew. */
    async restartGently() {
      await ended(app, 'SIGTERM');
      app = await start(port, env);
    },
    async stop() {
      await this.sql.end({ timeout: 5 });
      for (const each of [app, ...others]) await ended(each, 'SIGTERM');
      await database.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function start(port: number, env: NodeJS.ProcessEnv, build = '.'): Promise<ChildProcess> {
  const app = spawn(process.execPath, ['scripts/serve.mjs', String(port), build], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (app.exitCode !== null) break;
    const answer = await fetch(`http://localhost:${port}/how-to-read`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (answer) return app;
    await wait(100);
  }
  throw new Error('the application did not start');
}

/** How long a server that is told to end may still finish answers, which a browser that has lost interest never takes. */
const patience = 5_000;

async function ended(app: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const gone = new Promise((resolve) => app.once('exit', resolve));
  app.kill(signal);
  const last = setTimeout(() => {
    console.warn('A server of a test did not end in time and was killed.');
    app.kill('SIGKILL');
  }, patience);
  await gone;
  clearTimeout(last);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
