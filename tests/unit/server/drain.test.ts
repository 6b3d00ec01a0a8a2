import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { drained } from '../../../scripts/server/drain.mjs';
import {
  freePort,
  renewalsUnderLoad,
  restartsUnderLoad,
  startedWorker,
  stoppedWorker,
} from '../../support/server/restarts';

const rounds = 2;

test.each([
  ['a page that is made', '/'],
  ['a page that lies ready', '/ready'],
])(
  'a server that is stopped and started again at 100 requests a second for %s answers every one that it took',
  async (_, path) => {
    const { lost, faults, answered, taken, exits } = await restartsUnderLoad(rounds, path);
    expect({ lost, faults, taken }).toEqual({ lost: [], faults: 0, taken: answered });
    expect(answered).toBeGreaterThan(10 * rounds);
    expect(exits).toEqual([
      [143, null],
      [143, null],
    ]);
  },
);

test('connections that say nothing keep no server from ending', async () => {
  const port = await freePort();
  const worker = await startedWorker(port);
  const silent = connect(port, 'localhost').on('error', () => {});
  await once(silent, 'connect');
  expect(await stoppedWorker(worker)).toEqual({ taken: 0, exit: [143, null] });
  silent.destroy();
});

test.each(['/', '/ready'])(
  'where another process takes over at the same socket, nothing is refused, reset or lost: %s',
  async (path) => {
    const { answered, ...fared } = await renewalsUnderLoad(
      2,
      'tests/support/server/drained-worker.mjs',
      process.env,
      path,
    );
    expect(fared).toEqual({ faults: 0, refused: 0, lost: [], exit: [0, null] });
    expect(answered).toBeGreaterThan(20);
  },
);

test('a server that is stopped is leaving; one that another succeeds is not, for its address goes on', async () => {
  for (const succeeded of [false, true]) {
    const server = createServer();
    const ending = drained(server);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    expect(ending.isLeaving()).toBe(false);
    const over = ending.stop({ succeeded });
    expect(ending.isLeaving()).toBe(!succeeded);
    await over;
  }
});
