import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { socketPrefix } from './address.mjs';
import { birth } from './turns.mjs';

/** What postmaster.pid says; `taken` when its number now belongs to some other process, or null when there is no file. */
export function readPostmaster(cluster) {
  let lines;
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const postmaster = { pid, socket: lines[4] ?? '', status: (lines[7] ?? '').trim(), alive: false, taken: false };
  if (!(pid > 0)) return postmaster;
  let there = true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    there = error.code === 'EPERM';
  }
  if (there) {
    postmaster.alive = birth(pid) !== null && isPostgres(pid);
    postmaster.taken = !postmaster.alive;
  }
  return postmaster;
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return (spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? 'postgres').includes(
      'postgres',
    );
  }
}

/**
 * Puts our own number into postmaster.pid: PostgreSQL takes its parent's number for a stale one and goes on to look
 * at the shared memory that the file names. Deleting the file would lose that second safeguard.
 */
export function forgetPid(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [process.pid, ...rest].join('\n'));
}

/** Asks the server to finish (what is under way is rolled back) and waits; after ten seconds it has to leave at once. */
export async function stopServer(cluster) {
  const postmaster = readPostmaster(cluster);
  if (!postmaster?.alive) return;
  signal(postmaster.pid, 'SIGINT');
  if (!(await untilGone(cluster, 10_000))) {
    signal(postmaster.pid, 'SIGQUIT');
    await untilGone(cluster, 5_000);
  }
  if (postmaster.socket.startsWith(socketPrefix)) rmSync(postmaster.socket, { recursive: true, force: true });
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Waits for the end of a cluster's server; answers whether it came in time. */
export async function untilGone(cluster, milliseconds) {
  const end = Date.now() + milliseconds;
  while (readPostmaster(cluster)?.alive) {
    if (Date.now() > end) return false;
    await wait(10);
  }
  return true;
}
