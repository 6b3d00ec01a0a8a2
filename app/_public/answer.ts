import { createHash } from 'node:crypto';
import { forOneReader, forShared, htmlType, publicPolicy } from '@/app/_server/cache-and-policy-headers';

/** What is published at an address, ready to send. It is compressed on its way: by scripts/server/ready-pages/codings.mjs
 * where it lies ready, else by Next. */
export type Content = {
  body: Buffer;
  /** Differs between two contents; null where the content depends on the request, as a feed does that names its host. */
  etag: string | null;
  /** The content security policy; without one, that of a page without script. */
  policy?: string;
  /** The headers of a feed or a file, its content type among them; a page has none. */
  headers?: Record<string, string>;
};

/** A content's answer, and what may be repeated of it: null of a page that was made for one person. */
export type Sent = { response: Response; repeatable: Repeatable | null };
/** A whole published answer. */
export type Repeatable = { body: Buffer; headers: Record<string, string> };

export function contentOf(body: Buffer): Content & { etag: string } {
  return { body, etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/**
 * Answers with what is published, or 304 to a reader who has it already. To somebody who is signed in, a page goes with their
 * bar, for them alone: it is kept by nobody, here or on the way.
 */
export async function sendContent(request: Request, content: Content): Promise<Sent> {
  const { body, etag, policy = publicPolicy, headers: ownHeaders } = content;
  const page = ownHeaders ? null : await pageWithBar(request, body);
  if (page) {
    const headers = { 'Content-Type': htmlType, 'Cache-Control': forOneReader, 'Content-Security-Policy': policy };
    return { response: new Response(streamOf(page), { headers }), repeatable: null };
  }
  const common: Record<string, string> = {
    'Content-Security-Policy': policy,
    'Cache-Control': forShared,
    ...ownHeaders,
  };
  if (etag !== null) common.ETag = etag;
  const headers = { 'Content-Type': htmlType, ...common };
  const { 'Content-Type': _, ...withoutType } = common;
  const response = isKnown(request, etag)
    ? new Response(null, { status: 304, headers: withoutType })
    : new Response(streamOf(body), { headers });
  return { response, repeatable: { body, headers } };
}

/** A page with the bar of the signed-in person. Without a cookie it asks the record nothing, and loads no module that would. */
async function pageWithBar(request: Request, html: Buffer): Promise<Buffer | null> {
  if (!request.headers.has('cookie')) return null;
  const { withBar } = await import('./visitor');
  return withBar(request, html);
}

/** Whether the reader has a content already. */
export function isKnown(request: Request, etag: string | null): boolean {
  if (etag === null) return false;
  const tags = request.headers.get('if-none-match')?.split(',') ?? [];
  return tags.some((tag) => tag.trim() === etag);
}

/** The bytes as they are: handed over as a body, they would be copied for every answer. */
function streamOf(bytes: Uint8Array): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

type Options = { status?: number; headers?: Record<string, string> };

/** Sends a page that nobody may keep: a wrong address, or trouble. */
export function sendOnce(html: string, { status = 200, headers = {} }: Options = {}): Response {
  return new Response(html, {
    status,
    headers: {
      'Content-Security-Policy': publicPolicy,
      'Content-Type': htmlType,
      'Cache-Control': forOneReader,
      ...headers,
    },
  });
}

/** Leads for ever to the present address of something. Nobody keeps it: a service may take an earlier address back. */
export function movedTo(address: string): Response {
  return new Response(null, { status: 308, headers: { Location: address, 'Cache-Control': forOneReader } });
}

/** Leads to another address, which the answer to the same question may not be the next time: nobody keeps it. */
export function redirectTo(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': forOneReader } });
}
