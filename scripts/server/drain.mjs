import { Server } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** How long a stopping server still takes connections, each for one answer, so that its clients move on; milliseconds. */
const farewell = 500;
/** How long after the last answer the connections that say nothing may stay. */
const quiet = 200;

/**
 * Lets a server be stopped without losing a request: `stop()` closes each connection with its answer, then takes no more, and
 * resolves when every request is answered. With `succeeded` another process listens at the same socket already: this
 * one takes no more at once, and keeps each connection for as long as it promised; else it `isLeaving`. Call it before the server
 * listens.
 */
export function drained(server) {
  let open = 0;
  let stopping = null;
  let isLeaving = false;
  server.prependListener('request', (_request, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
    });
    if (stopping !== null) response.setHeader('Connection', 'close');
  });
  return {
    stop: ({ succeeded = false } = {}) => (stopping ??= end(succeeded)),
    isLeaving: () => isLeaving,
    isStopping: () => stopping !== null,
  };

  async function end(succeeded) {
    isLeaving = !succeeded;
    if (!succeeded) {
      await wait(farewell);
      server.closeIdleConnections();
      await still();
    }
    // Straight at the listener: what else a server of pages does when it closes takes long enough for a connection to queue.
    Server.prototype.close.call(server);
    // A connection that was just made has yet to say what it wants.
    for (let calm = 0; calm < quiet; calm = open === 0 ? calm + 10 : 0) await wait(10);
    // An answer may still be on its way out, and a client that knows how long its connection stays may still use it.
    const last = performance.now() + (succeeded ? server.keepAliveTimeout + 1_000 : 2_000);
    while (performance.now() < last && (await connectionsOf(server)) > 0) await wait(10);
    server.closeAllConnections();
  }
}

/** Resolves right after a turn in which next to nothing happened: then no connection waits to be taken. */
async function still() {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const begin = performance.now();
    await turn();
    if (performance.now() - begin < 0.1) return;
  }
}

/** How many connections a server still has. */
const connectionsOf = (server) =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));
