import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Starts the built application as production serves it, and waits until it answers. */
export async function serve(port: number, env: NodeJS.ProcessEnv, build = '.'): Promise<ChildProcess> {
  const app = spawn(process.execPath, ['scripts/server/serve.mjs', String(port), build], {
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

/** Ends a process by a signal, and waits until it is gone. */
export async function ended(app: ChildProcess, signal: NodeJS.Signals): Promise<void> {
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

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
