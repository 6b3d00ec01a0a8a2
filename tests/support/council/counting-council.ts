import { inArray } from 'drizzle-orm';
import { approveReading } from '@/db/commands/reading/reading-steps';
import type { Database } from '@/db/connection/client';
import { openRecord } from '@/db/events/opening';
import { measures } from '@/db/schema';
import type { Policy } from '@/lib/disclosure/policy';
import { at, content, submitted, workingCouncil } from './working-council';

/** A decision as somebody records it, with whatever a test says otherwise. */
export const decided = (more: Partial<Policy> = {}): Policy => ({
  method: 'hide',
  threshold: 5,
  reason: 'So few passengers are recognised.',
  decidedBy: 'Cabinet',
  decidedOn: '2026-08-10',
  ...more,
});

/** The working council, whose bus measures up to this number count people; nobody has decided on them. */
export async function countingCouncil(db: Database, { buses = 10, counting = 8 } = {}) {
  const council = await workingCouncil(db, { buses });
  const ids = council.measures.slice(0, counting).map(({ id }) => id);
  await db.update(measures).set({ countsPeople: true }).where(inArray(measures.id, ids));
  await openRecord(db, at);
  /** July 2026 of a measure of Olive's, 3 of 40, approved by Hana. */
  const few = async (code: string, numerator = '3', comments?: string) => {
    const figures = { value: null, numerator, denominator: '40' };
    const words = content(comments === undefined ? figures : { ...figures, comments });
    return approveReading(db, council.as('Hana'), await submitted(db, council.as('Olive'), code, words));
  };
  return { ...council, few };
}
