import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { renderings } from '@/db/schema';

/** A part of the public wall: the pages of editions that a server has kept for the others. */

export type KeptRendering = { html: Buffer; date: string; mac: string | null };

/** A page rendered earlier, as gzip bytes, or null; who made it is for the caller to check. */
export async function rendering(db: Database, editionId: number, key: string): Promise<KeptRendering | null> {
  const [row] = await db
    .select({ html: renderings.html, date: renderings.date, mac: renderings.mac })
    .from(renderings)
    .where(sql`${renderings.editionId} = ${editionId} and ${renderings.key} = ${key}`);
  return row ?? null;
}
