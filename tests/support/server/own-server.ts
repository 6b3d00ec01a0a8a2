import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ended, freePort, serve } from './served-process';
import { type Cluster, startCluster } from './worker-cluster';

/** What a test wants to be set otherwise; it is told the address of its server first. */
type Wishes = (address: string) => Record<string, string>;
type App = { process: ChildProcess; port: number };

/** What a worker's last test left as it found it, so that the next one need not start it anew. */
const idle: { pair?: { cluster: Cluster; app: App | undefined } | undefined } = {};

/**
 * The built application on a demonstration database of a test's own, which may be killed, mended and looked into. A worker
 * keeps its database server for the next test, and an application that nobody set otherwise or stopped; the database itself
 * is made anew each time.
 */
export async function ownServer(wishes?: Wishes) {
  const { cluster, app: found } = (await takePair()) ?? { cluster: await startCluster(), app: undefined };
  // One that is set otherwise is started beside the kept one, which holds still until the next test.
  const reused = wishes ? undefined : found;
  const port = reused?.port ?? (await freePort());
  const address = `http://localhost:${port}`;
  const env = { ...cluster.env, ...wishes?.(address) };
  let app = reused?.process ?? (await serve(port, env));
  if (reused) {
    reused.process.kill('SIGCONT');
    await answering(address);
  }
  const others: ChildProcess[] = [];
  const sql = cluster.open();
  const data = path.join(cluster.data, 'test');
  mkdirSync(data);
  let [appAsFound, databaseAsFound] = [!wishes, true];
  return {
    address,
    env,
    /** The number of the application's process. */
    pid: () => app.pid as number,
    sql,
    /** Where a test may put what is to go with the server. */
    data,
    killDatabase() {
      databaseAsFound = false;
      const [pid] = readFileSync(path.join(cluster.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    /** From now on whoever looks after the database brings it back. */
    reviveDatabase: () => cluster.server.keep(),
    /** Starts another process of the application on the same database, or another build of it; answers its address. */
    async another(build?: string) {
      const port = await freePort();
      others.push(await serve(port, env, build));
      return `http://localhost:${port}`;
    },
    /** Ends the application without a warning and starts it anew. */
    async restart() {
      appAsFound = false;
      await ended(app, 'SIGKILL');
      app = await serve(port, env);
    },
    /** Asks the application to stop, as a new version's arrival does, and starts it anew. */
    async restartGently() {
      appAsFound = false;
      await ended(app, 'SIGTERM');
      app = await serve(port, env);
    },
    async stop() {
      found?.process.kill('SIGCONT');
      await sql.end({ timeout: 5 });
      rmSync(data, { recursive: true, force: true });
      const ours = appAsFound && app.exitCode === null ? { process: app, port } : undefined;
      const next = wishes ? found : ours;
      const keeps = databaseAsFound && !idle.pair;
      for (const process of new Set([app, ...(found ? [found.process] : []), ...others]))
        if (!keeps || process !== next?.process) await ended(process, 'SIGTERM');
      if (!keeps) return cluster.stop();
      idle.pair = { cluster, app: next };
    },
  };
}

/** Stops what a worker kept for a next test. */
export async function stopIdle(): Promise<void> {
  const { pair } = idle;
  delete idle.pair;
  if (pair?.app) await ended(pair.app.process, 'SIGTERM');
  await pair?.cluster.stop();
}

/** Every connection of the kept application has found the new database, behind the sign-in and before it: twice in a row. */
async function answering(address: string): Promise<void> {
  let [inARow, last] = [0, ''];
  for (let tries = 0; tries < 100; tries += 1) {
    // Each an address of its own, behind the sign-in and before it: what was just made would be repeated without a connection.
    const paths = Array.from({ length: 12 }, (_, n) => ['/readyz', `/?n=${tries}-${n}`, `/sign-in?n=${n}`]).flat();
    const answers = await Promise.all(paths.map((path) => fetch(address + path)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const wrong = answers.findIndex(({ status }) => status !== 200);
    inARow = wrong < 0 ? inARow + 1 : 0;
    if (inARow === 2) return;
    if (wrong >= 0) last = `${paths[wrong]} answered ${answers[wrong]?.status}: ${texts[wrong]?.slice(0, 300)}`;
    await wait(20);
  }
  throw new Error(`the application did not find its database again: ${last}`);
}

/** What the last test left, with a new database; the application holds still, so that it never meets none. */
async function takePair() {
  const { pair } = idle;
  delete idle.pair;
  pair?.app?.process.kill('SIGSTOP');
  await pair?.cluster.renew();
  return pair;
}
