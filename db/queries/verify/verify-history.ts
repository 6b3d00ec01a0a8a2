import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { sha256 } from '@/db/hashing/sha256';
import { historyBatches, historyFigures } from '@/db/schema';
import { historyText } from '@/lib/elsewhere/history-entry';
import type { Tampered } from './verify';

/**
 * Checks the figures that came in as history against the hash of their batch, which its event tells: none was changed, put in or
 * taken out, and none is left of what was thrown away.
 */
export async function verifyHistory(db: Connection): Promise<Tampered | null> {
  const batches = await db.select().from(historyBatches).orderBy(asc(historyBatches.id));
  for (const { id, serviceId, publishedIn: where, publishedOn: on, contentHash, figures, discardedBy } of batches) {
    const rows = await db.select().from(historyFigures).where(eq(historyFigures.batchId, id));
    const fault = (what: string): Tampered => ({ table: 'history_figures', id: `of batch ${id}`, what });
    if (discardedBy !== null) {
      if (rows.length > 0) return fault('they are there, and were thrown away');
      continue;
    }
    if (rows.length !== figures || sha256(historyText(serviceId, { where, on }, rows)) !== contentHash)
      return fault('they are not what came in: their hash does not fit');
  }
  const [stray] = await db
    .select({ batchId: historyFigures.batchId })
    .from(historyFigures)
    .leftJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .where(and(isNull(historyBatches.id)))
    .limit(1);
  return stray ? { table: 'history_figures', id: `of batch ${stray.batchId}`, what: 'no batch brought them in' } : null;
}
