import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { next } from './build.mjs';
import { hostToServe } from './host.mjs';
import { root } from './repository.mjs';

/** How long requests under way may take when the server is asked to stop, as long as a statement may last; milliseconds. */
const grace = 16_000;

/** Starts the built application or `next dev`; answers `ended`, a promise of how it ended, and `stop()`. */
export function startServer(command, port, env) {
  const follow = new URL('./leave-with-parent.mjs', import.meta.url).href;
  const host = hostToServe();
  const program =
    command === 'dev'
      ? [next, 'dev', '-p', String(port), ...(host ? ['-H', host] : [])]
      : ['scripts/serve.mjs', String(port)];
  const child = spawn(process.execPath, ['--import', follow, ...program], {
    cwd: root,
    env: {
      ...env,
      NODE_ENV: command === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, why: error.message }));
    child.once('exit', (code, signal) => resolve({ code, why: signal ? `signal ${signal}` : `exit code ${code}` }));
  });
  return {
    ended,
    async stop() {
      child.kill('SIGTERM');
      const late = wait(grace, 'late', { ref: false });
      if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits until a page answers, and answers its status; null when the server ended before. */
export async function firstAnswer(port, server, pathname = '/') {
  let over = false;
  server.ended.then(() => {
    over = true;
  });
  while (!over) {
    const status = await ask(`http://${reachable(hostToServe())}:${port}${pathname}`);
    if (status) return status;
    await wait(30);
  }
  return null;
}

/** By which name this machine itself reaches the server: every address that it has counts this one in. */
function reachable(host) {
  if (!host || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function ask(address) {
  return new Promise((resolve) => {
    const request = get(address, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
      response.once('error', () => resolve(null));
    });
    request.once('error', () => resolve(null));
    request.setTimeout(30_000, () => request.destroy());
  });
}
