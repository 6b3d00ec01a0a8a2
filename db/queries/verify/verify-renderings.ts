import { asc, eq, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { isOurs } from '@/db/hashing/page-mac';
import { editions, renderings } from '@/db/schema';
import type { Tampered, Verified } from './verify';

/** Checks that every page that is kept for the public is one that this installation made, by its key. */
export async function verifyRenderings(
  db: Connection,
  secret: string,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  const rows = await db
    .select({ editionId: renderings.editionId, key: renderings.key, edition: editions.sha256 })
    .from(renderings)
    .leftJoin(editions, eq(editions.id, renderings.editionId))
    .orderBy(asc(renderings.editionId), asc(renderings.key));
  // One by one: all of them together may be more than a process should hold.
  for (const { editionId, key, edition } of rows) {
    checked.pages += 1;
    const [page] = await db
      .select({ date: renderings.date, html: renderings.html, mac: renderings.mac })
      .from(renderings)
      .where(sql`${renderings.editionId} = ${editionId} and ${renderings.key} = ${key}`);
    if (!page || !edition || !isOurs(secret, { edition, key, ...page }, page.mac)) {
      const what =
        'this installation did not make this page: it is served to nobody, and made anew when it is asked for';
      return { table: 'renderings', id: `${editionId}, ${key}`, what };
    }
  }
  return null;
}
