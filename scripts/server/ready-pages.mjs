import { gzipSync } from 'node:zlib';

/** How many addresses lie ready at once; their bytes are held by the application as well. */
const capacity = 300;
/** What the framework names for every page, in its order; a reader who brings one of the first four is its own. */
const frameworkHeaders = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch'];
const vary = [...frameworkHeaders, 'Accept-Encoding'].join(', ');

const ready = new Map();
/** The compressed bytes of a page, made once. */
const compressed = new WeakMap();

/** The application lays a page here with the moment until which it may be repeated: app/_public/ready-pages.ts. */
globalThis[Symbol.for('candour.ready-pages')] = {
  offer(address, page) {
    ready.delete(address);
    ready.set(address, page);
    if (ready.size > capacity) ready.delete(ready.keys().next().value);
  },
};

/**
 * Answers a request from what lies ready, with the bytes and headers that the application would send; false where nothing does,
 * or where the request may be somebody's who is signed in, or asks for what the framework alone knows.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function answerReady({ method, url, headers }, response) {
  if ((method !== 'GET' && method !== 'HEAD') || headers.cookie !== undefined) return false;
  const page = ready.get(url);
  if (page === undefined) return false;
  if (performance.now() >= page.until) {
    ready.delete(url);
    return false;
  }
  const coding = codingOf(headers['accept-encoding']);
  if (coding === null || frameworkHeaders.some((name) => headers[name] !== undefined)) return false;
  response.setHeader('Vary', vary);
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (knows(headers['if-none-match'], page.headers.ETag)) {
    response.removeHeader('Content-Type');
    response.writeHead(304).end();
    return true;
  }
  // The framework compresses nothing for a HEAD request.
  const zipped = coding === 'gzip' && method === 'GET';
  const body = zipped ? gzipOf(page.body) : page.body;
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.writeHead(200).end(method === 'GET' ? body : undefined);
  return true;
}

/** How a page is to be coded; null where a reader weighs one way against another, which the framework reads. */
function codingOf(accepted = '') {
  if (accepted.includes(';')) return null;
  const names = accepted.toLowerCase().split(',');
  return names.some((name) => name.trim() === 'gzip')
    ? 'gzip'
    : names.every((name) => plain.has(name.trim()))
      ? ''
      : null;
}
const plain = new Set(['', 'identity']);

const knows = (tags, tag) => tags?.split(',').some((candidate) => candidate.trim() === tag) ?? false;

function gzipOf(body) {
  const made = compressed.get(body) ?? gzipSync(body);
  compressed.set(body, made);
  return made;
}
