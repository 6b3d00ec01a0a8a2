import { LRUCache } from 'lru-cache';
import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import type { Repeatable } from './answer';

/** How many bytes of pages are kept, and for how long one may be repeated without asking the record, in milliseconds. */
export const mostKnown = 20 * 2 ** 20;
const longest = 15 * 60_000;

type Known = Repeatable & { at: number };
const known = new LRUCache<string, Known>({
  maxSize: mostKnown,
  sizeCalculation: ({ body }, address) => body.byteLength + address.length,
});

/** Keeps what was published at an address as the record had it just now. */
export function keepLast(address: string, page: Repeatable): void {
  known.set(address, { ...page, at: Date.now() });
}

/** Forgets what was published at an address that leads elsewhere now. */
export function forget(address: string): void {
  known.delete(address);
}

/**
 * The page of an address as it was when the record last answered, marked with that moment in a header and, on a page, in a
 * line; null when it is not known, or was so long ago that it may have been withdrawn elsewhere since.
 */
export function lastKnown(address: string): Response | null {
  // Asking does not renew a page's place: those that the record confirmed last stay.
  const page = known.peek(address);
  if (!page || Date.now() - page.at > longest) return null;
  const at = new Date(page.at).toISOString();
  const { ETag: _, ...headers } = page.headers;
  const marks = { 'Cache-Control': forOneReader, 'X-Candour-As-Of': at, Age: `${age(page)}` };
  return new Response(new Uint8Array(marked(page.body, page.at)), { headers: { ...headers, ...marks } });
}

const age = ({ at }: Known): number => Math.floor((Date.now() - at) / 1000);

/** The line stands at the head of a page's main part, which begins with these bytes; a feed or a file has none. */
const main = '<main id="main"';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

function marked(body: Buffer, at: number): Buffer {
  const begin = body.indexOf(main);
  if (begin < 0) return body;
  const place = body.indexOf('>', begin) + 1;
  const line = `<p class="notice" role="status" lang="en-GB">The record cannot be reached at this moment. This page is as it was at ${clock.format(at)}.</p>`;
  return Buffer.concat([body.subarray(0, place), Buffer.from(line), body.subarray(place)]);
}
