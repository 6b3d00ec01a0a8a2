import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Fared, steadyClient } from './restarted-server';

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
  const held = createServer().listen(0);
  await once(held, 'listening');
  const { port } = held.address() as { port: number };
  held.close();
  return port;
}

/** A server with our own end, in a process of its own. */
export async function startedWorker(port: number): Promise<ChildProcess> {
  const worker = fork('tests/support/server/drained-worker.mjs', [`${port}`]);
  await once(worker, 'message');
  return worker;
}

/** Asks a worker to stop; answers how many requests it took in its life, and how it ended. */
export async function stoppedWorker(worker: ChildProcess): Promise<{ taken: number; exit: unknown[] }> {
  const [message, ended] = [once(worker, 'message'), once(worker, 'exit')];
  worker.kill('SIGTERM');
  const [{ taken }] = (await message) as [{ taken: number }];
  return { taken, exit: await ended };
}

/** Restarts a server so many times at 100 requests a second; answers how its client fared and how many requests were taken. */
export async function restartsUnderLoad(
  rounds: number,
  path = '/',
): Promise<Fared & { taken: number; exits: unknown[][] }> {
  const port = await freePort();
  let worker = await startedWorker(port);
  const client = steadyClient(`http://localhost:${port}${path}`, 100);
  let taken = 0;
  const exits: unknown[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    await wait(500);
    const stopped = await stoppedWorker(worker);
    taken += stopped.taken;
    exits.push(stopped.exit);
    worker = await startedWorker(port);
  }
  await wait(300);
  const fared = await client.stop();
  taken += (await stoppedWorker(worker)).taken;
  return { ...fared, taken, exits };
}

/**
 * Has another process of a program take over so many times, behind the socket that `npm start` holds, at 100 requests a second;
 * answers how its client fared.
 */
export async function renewalsUnderLoad(
  rounds: number,
  program: string,
  env: NodeJS.ProcessEnv = process.env,
  path = '/',
) {
  const port = await freePort();
  const holder = fork('tests/support/server/held-worker.mjs', [program, `${port}`], { env });
  const address = `http://localhost:${port}${path}`;
  while (!(await fetch(address).catch(() => null))) await wait(50);
  const client = steadyClient(address, 100);
  for (let round = 0; round < rounds; round += 1) {
    await wait(500);
    const message = once(holder, 'message');
    holder.send('renew');
    expect((await message)[0]).toEqual({ renewed: true });
  }
  await wait(500);
  const fared = await client.stop();
  const gone = once(holder, 'exit');
  holder.kill('SIGTERM');
  return { ...fared, exit: await gone };
}
