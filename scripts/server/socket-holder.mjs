import cluster from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** How long requests under way may take when the server has to stop, as long as a statement may last; milliseconds. */
const grace = 16_000;

/**
 * Runs a server's program in a process of its own, on a socket that this process holds. So another process can take its place
 * and no connection is refused or reset: the line of those who wait is the socket's, and the socket stays open.
 * Answers `ended`, a promise of how the serving process ended by itself, `renew()` and `stop()`.
 */
export function holdServer([exec, ...args], { env, cwd, execArgv = [] }) {
  // Each process takes connections from the socket itself; this one takes none.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec, args, execArgv, cwd, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // What this process knows and the server must not, such as the owner's password, would be passed on.
  const nothing = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  const processes = new Map();
  let tellEnd;
  const ended = new Promise((resolve) => {
    tellEnd = resolve;
  });
  let current = begin();

  function begin() {
    const worker = cluster.fork({ ...nothing, ...env });
    const gone = new Promise((resolve) => {
      worker.process.once('error', (error) => resolve({ code: 1, why: error.message }));
      worker.process.once('exit', (code, signal) =>
        resolve({ code, why: signal ? `signal ${signal}` : `exit code ${code}` }),
      );
    });
    processes.set(worker, gone);
    void gone.then((how) => {
      processes.delete(worker);
      if (worker === current) tellEnd(how);
    });
    return worker;
  }

  return {
    ended,
    /** Starts a new process, and once it listens lets the old one finish its requests and end; false: the old one stays. */
    async renew() {
      const next = begin();
      const listens = once(next, 'listening').then(() => true);
      const started = await Promise.race([listens, processes.get(next).then(() => false)]);
      if (!started) return false;
      const old = current;
      current = next;
      if (old.isConnected()) old.send('succeeded');
      return true;
    },
    stop: () =>
      endProcesses(
        [...processes.keys()].map(({ process: child }) => child),
        Promise.all(processes.values()),
      ),
  };
}

/** Asks processes to end, and makes them when they take too long; `gone` resolves when they have. */
export async function endProcesses(children, gone) {
  for (const child of children) child.kill('SIGTERM');
  const late = wait(grace, 'late', { ref: false });
  if ((await Promise.race([gone, late])) === 'late') for (const child of children) child.kill('SIGKILL');
  await gone;
}
