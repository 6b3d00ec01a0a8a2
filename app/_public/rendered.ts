import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { settings } from '@/app/_server/settings';
import { isOurs, keepRendering } from '@/db/commands/release/renderings';
import { publicDatabase } from '@/db/connection/pool';
import { rendering } from '@/db/queries/published/in-force';
import { type Bytes, bytesOf } from './published-answer';

/** How many pages this process holds; at some 60 kB each, about 24 MB. */
const capacity = 400;
const held = new Map<string, Promise<Bytes>>();

/** `dependsOn` is everything but the edition that the bytes follow from: build, site, day and view. */
export type Wanted = {
  editionId: number;
  /** The hash of the edition. */
  edition: string;
  dependsOn: string;
  date: string;
  keep: boolean;
  render: () => Promise<string>;
};

/**
 * A page of an edition, rendered once: from this process's memory, else as this installation kept it in the database, else
 * made now.
 */
export function rendered(wanted: Wanted): Promise<Bytes> {
  // By the edition's hash: a record that was restored under a running server may give its number to another one.
  const name = `${wanted.edition} ${wanted.dependsOn}`;
  const known = held.get(name);
  if (known !== undefined) {
    // Taken out and put back, so that the map's order is from the longest unread to the latest read.
    held.delete(name);
    held.set(name, known);
    return known;
  }
  const made = findOrMake(wanted);
  held.set(name, made);
  made.catch(() => held.delete(name));
  if (held.size > capacity) held.delete(held.keys().next().value as string);
  return made;
}

async function findOrMake({ editionId, edition, dependsOn, date, keep, render }: Wanted): Promise<Bytes> {
  const key = createHash('sha256').update(dependsOn).digest('base64url');
  const { pageKey } = settings();
  const kept = await rendering(publicDatabase(), editionId, key);
  if (kept && isOurs(pageKey, { edition, key, ...kept }, kept.mac)) return bytesOf(gunzipSync(kept.html));
  const html = Buffer.from(await render(), 'utf8');
  if (keep) await keepRendering(publicDatabase(), pageKey, { editionId, edition, key, date, html: gzipSync(html) });
  return bytesOf(html);
}
