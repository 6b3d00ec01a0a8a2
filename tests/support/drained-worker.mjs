// A server that takes its time over each answer, with the end of ours: node tests/support/drained-worker.mjs PORT.
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { drained } from '../../scripts/drain.mjs';

const server = createServer(async (_request, response) => {
  await wait(Math.random() * 40);
  response.end('here');
});
const ending = drained(server);
server.listen(Number(process.argv[2]), () => process.send?.('up'));
process.once('SIGTERM', () => void ending.stop().then(() => process.exit(143)));
