import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editionRows, editions, events } from '@/db/schema';
import type { EventKind } from '@/lib/record/event';
import type { MeasureRow } from './reading-record';

type EventMatch = { kind: EventKind; isIt: (details: Record<string, unknown>) => boolean };

/**
 * The number of the first edition with a measure that was published after something was done to the measure, in the order of
 * the record; null for none. What no event tells of was done before everything. `shows` says more of the edition's row.
 */
export async function editionSince(
  db: Connection,
  { id, code }: MeasureRow,
  { kind, isIt }: EventMatch,
  shows?: SQL,
): Promise<number | null> {
  const recorded = await db
    .select({ id: events.id, details: events.details })
    .from(events)
    .where(and(eq(events.subject, 'measure'), eq(events.subjectId, id), eq(events.kind, kind)))
    .orderBy(asc(events.id));
  const done = recorded.findLast(({ details }) => isIt(details))?.id ?? 0;
  const published = and(
    eq(events.subject, 'edition'),
    eq(events.subjectId, editions.id),
    eq(events.kind, 'edition_published'),
  );
  const [edition] = await db
    .select({ number: editions.number })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .innerJoin(events, published)
    .where(and(eq(editionRows.code, code), gt(events.id, done), shows))
    // In the order in which they were written, which is that of their numbers and of the index of a measure's rows.
    .orderBy(asc(editionRows.editionId))
    .limit(1);
  return edition?.number ?? null;
}
