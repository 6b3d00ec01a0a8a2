import { count, eq, sum } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { events, historyBatches, importOfEvent } from '@/db/schema';
import { type Kind, kinds } from '@/lib/bring-in/wish';
import type { EventKind } from '@/lib/record/event';

/** What each event of a file that was brought in made or changed. */
const kindOf: Partial<Record<EventKind, Kind>> = {
  service_added: 'service',
  service_changed: 'service',
  person_invited: 'person',
  measure_added: 'measure',
  measure_changed: 'measure',
  target_set: 'target',
  outturn_set: 'outturn',
  comparator_entered: 'comparator',
  reading_saved: 'reading',
};

/** How many things of each kind a file has made or changed, as the record names the file in each of its events. */
export async function madeBy(db: Database, id: number): Promise<{ kind: Kind; count: number }[]> {
  const rows = await db
    .select({ kind: events.kind, count: count() })
    .from(events)
    .where(eq(importOfEvent, String(id)))
    .groupBy(events.kind);
  const made = new Map<Kind, number>();
  for (const row of rows) {
    const kind = kindOf[row.kind];
    if (kind) made.set(kind, (made.get(kind) ?? 0) + row.count);
  }
  return kinds.flatMap((kind) => {
    const number = made.get(kind);
    return number ? [{ kind, count: number }] : [];
  });
}

/** How many figures a file has laid as history, whatever became of them since. */
export async function figuresLaidBy(db: Database, id: number): Promise<number> {
  const [laid] = await db
    .select({ figures: sum(historyBatches.figures).mapWith(Number) })
    .from(historyBatches)
    .where(eq(historyBatches.importId, id));
  return laid?.figures ?? 0;
}
