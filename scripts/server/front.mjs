import { IncomingMessage } from 'node:http';
import { mostBytes, mostUploadBytes, uploadAddress } from './body-limits.mjs';
import { sayWhenToComeAgain } from './come-again.mjs';
import { countReady } from './counts.mjs';
import { isFetched, isForm, isWhole, outOfDate, withStatus } from './form-answer.mjs';
import { answerHealth, answerLeaving } from './health.mjs';
import { answerReady } from './ready-pages/pages.mjs';
import { nameRequest, withRequestId } from './request-id.mjs';
import { commonHeaders } from './security-headers.mjs';

/** An answer of the front's own is for one reader, at this moment. */
const forOneReader = { 'Cache-Control': 'private, no-store' };

const known = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);
const preview = /__prerender_bypass|__next_preview_data/;
/** How long the rest of a body that is too long is read and thrown away, so that its sender gets to read why; milliseconds. */
const linger = 3_000;

/**
 * What stands between the network and the application: a method that nobody serves is 405 and a body over the limit 413, each
 * in a sentence. With `origin`, the address that people type, the application gets that host, whatever a proxy made of it.
 * `commonOf` is what every answer says of itself. With `actions`, the names by which this build knows what its forms do, a form of
 * another build is led to the page that says so. With `proxies`, the number of proxies of our own, a request keeps the id that they
 * gave it. Where it `isLeaving`, it is ready for nothing more.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} application
 * @param {{ origin?: string | null, hsts?: string | null, commonOf?: ReturnType<typeof commonHeaders>, actions?: Set<string> | null, proxies?: number, isLeaving?: () => boolean }} settings
 */
export function front(
  application,
  {
    origin = null,
    hsts = null,
    commonOf = commonHeaders({ origin, hsts }),
    actions = null,
    proxies = 0,
    isLeaving = () => false,
  } = {},
) {
  const handle = withRequestId(application);
  const ownUrl = origin ? new URL(origin) : null;
  return (request, response) => {
    // Browsers ask for it unasked now and then; the pages' own icon answers.
    if (request.url === '/favicon.ico') request.url = '/icon.svg';
    withoutPreview(request);
    const ofAll = commonOf(request.url);
    // Without a promise where none is needed: they cost as much as the answer.
    const ready = answerReady(request, response, ofAll);
    if (ready === true) return countReady();
    if (ready === false) return answerUnready(request, response, ofAll);
    return ready.then((isAnswered) => (isAnswered ? countReady() : answerUnready(request, response, ofAll)));
  };

  async function answerUnready(request, response, ofAll) {
    for (const [name, value] of ofAll) response.setHeader(name, value);
    if (answerHealth(request, response) || (isLeaving() && answerLeaving(request, response))) return;
    nameRequest(request, response, proxies);
    sayWhenToComeAgain(response);
    if (!known.has(request.method ?? '')) return tell(response, 405, notServed, { Allow: 'GET, HEAD, POST' });
    if (ownUrl) {
      request.headers.host = ownUrl.host;
      request.headers['x-forwarded-host'] = ownUrl.host;
      request.headers['x-forwarded-proto'] = ownUrl.protocol.slice(0, -1);
    }
    const length = Number(request.headers['content-length'] ?? 0);
    if (isUpload(request))
      return length > mostUploadBytes ? tooMuch(request, response, longFile) : handle(request, response);
    if (length > mostBytes) return tooMuch(request, response, wordsOf(request));
    if (request.headers['transfer-encoding'] === undefined && !isForm(request)) return handle(request, response);
    const body = await bodyOf(request).catch(() => undefined);
    // A client that went away in the middle of its request gets no answer.
    if (body === undefined) return response.destroy();
    if (body === null) return tooMuch(request, response, wordsOf(request));
    const buffered = withBody(request, body);
    if (!isForm(request)) return handle(buffered, response);
    if (!(await isWhole(request, body))) return tell(response, 400, broken);
    return withStatus(outOfDate(buffered, body, actions) ?? buffered, response, handle);
  }
}

/** Whether a request brings a file, and says how long it is, so that nothing of it need be held here. */
const isUpload = ({ method, url, headers }) =>
  method === 'POST' && url === uploadAddress && headers['content-length'] !== undefined && !isFetched(headers);

/**
 * Takes out the cookies of the framework's own preview, which nobody here uses: it answers wrong ones by taking them away, also on
 * pages that shared caches may keep.
 */
function withoutPreview(request) {
  const { cookie } = request.headers;
  if (!cookie || !preview.test(cookie)) return;
  const others = cookie.split(';').filter((pair) => !preview.test(pair));
  if (others.length > 0) request.headers.cookie = others.join(';').trim();
  else delete request.headers.cookie;
}

/** A body that is read before the application sees it; null as soon as it is too long. */
async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) return null;
  }
  return Buffer.concat(parts);
}

/** The same request with a body that is here already. */
function withBody(request, body) {
  const copy = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  const { 'transfer-encoding': _, ...headers } = request.headers;
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, complete: true });
  copy.headers = { ...headers, 'content-length': `${body.length}` };
  copy.push(body);
  copy.push(null);
  return copy;
}

const notServed = [
  'Not something that this site does',
  'Pages here are read, and forms are sent; nothing was changed.',
];
const broken = [
  'Not a form of ours',
  'What was sent did not arrive as our page made it, so nothing was changed. Go back, please, and send it again.',
];
const long = [
  'Too much for one form',
  'What was sent is longer than a form here may be, so nothing was changed. Go back, please, and send less at a time.',
];

const longReport = [
  'Too large a report',
  'A report can have 1 MB, and nothing of this one was read or kept. Go back, please: save it without pictures, or send its sheets one by one.',
];

/** What is said of a body that is too long: a report that is only read is no form that changes anything. */
const wordsOf = ({ url }) => (/^\/(?:api\/)?proofread(?:[/?]|$)/.test(url ?? '') ? longReport : long);

const longFile = [
  'Too large a file',
  `A file can have ${Math.floor(mostUploadBytes / 1_048_576)} MB, and nothing was brought in. Go back, please: save it without pictures, or send its sheets one by one.`,
];

async function tooMuch(request, response, words) {
  request.resume();
  await new Promise((resolve) => {
    request.once('end', resolve).once('close', resolve);
    setTimeout(resolve, linger).unref();
  });
  if (isForPrograms.test(request.url ?? '')) return tellProgram(response);
  tell(response, 413, words);
}

/** Where other systems send readings: they are answered as the application answers them, in problem details. */
const isForPrograms = /^\/api\/submission\//;

function tellProgram(response) {
  const detail = 'A reading can have 128 kB: send one at a time, and less of it.';
  response.writeHead(413, {
    'Content-Type': 'application/problem+json',
    ...forOneReader,
    Connection: 'close',
  });
  response.end(`${JSON.stringify({ type: 'about:blank', title: 'Too long', status: 413, detail })}\n`);
}

function tell(response, status, [heading, sentence], headers = {}) {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title>`;
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    ...forOneReader,
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'",
    Connection: 'close',
    ...headers,
  });
  response.end(
    `<!DOCTYPE html><html lang="en-GB"><head>${head}<link rel="stylesheet" href="/assets/candour.css"></head><body><main id="main"><h1>${heading}</h1><p class="standfirst">${sentence}</p></main></body></html>`,
  );
}
