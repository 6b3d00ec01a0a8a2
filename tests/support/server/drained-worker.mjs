// A server that takes its time over each answer, with the end of ours, which says at last how many requests it took:
// node tests/support/server/drained-worker.mjs PORT. It ends as our own does, also when another one takes over. At /ready a page
// lies ready, which is answered at the socket.
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { drained } from '../../../scripts/server/drain.mjs';
import { answerAtSockets } from '../../../scripts/server/ready-pages/sockets.mjs';

let taken = 0;
// It promises less, so that a test need not wait for its end.
const server = createServer({ keepAliveTimeout: 1_000 }, async (_request, response) => {
  taken += 1;
  await wait(Math.random() * 40);
  response.end('here');
});
const ending = drained(server);
const page = { body: Buffer.from('here'), headers: { ETag: 'W/"here"' }, until: Number.POSITIVE_INFINITY, again: null };
globalThis[Symbol.for('candour.ready-pages')].offer('/ready', page);
const note = () => {
  taken += 1;
};
answerAtSockets(server, { commonOf: () => [], isStopping: ending.isStopping, note });
server.listen(Number(process.argv[2]), () => process.send?.({ up: true }));
process.once('SIGTERM', () => void ending.stop().then(() => process.send?.({ taken }, () => process.exit(143))));
process.on('message', (word) => {
  if (word === 'succeeded') void ending.stop({ succeeded: true }).then(() => process.exit(0));
});
