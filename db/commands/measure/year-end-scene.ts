import { and, asc, gte, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { atYearEnd, type MeasureAtYearEnd } from '@/db/facts/year-end/at-year-end';
import { readings } from '@/db/schema';
import { addMonths } from '@/lib/time/period';

/** The latest finished year and the one that runs are at most two years, and a period is at most one. */
const monthsBack = 36;

/**
 * Measures at the end of their latest year, or of one so many years before, as they are now, with their readings locked until the transaction has ended: a correction is
 * approved before this, and seen, or after it. Whoever calls this has locked the service and the measures.
 */
export async function heldAtYearEnd(
  tx: Transaction,
  measureIds: number[],
  today: string,
  back = 0,
): Promise<MeasureAtYearEnd[]> {
  await tx
    .select({ id: readings.id })
    .from(readings)
    .where(
      and(
        inArray(readings.measureId, measureIds),
        gte(readings.periodStart, addMonths(today, -monthsBack - 12 * back)),
      ),
    )
    .orderBy(asc(readings.id))
    .for('update');
  return atYearEnd(tx, { measureIds }, today, back);
}
