import type { Published } from './published-answer';

/** How many addresses are kept, and for how long a page may be repeated without asking the record, in milliseconds. */
const capacity = 300;
const longest = 15 * 60_000;

type Known = Published & { at: number };
const known = new Map<string, Known>();

/** Keeps what was published at an address as the record had it just now. */
export function keepLast(address: string, page: Published): void {
  known.delete(address);
  known.set(address, { ...page, at: Date.now() });
  if (known.size > capacity) known.delete(known.keys().next().value as string);
}

/**
 * The page of an address as it was when the record last answered, marked with that moment in a header and, on a page, in a
 * line; null when it is not known, or was so long ago that it may have been withdrawn elsewhere since.
 */
export function lastKnown(address: string): Response | null {
  const page = known.get(address);
  if (!page || Date.now() - page.at > longest) return null;
  const at = new Date(page.at).toISOString();
  const { ETag: _, ...headers } = page.headers;
  const marks = { 'Cache-Control': 'private, no-store', 'X-Candour-As-Of': at, Age: `${age(page)}` };
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
  const line = `<p class="notice" role="status">The record cannot be reached at this moment. This page is as it was at ${clock.format(at)}.</p>`;
  return Buffer.concat([body.subarray(0, place), Buffer.from(line), body.subarray(place)]);
}
