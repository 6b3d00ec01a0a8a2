import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steadyClient } from '../support/restarted-server';

const restarts = 2;

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function started(port: number): Promise<ChildProcess> {
  const worker = fork('tests/support/drained-worker.mjs', [`${port}`]);
  await once(worker, 'message');
  return worker;
}

test('a server that is stopped and started again at 100 requests a second loses none that it took', async () => {
  const port = await freePort();
  let worker = await started(port);
  const client = steadyClient(`http://localhost:${port}/`, 100);
  for (let round = 0; round < restarts; round += 1) {
    await wait(500);
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await ended).toEqual([143, null]);
    worker = await started(port);
  }
  await wait(300);
  const fared = await client.stop();
  worker.kill('SIGKILL');
  expect(fared.lost).toEqual([]);
  expect(fared.faults).toBe(0);
  expect(fared.answered).toBeGreaterThan(50 * restarts);
});

test('connections that say nothing keep no server from ending', async () => {
  const port = await freePort();
  const worker = await started(port);
  const silent = connect(port, 'localhost');
  await once(silent, 'connect');
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  silent.destroy();
});
