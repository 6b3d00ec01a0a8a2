import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ReactElement } from 'react';
import { publicPolicy } from '@/app/_server/cache-and-policy-headers';
import { settings } from '@/app/_server/server-settings';
import { isOurs, keepRendering } from '@/db/commands/release/renderings';
import { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { rendering } from '@/db/queries/published/kept-pages';
import { type Content, contentOf } from './answer';
import { markup } from './markup';
import { siteOf } from './site';
import { whileWanted } from './while-wanted';

type Wanted = {
  edition: Pick<InForce, 'id' | 'head' | 'council' | 'contact'>;
  /** What the page follows from beside its edition, this build and the site: its address, day and view. */
  dependsOn: unknown[];
  /** The day as whose page other servers may find it in the database; null for a page that is not kept there. */
  keptFor: string | null;
  /** The content security policy, where it is not that of a page without script. */
  policy?: string;
  page: () => Promise<ReactElement>;
};

/** How many bytes of pages this process holds. */
export const mostRendered = 24 * 2 ** 20;

/** The longest unread pages go first. Everybody who asks for a page while it is made waits for the same one. */
const pages = new LRUCache<string, Content, () => Promise<Content>>({
  maxSize: mostRendered,
  sizeCalculation: ({ body }, name) => body.byteLength + name.length,
  fetchMethod: (_name, _stale, { context: make }) => make(),
  // A page that is pushed out while it is made still goes to those who wait for it.
  ignoreFetchAbort: true,
});

const pageWhileWanted = whileWanted<Content>();

/**
 * A page of an edition, rendered once: from this process's memory, else as this installation kept it in the database, else
 * made now.
 */
export function rendered(wanted: Wanted): Promise<Content> {
  const { head, council, contact } = wanted.edition;
  const dependsOn = JSON.stringify([
    process.env.CANDOUR_BUILD,
    siteOf(council),
    head.service.slug,
    contact,
    ...wanted.dependsOn,
  ]);
  // By the edition's hash: a record that was restored under a running server may give its number to another one.
  const name = `${head.sha256} ${dependsOn}`;
  return pageWhileWanted(name, (unlessAllGone) =>
    pages.forceFetch(name, {
      context: () => findOrMake(dependsOn, { ...wanted, page: inPieces(wanted.page, unlessAllGone) }),
    }),
  );
}

/** A file of published data, made once for what it follows from beside this build; held in memory with the pages. */
export function madeOnce(dependsOn: unknown[], make: () => Promise<Content>): Promise<Content> {
  return pages.forceFetch(JSON.stringify([process.env.CANDOUR_BUILD, ...dependsOn]), { context: make });
}

async function findOrMake(dependsOn: string, { edition, keptFor, policy, page }: Wanted): Promise<Content> {
  const html = keptFor === null ? await bytesOf(page) : await keptOrMade(dependsOn, edition, keptFor, page);
  return { ...contentOf(html), policy: policy ?? publicPolicy };
}

/** The page as this installation kept it in the database, or made now and kept. */
async function keptOrMade(
  dependsOn: string,
  { id, head }: Wanted['edition'],
  date: string,
  page: Wanted['page'],
): Promise<Buffer> {
  const key = createHash('sha256').update(dependsOn).digest('base64url');
  const { pageKey } = settings();
  const stored = await rendering(publicDatabase(), id, key);
  if (stored && isOurs(pageKey, { edition: head.sha256, key, ...stored }, stored.mac)) return gunzipSync(stored.html);
  const html = await bytesOf(page);
  const made = { editionId: id, edition: head.sha256, key, date, html: gzipSync(html) };
  await keepRendering(publicDatabase(), pageKey, made);
  return html;
}

/** A page that is begun, and handed on to be rendered, only where somebody waits for it still. */
const inPieces = (page: Wanted['page'], unlessAllGone: () => void) => async () => {
  unlessAllGone();
  const element = await page();
  unlessAllGone();
  return element;
};

const bytesOf = async (page: Wanted['page']): Promise<Buffer> => Buffer.from(await markup(await page()), 'utf8');
