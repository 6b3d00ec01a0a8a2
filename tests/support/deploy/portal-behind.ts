import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { front } from '../../../scripts/server/front.mjs';

const page = Buffer.from(`<!DOCTYPE html><title>A page</title>${'<p>Words that compress.</p>'.repeat(200)}`);
const zipped = gzipSync(page);
export const etag = 'W/"of-the-page"';
/** What the portal says of a published page, its cache policy and what it varies by. */
const published = {
  'Cache-Control': 'public, max-age=0, s-maxage=1, must-revalidate',
  'Content-Type': 'text/html; charset=utf-8',
  ETag: etag,
  Vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
};
const own = { 'Cache-Control': 'private, no-store', 'Content-Type': 'application/json' };

/** The front of the portal, before pages with its headers; it counts what reaches it, and over how many connections. */
export async function portalBehind() {
  const asked = new Map<string, number>();
  let connections = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', headers } = request;
    asked.set(url, (asked.get(url) ?? 0) + 1);
    if (url.startsWith('/seen')) return response.writeHead(200, own).end(JSON.stringify(headers));
    if (/candour-session=/.test(headers.cookie ?? '')) return response.writeHead(200, own).end('{"person":"Olive"}');
    // What the portal never sends, so that a cache is asked which of the two it goes by.
    if (url.startsWith('/wrong'))
      return response.writeHead(200, { ...published, 'Set-Cookie': 'candour-session=secret' }).end(page);
    if (url.startsWith('/slow')) await wait(300);
    if (headers['if-none-match'] === etag) return response.writeHead(304, published).end();
    const isZipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
    const body = isZipped ? zipped : page;
    response.writeHead(200, {
      ...published,
      ...(isZipped && { 'Content-Encoding': 'gzip' }),
      'Content-Length': body.length,
    });
    response.end(body);
  };
  const server = createServer(front(handle, { proxies: 1 })).listen(0, '127.0.0.1');
  server.on('connection', () => {
    connections += 1;
  });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    page,
    zipped,
    countOf: (url: string) => asked.get(url) ?? 0,
    connections: () => connections,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
