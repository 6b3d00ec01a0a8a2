import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { actions, readings } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { type Completed, completedValue } from '@/lib/reading/completed-actions';

/** Refuses completed actions that are in no signed reading of an earlier period of the same measure. */
export async function refuseUnknownActions(
  tx: Transaction,
  measureId: number,
  periodStart: string,
  completed: Completed[],
): Promise<void> {
  if (completed.length === 0) return;
  const signed = await tx
    .select({ start: readings.periodStart, text: actions.text })
    .from(actions)
    .innerJoin(readings, eq(readings.id, actions.readingId))
    .where(
      and(
        eq(readings.measureId, measureId),
        lt(readings.periodStart, periodStart),
        inArray(readings.state, ['approved', 'published']),
        inArray(readings.periodStart, [...new Set(completed.map(({ start }) => start))]),
      ),
    );
  const known = new Set(signed.map(completedValue));
  const stranger = completed.find((action) => !known.has(completedValue(action)));
  if (stranger)
    throw new Refused(
      `“${stranger.text.slice(0, 80)}” is not an action of an earlier period any more: open the reading again.`,
    );
}
