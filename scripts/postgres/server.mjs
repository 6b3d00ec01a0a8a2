import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canEnter, reachablePlace, serverAccount } from './account.mjs';
import { database, port, socketPrefix, user } from './address.mjs';
import { allowToRun, copyBinaries, findBinaries, restoreLinks } from './binaries.mjs';
import { createCluster, environment } from './create-cluster.mjs';
import { makeDatabase } from './make-database.mjs';
import { forgetPid, readPostmaster, stopServer, untilGone } from './running-server.mjs';
import { enter } from './turns.mjs';

const unreachable = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED'];
const startingOrStopping = '57P03';

/**
 * Starts PostgreSQL on a folder, or uses the server that already runs there, and makes the database `candour`.
 * Answers the environment that a client needs, the folder that really holds the data, whether this call started
 * the server and whether it made the database, `keep()`, which from then on starts a server that has died again at
 * the same place, and `stop()`, which stops it when nobody else uses it any more and answers whether it did. Throws
 * a sentence when it cannot.
 */
export async function startPostgres({ dataFolder, say = () => {}, settings = {}, durable = true }) {
  if (process.platform === 'win32') {
    throw new Error('The built-in database does not run on Windows: set DATABASE_URL, or use WSL.');
  }
  const folder = path.resolve(dataFolder);
  let house;
  let turn;
  try {
    mkdirSync(folder, { recursive: true });
    house = settle(folder, say);
    turn = enter(path.join(house.home, 'postgres-users'));
    if (!existsSync(path.join(house.cluster, 'PG_VERSION'))) createCluster(house, durable);
    // Where the list of users is gone, its last user is just stopping the server: let it go first.
    if (turn.first) await untilGone(house.cluster, 300);
    const server = await run(house, { fsync: durable ? 'on' : 'off', ...settings });
    const env = { PGHOST: server.socket, PGPORT: port, PGUSER: user, PGDATABASE: database };
    let watch;
    return {
      env,
      home: house.home,
      started: server.started,
      created: server.created,
      keep() {
        watch = keep(house, settings, server.socket, say);
      },
      async stop() {
        await watch?.end();
        if (!turn.leave()) return false;
        await stopServer(house.cluster);
        return true;
      },
    };
  } catch (error) {
    if (turn?.leave()) await stopServer(house.cluster);
    if (error.code !== 'EACCES') throw error;
    throw new Error(`${folder} belongs to another user (${error.message}). Set CANDOUR_DATA to a folder of yours.`);
  }
}

/** Stops the server of a folder, used or not; for leftovers of a test run that was killed. */
export async function stopLeftover(dataFolder) {
  await stopServer(path.join(path.resolve(dataFolder), 'postgres'));
}

/** Where the programs and the cluster are, and who runs them. */
function settle(dataFolder, say) {
  const binaries = findBinaries();
  restoreLinks(binaries.folder);
  allowToRun(binaries.native);
  let home = dataFolder;
  const account = serverAccount(path.join(home, 'postgres'));
  let { native } = binaries;
  const dataReachable = canEnter(account, home);
  if (!dataReachable || !canEnter(account, path.join(native, 'bin'))) {
    const place = reachablePlace(dataFolder);
    native = copyBinaries(binaries, place);
    if (!dataReachable) home = place;
    say(`PostgreSQL does not run as root, and its user cannot reach this folder: it works in ${place}.`);
  }
  return { home, native, account, cluster: path.join(home, 'postgres'), log: path.join(home, 'postgres.log') };
}

/** Looks after the server twice a second, and starts one that has died again behind the same socket. */
function keep(house, settings, socket, say) {
  let mending = null;
  const timer = setInterval(() => {
    if (mending !== null || readPostmaster(house.cluster)?.alive) return;
    say('PostgreSQL has stopped by itself; starting it again.');
    mending = run(house, settings, socket)
      .catch((error) => say(error.message))
      .finally(() => {
        mending = null;
      });
  }, 500);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await mending;
    },
  };
}

/** Uses the server that runs on the cluster, or starts one (behind a given socket), however the last one ended. */
async function run(house, settings, place = null) {
  const patience = Date.now() + 60_000;
  for (;;) {
    const postmaster = readPostmaster(house.cluster);
    if (postmaster?.alive && postmaster.status === 'ready') {
      const { trouble, created } = await makeDatabase(postmaster.socket);
      if (!trouble) return { socket: postmaster.socket, started: false, created };
      if (unreachable.includes(trouble.code)) {
        // Its socket was swept away, or it is about to stop: either way nobody can reach it.
        await stopServer(house.cluster);
      } else if (trouble.code !== startingOrStopping) {
        throw new Error(`PostgreSQL runs, but does not answer: ${trouble.message}`);
      }
    } else if (!postmaster?.alive) {
      if (postmaster?.taken) forgetPid(house.cluster);
      if (!place && postmaster?.socket.startsWith(socketPrefix))
        rmSync(postmaster.socket, { recursive: true, force: true });
      const server = await launch(house, settings, patience, place);
      if (server.socket) {
        const { trouble, created } = await makeDatabase(server.socket);
        if (trouble) throw new Error(`PostgreSQL runs, but does not answer: ${trouble.message}`);
        return { socket: server.socket, started: true, created };
      }
      if (!server.passing)
        throw new Error(`PostgreSQL did not start. Its last words (${house.log}):\n${server.lastWords}`);
    }
    if (Date.now() > patience) throw new Error(`PostgreSQL did not get ready in a minute; see ${house.log}.`);
    await wait(50);
  }
}

/** Starts a server and waits until it is ready; answers its socket, or why there is none and whether that may pass. */
async function launch({ native, account, cluster, log }, settings, patience, place) {
  const socket = place ?? mkdtempSync(socketPrefix);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (account) chownSync(socket, account.uid, account.gid);
  const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const output = openSync(log, 'a', 0o600);
  const options = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    port,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  // In a session of its own: Ctrl-C in the terminal must reach us first, and the database last.
  const child = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', cluster, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', env: environment, detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  while (!ended && Date.now() < patience) {
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster.status === 'ready') return { socket };
    await wait(10);
  }
  if (!ended) child.kill('SIGINT');
  if (!place) rmSync(socket, { recursive: true, force: true });
  const lastWords = readFileSync(log).subarray(before).toString().trim().split('\n').slice(-12).join('\n');
  return { passing: /already exists|still in use/.test(lastWords), lastWords };
}
