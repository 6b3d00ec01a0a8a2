import { and, eq, type SQL } from 'drizzle-orm';
import { unsavedTyping } from '@/db/schema';

/** Whose typing it is, and for which reading. */
export type UnsavedPlace = { personId: number; measureId: number; periodStart: string };

/** That typing is a person's own for a reading. */
export const atPlace = ({ personId, measureId, periodStart }: UnsavedPlace): SQL | undefined =>
  and(
    eq(unsavedTyping.personId, personId),
    eq(unsavedTyping.measureId, measureId),
    eq(unsavedTyping.periodStart, periodStart),
  );
