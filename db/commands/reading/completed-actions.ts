import { and, eq, lt, type Placeholder, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { signed } from '@/db/facts/periods/counted-readings';
import { actions, readings } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { type Completed, completedValue } from '@/lib/reading/completed-actions';

/** The actions of signed readings of earlier periods of a measure, of those periods that completed actions name. */
export const signedActions = (
  db: Connection,
  measureId: Given<number>,
  periodStart: Given<string>,
  starts: Placeholder,
) =>
  db
    .select({ start: readings.periodStart, text: actions.text })
    .from(actions)
    .innerJoin(readings, eq(readings.id, actions.readingId))
    .where(
      and(
        eq(readings.measureId, measureId),
        lt(readings.periodStart, periodStart),
        signed,
        // As text, since nobody has asked yet whether it is a day.
        sql`${readings.periodStart}::text = any(${starts}::text[])`,
      ),
    );

/** Refuses completed actions that are in no signed reading of an earlier period of the same measure. */
export function refuseUnknownActions(signed: Completed[], completed: Completed[]): void {
  const known = new Set(signed.map(completedValue));
  const stranger = completed.find((action) => !known.has(completedValue(action)));
  if (stranger)
    throw new Refused(
      `“${stranger.text.slice(0, 80)}” is not an action of an earlier period any more: open the reading again.`,
    );
}
