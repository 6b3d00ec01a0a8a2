import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../program/folders.mjs';
import { next } from '../set-up/build.mjs';
import { givenSocket, hostToServe } from './host.mjs';
import { endProcesses, holdServer } from './socket-holder.mjs';

/** Starts the built application or `next dev`; answers `ended`, a promise of how it ended, `stop()`, and for the built one `renew()`. */
export function startServer(command, port, env) {
  const follow = new URL('./leave-with-parent.mjs', import.meta.url).href;
  const execArgv = ['--import', follow];
  const settings = { ...env, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) };
  if (command === 'dev') return startDevelopment(port, { ...settings, NODE_ENV: 'development' }, execArgv);
  const socket = givenSocket();
  const production = {
    ...settings,
    NODE_ENV: 'production',
    ...(socket !== null && { CANDOUR_SOCKET: String(socket) }),
  };
  return holdServer(['scripts/server/serve.mjs', String(port)], { env: production, cwd: root, execArgv });
}

function startDevelopment(port, env, execArgv) {
  const host = hostToServe();
  const program = [next, 'dev', '-p', String(port), ...(host ? ['-H', host] : [])];
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = spawn(process.execPath, [...execArgv, ...program], { cwd: root, env, stdio });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, why: error.message }));
    child.once('exit', (code, signal) => resolve({ code, why: signal ? `signal ${signal}` : `exit code ${code}` }));
  });
  return { ended, stop: () => endProcesses([child], ended) };
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
