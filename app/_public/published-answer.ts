import { createHash } from 'node:crypto';

/** A page's bytes, ready to send, with the tag that tells one content from another. Next compresses them on their way. */
export type Bytes = { html: Buffer; etag: string };

export function bytesOf(html: Buffer): Bytes {
  return { html, etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` };
}

/** Nothing but our own style, fonts and pictures: a public page runs no script, apart from our own file on one with a chart. */
const policyWith = (...more: string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; ');
/** Of what holds no script of ours at all: most pages, and the feeds, which a browser may read as a page. */
export const policy = policyWith();
const exploring = policyWith("script-src 'self'", "connect-src 'self'");

/** Shared caches may answer for one second, browsers ask every time: a publication is never hidden for longer. */
const forShared = 'public, max-age=0, s-maxage=1, must-revalidate';

/** The published bytes that an answer was made of, for whoever keeps them for a bad hour. */
export const published = new WeakMap<Response, Published>();
export type Published = { body: Buffer; headers: Record<string, string> };

type Options = { status?: number; headers?: Record<string, string> | undefined };
type Sending = { explorer?: boolean; headers?: Record<string, string> };

/**
 * Sends a published page, or 304 to a reader who has it already; `explorer` allows the script by which a chart is explored.
 * To somebody who is signed in it goes with their bar, for them alone: kept by nobody, here or on the way.
 */
export async function send(
  request: Request,
  { html, etag }: Bytes,
  { explorer, headers: more }: Sending = {},
): Promise<Response> {
  const security = explorer ? exploring : policy;
  // Whoever brings no cookie is nobody: the record is not asked, nor the module loaded that would ask it.
  const perhapsSignedIn = request.headers.has('cookie') && !more?.['Content-Type'];
  const own = perhapsSignedIn ? await import('./visitor').then(({ withBar }) => withBar(request, html)) : null;
  if (own) return new Response(streamOf(own), { headers: { ...ownHeaders, 'Content-Security-Policy': security } });
  const headers = {
    'Content-Security-Policy': security,
    'Cache-Control': forShared,
    ETag: etag,
    ...more,
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  const full = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  const answer = known.some((tag) => tag.trim() === etag)
    ? new Response(null, { status: 304, headers })
    : new Response(streamOf(html), { headers: full });
  published.set(answer, { body: html, headers: full });
  return answer;
}

const ownHeaders = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' };

/** The bytes as they are: handed over as a body, they would be copied for every answer. */
function streamOf(bytes: Uint8Array): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Sends a page that nobody may keep: a wrong address, or trouble. */
export function sendOnce(html: string, { status = 200, headers = {} }: Options = {}): Response {
  return new Response(html, {
    status,
    headers: {
      'Content-Security-Policy': policy,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  });
}

/** Leads to where the thing asked for stands by now; nobody keeps the answer, as it may move on. */
export function redirectTo(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'private, no-store' } });
}
