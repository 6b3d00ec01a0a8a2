import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder, root } from '../../scripts/program/folders.mjs';
import { mustRun } from '../../scripts/program/program.mjs';
import { firstAnswer } from '../../scripts/server/launch.mjs';
import { next } from '../../scripts/set-up/build.mjs';
import { ask, chosenHeaders } from './answer.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const follow = new URL('../../scripts/server/leave-with-parent.mjs', import.meta.url).href;
const bareNext = here('./bare-next');
const production = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
const own = { ...process.env, ...production };

/** Starts the built application by the program that npm start runs; answers its address. */
export function startApplication(env, atEnd) {
  return serve('The application', ['scripts/server/serve.mjs'], { ...env, ...production }, atEnd);
}

/** Builds the minimal Next application of bare-next/. */
export function buildBareNext() {
  return mustRun('next build of bare-next', process.execPath, [next, 'build', bareNext], { env: own });
}

/** Starts the bare Next route handler on a captured page; answers its address. */
export function startBareNext(page, atEnd) {
  return startRival('The bare route handler', [next, 'start', bareNext], page, atEnd);
}

/** Starts Node's own http server on a captured page; answers its address. */
export function startPlainServer(page, atEnd) {
  return startRival('Node’s http server', [here('./plain-server.mjs')], page, atEnd);
}

/** A rival has to send the same: checked, because a shorter page or fewer headers would be a cheaper race. */
async function startRival(name, program, page, atEnd) {
  const file = path.join(dataFolder, 'bench-page.json');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, JSON.stringify({ headers: chosenHeaders(page), body: page.body.toString('base64') }));
  const address = await serve(name, program, { ...own, CANDOUR_BENCH_PAGE: file }, atEnd);
  const answer = await ask(address);
  const [sent, wanted] = [chosenHeaders(answer), chosenHeaders(page)];
  const other = Object.keys({ ...sent, ...wanted }).find((header) => sent[header] !== wanted[header]);
  if (other) throw new Error(`${name} sends another ${other}: ${sent[other]}, not ${wanted[other]}.`);
  if (answer.status !== 200 || !answer.body.equals(page.body)) throw new Error(`${name} does not send the same bytes.`);
  return address;
}

/** Starts a server in Node as a process of its own on a free port, and waits for its first answer. */
async function serve(name, program, env, atEnd) {
  const port = await anyPort();
  const options = program[0] === next ? ['-p', String(port)] : [String(port)];
  const words = ['--import', follow, ...program, ...options];
  return startProcess(name, process.execPath, words, { port, env: { ...env, PORT: String(port) } }, atEnd);
}

/** The processes that were started here, by their addresses, with how long each took to its first answer in milliseconds. */
export const processes = new Map();

/** Starts a program that serves on a port, and waits for its first answer; answers its address. */
export async function startProcess(name, command, words, { port, env }, atEnd) {
  const begun = performance.now();
  const stdio = command === process.execPath ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'ignore', 'inherit'];
  const child = spawn(command, words, { cwd: root, env, stdio });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  atEnd(async () => {
    // Others than ours have processes of their own to end.
    child.kill(command === process.execPath ? 'SIGKILL' : 'SIGTERM');
    await ended;
  });
  if ((await firstAnswer(port, { ended })) === null) throw new Error(`${name} has stopped by itself.`);
  const address = `http://localhost:${port}`;
  processes.set(address, { pid: child.pid, startedIn: performance.now() - begun });
  return address;
}

/** A port that nobody listens on. */
export function anyPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
