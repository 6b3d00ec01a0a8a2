import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steadyClient } from '../support/restarted-server';

test('20 restarts at 100 requests a second: none that was taken is lost', async () => {
  const held = createServer().listen(0);
  await once(held, 'listening');
  const { port } = held.address() as { port: number };
  held.close();
  const started = async () => {
    const worker = fork('tests/support/drained-worker.mjs', [`${port}`]);
    await once(worker, 'message');
    return worker;
  };
  let worker = await started();
  const client = steadyClient(`http://localhost:${port}/`, 100);
  for (let round = 0; round < 20; round += 1) {
    await wait(500);
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await ended).toEqual([143, null]);
    worker = await started();
  }
  await wait(300);
  const { lost, faults, answered, refused } = await client.stop();
  worker.kill('SIGKILL');
  console.log(`${answered} answered, ${refused} asked again while nobody listened, ${lost.length} lost.`);
  expect({ lost, faults }).toEqual({ lost: [], faults: 0 });
});
