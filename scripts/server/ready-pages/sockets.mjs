import { STATUS_CODES } from 'node:http';
import { countReady } from '../counts.mjs';
import { isFresh, pageAgain, readyAnswer, readyFor } from './pages.mjs';
import { plainRequest } from './plain-request.mjs';

/** Up to so many bytes an answer is put together once in a second: one piece is sent in two thirds of the time of two. */
const mostInOne = 65_536;

/**
 * Has a server's connections answered from what lies ready before its own parser reads them, which takes longer than all the
 * rest. A connection is its own from the first request on that is not a plain one, or finds nothing ready: it gets that request's
 * bytes as they came. Once the server `isStopping` it gets them all. `note` is told of each answer. Every `sweep` milliseconds the
 * connections are looked through for those that have been quiet for too long.
 * @param {import('node:http').Server} server
 * @param {{ commonOf: (url: string) => readonly (readonly [string, string])[], isStopping?: () => boolean,
 *   note?: (answer: { url: string, status: number, begun: number }) => void, sweep?: number }} settings
 */
export function answerAtSockets(server, { commonOf, isStopping = () => false, note = () => {}, sweep = 1_000 }) {
  const own = server.listeners('connection');
  const promise = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(server.keepAliveTimeout / 1000)}\r\n\r\n`;
  /** The connections that are read here: whether each waits for its answer, and by when something must come. */
  const held = new Map();
  server.removeAllListeners('connection');
  server.on('connection', hold);
  const { closeIdleConnections, closeAllConnections } = server;
  server.closeIdleConnections = () => {
    for (const [socket, { isWaiting }] of held) if (!isWaiting && socket.writableLength === 0) socket.destroy();
    closeIdleConnections.call(server);
  };
  server.closeAllConnections = () => {
    for (const socket of held.keys()) socket.destroy();
    closeAllConnections.call(server);
  };

  // A timer of each connection's own would be set again by each of its reads and writes.
  setInterval(() => {
    const now = performance.now();
    for (const [socket, { isWaiting, until }] of held)
      if (now > until && !isWaiting && socket.writableLength === 0) socket.destroy();
  }, sweep).unref();

  function hold(socket) {
    const state = { isWaiting: false, until: performance.now() + server.headersTimeout };
    const listeners = {
      data: (bytes) => take(bytes),
      end: () => socket.end(),
      error: () => socket.destroy(),
      close: () => held.delete(socket),
    };
    held.set(socket, state);
    for (const [name, listener] of Object.entries(listeners)) socket.on(name, listener);

    function take(bytes) {
      const request = isStopping() ? null : plainRequest(bytes);
      const ready = request && readyFor(request);
      if (!ready) return handOver(bytes);
      const begun = performance.now();
      if (isFresh(ready.page, request.url, begun)) return answer(ready, request, begun);
      state.isWaiting = true;
      socket.pause();
      void later(ready, request, { bytes, begun });
    }

    async function later(ready, request, { bytes, begun }) {
      const hasGone = () => socket.destroyed;
      const page = await pageAgain(ready.page, { url: request.url, arrived: begun, hasGone });
      if (hasGone()) return;
      state.isWaiting = false;
      if (page === null || isStopping()) return handOver(bytes);
      answer({ ...ready, page }, request, begun);
      if (!socket.writableNeedDrain) socket.resume();
    }

    function answer(ready, request, begun) {
      const common = commonOf(request.url);
      const { status, lines, body } = readyAnswer(ready, request, common);
      if (body === null || body.length > mostInOne) {
        socket.cork();
        socket.write(headOf(status, lines, promise), 'latin1');
        if (body !== null) socket.write(body);
        socket.uncork();
      } else socket.write(inOne(ready.page, { lines, body, promise }));
      // Who does not read what was sent is not read either.
      if (socket.writableNeedDrain) socket.pause().once('drain', () => socket.resume());
      state.until = begun + server.keepAliveTimeout;
      countReady();
      note({ url: request.url, status, begun });
    }

    function handOver(bytes) {
      for (const [name, listener] of Object.entries(listeners)) socket.off(name, listener);
      held.delete(socket);
      socket.pause();
      socket.unshift(bytes);
      for (const listener of own) listener.call(server, socket);
      socket.resume();
    }
  }
}

const headOf = (status, lines, promise) => {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let i = 0; i < lines.length; i += 2) head += `${lines[i]}: ${lines[i + 1]}\r\n`;
  return `${head}Date: ${date()}\r\n${promise}`;
};

/** The whole answer as bytes, which are kept with the page for as long as its date holds. */
function inOne(page, { lines, body, promise }) {
  const { atSocket: known } = page;
  const now = date();
  if (known?.lines === lines && known.body === body && known.date === now) return known.bytes;
  const bytes = Buffer.concat([Buffer.from(headOf(200, lines, promise), 'latin1'), body]);
  page.atSocket = { lines, body, date: now, bytes };
  return bytes;
}

let text = '';
let turns = 0;
/** The date of an answer, as HTTP writes it. Source: RFC 9110, 5.6.7. */
function date() {
  const now = performance.now();
  if (now >= turns) {
    const date = new Date();
    text = date.toUTCString();
    turns = now + 1000 - date.getMilliseconds();
  }
  return text;
}
