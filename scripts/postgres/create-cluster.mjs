import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { user } from './address.mjs';

/** What initdb and the server see of our environment. */
export const environment = { PATH: process.env.PATH, TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };

/** Makes the cluster beside its place and moves it there whole: a half-made one is never taken for the real one. */
export function createCluster({ home, native, account, cluster }, durable) {
  const unfinished = mkdtempSync(path.join(home, 'postgres-new-'));
  if (account) chownSync(unfinished, account.uid, account.gid);
  const made = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      user,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-locale',
      '--data-checksums',
      '--auth-local=trust',
      '--auth-host=reject',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const why = (made.stderr || made.error?.message || `signal ${made.signal}`).trim();
    if (/effective user ID/.test(why)) {
      throw new Error(
        `This machine has no user with the number ${account?.uid ?? process.getuid()}. Set DATABASE_URL.`,
      );
    }
    throw new Error(`PostgreSQL could not make its data folder: ${why}`);
  }
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error;
  }
}
