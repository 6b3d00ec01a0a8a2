import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { editions, renderings } from '../schema';

export type Rendering = { editionId: number; key: string; date: string; html: Buffer };

/** Keeps a rendered page for later and for other servers, and lets go of what the service's earlier days left. */
export async function keepRendering(db: Database, kept: Rendering): Promise<void> {
  await db.insert(renderings).values(kept).onConflictDoNothing();
  await db.delete(renderings).where(
    sql`${renderings.date} < ${kept.date} and ${renderings.editionId} in (
      select ${editions.id} from ${editions} where ${editions.serviceId} = (
        select ${editions.serviceId} from ${editions} where ${editions.id} = ${kept.editionId}))`,
  );
}
