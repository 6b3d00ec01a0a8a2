import { codedBody, codingsIn } from './codings.mjs';
import { ReadyShelf } from './shelf.mjs';

/** What the framework names for every page, in its order; a reader who brings one of the first four is its own. */
const frameworkHeaders = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch'];
const vary = frameworkHeaders.join(', ');
const plain = { gzip: false, br: false };
/** How long anybody waits for a page that somebody else is having made, in milliseconds; app/_public/in-time.ts allows for it. */
const patience = 400;
/**
 * How long before its time is over a page is made again for whoever asks then, in milliseconds: about what it takes on a busy
 * machine, so that a crowd need not wait for it.
 */
const ahead = 6;

const shelf = new ReadyShelf();

/** The application lays a page here with the moment until which it may be repeated: app/_public/ready-pages.ts. */
if (process.env.CANDOUR_READY_PAGES !== 'off') globalThis[Symbol.for('candour.ready-pages')] = shelf;

/**
 * Answers a request from what lies ready, with the bytes and headers that the application would send; false where nothing does,
 * or where the request may be somebody's who is signed in, or asks for what the framework alone knows. Where a page that lay ready
 * is being made again, it is waited for: true or false comes later then.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {readonly (readonly [string, string])[]} common what every answer says of itself, the same for all of an address
 * @returns {boolean | Promise<boolean>}
 */
export function answerReady(request, response, common = []) {
  const ready = readyFor(request);
  if (ready === null) return false;
  const arrived = performance.now();
  if (isFresh(ready.page, request.url, arrived)) return send(ready, request, response, common);
  // What it makes by request alone goes to the one who asks first.
  const asker = { hasGone: () => response.destroyed, makes: (end) => response.once('close', end) };
  return pageAgain(ready.page, { url: request.url, arrived, ...asker }).then((page) => {
    if (page === 'gone') return true;
    return page !== null && send({ ...ready, page }, request, response, common);
  });
}

/**
 * What lies ready for a request, be its time over or not, and what its reader takes of codings; null where the application alone
 * may answer it.
 * @param {{ method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders }} request
 */
export function readyFor({ method, url, headers }) {
  if ((method !== 'GET' && method !== 'HEAD') || headers.cookie !== undefined) return null;
  const page = shelf.page(url);
  if (page === undefined) return null;
  const codings = codingsIn(headers['accept-encoding']);
  if (codings === null || frameworkHeaders.some((name) => headers[name] !== undefined)) return null;
  return { page, codings };
}

/** Whether a page may still be repeated at a moment; if not for long, it is made again meanwhile. */
export function isFresh(page, url, now) {
  if (now >= page.until) return false;
  if (now >= page.until - ahead && page.again !== null && shelf.making(url) === undefined) void makeAgain(url, page);
  return true;
}

/**
 * The page made again, at latest by when `patience` is over; whoever comes first has it made, the others wait. It may be repeated
 * to whoever came before its lease ended, so that a crowd is answered at a stroke, however long the making takes. Null where it is
 * not a page any more, cannot be made, or is made by request alone, so that the application answers: with `makes` for the first,
 * who then ends the others' waiting. 'gone' where nobody waits for it.
 */
export async function pageAgain(page, { url, arrived, hasGone, makes }) {
  for (let known = page; known !== undefined; known = shelf.page(url)) {
    if (arrived < known.until) return known;
    // Whoever has gone in the meantime has nothing made.
    if (hasGone()) return 'gone';
    if (known.again === null && shelf.making(url) === undefined) {
      makes?.(shelf.begin(url));
      return null;
    }
    const left = arrived + patience - performance.now();
    if (left <= 0 || !(await endsWithin(shelf.making(url) ?? makeAgain(url, known), left))) return null;
  }
  return null;
}

/** Has a page made again by what made it, past the framework; resolves when it is laid anew, or is known not to be. */
function makeAgain(url, page) {
  const end = shelf.begin(url);
  page
    .again()
    .catch(() => undefined)
    .finally(end);
  return shelf.making(url);
}

/** Whether something ends within so many milliseconds; answers at the latest then. */
function endsWithin(making, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds, false);
    making.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function send(ready, request, response, common) {
  const { status, lines, body } = readyAnswer(ready, request, common);
  response.writeHead(status, lines).end(body ?? undefined);
  return true;
}

/** The status, the lines of the head and the body of a page's answer; without a body for whoever has it, or wants the head alone. */
export function readyAnswer({ page, codings }, { method, headers }, common) {
  if (knows(headers['if-none-match'], page.headers.ETag)) {
    const without = headLines(page, common, null).filter(
      (_, index, lines) => lines[index - (index % 2)] !== 'Content-Type',
    );
    return { status: 304, lines: without, body: null };
  }
  // The framework compresses nothing for a HEAD request, and nothing that is packed already.
  const { coding, bytes } = codedBody(page.body, method === 'HEAD' || page.isPacked ? plain : codings);
  return { status: 200, lines: linesFor(page, common, coding, bytes.length), body: method === 'GET' ? bytes : null };
}

/** The lines of an answer's head in a coding, made once while a page lies ready: to set them one by one takes as long as the rest. */
function linesFor(page, common, coding, length) {
  const known = page.lines.get(coding);
  if (known?.common === common) return known.lines;
  const lines = [...headLines(page, common, coding), 'Content-Length', String(length)];
  page.lines.set(coding, { common, lines });
  return lines;
}

const headLines = (page, common, coding) => [
  ...common.flat(),
  'Vary',
  page.isPacked ? vary : `${vary}, Accept-Encoding`,
  ...Object.entries(page.headers).flat(),
  ...(coding === null ? [] : ['Content-Encoding', coding]),
];

const knows = (tags, tag) => tags?.split(',').some((candidate) => candidate.trim() === tag) ?? false;
