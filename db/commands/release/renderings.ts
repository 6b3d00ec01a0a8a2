import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type KeptPage, pageMac } from '@/db/hashing/page-mac';
import { editions, renderings } from '@/db/schema';

export { isOurs } from '@/db/hashing/page-mac';

export type Rendering = KeptPage & { editionId: number };

/**
 * Keeps a rendered page for later and for other servers, under the key of this installation, and deletes those of the
 * service's earlier days. It replaces a page under the same key, which was not served.
 */
export async function keepRendering(db: Database, secret: string, rendering: Rendering): Promise<void> {
  const { editionId, key, date, html } = rendering;
  const page = { date, html, mac: pageMac(secret, rendering) };
  await db
    .insert(renderings)
    .values({ editionId, key, ...page })
    .onConflictDoUpdate({ target: [renderings.editionId, renderings.key], set: page });
  await db.delete(renderings).where(
    sql`${renderings.date} < ${rendering.date} and ${renderings.editionId} in (
      select ${editions.id} from ${editions} where ${editions.serviceId} = (
        select ${editions.serviceId} from ${editions} where ${editions.id} = ${rendering.editionId}))`,
  );
}
