import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { disclosureDecisions, disclosureExceptions, measures } from '@/db/schema';
import type { Exception, Policy } from '@/lib/disclosure/policy';

/** What holds for a measure's small counts; `wanting` where it counts people and nobody has decided, and then `policy` is null. */
export type MeasurePolicy = {
  policy: Policy | null;
  wanting: boolean;
  /** Whether the policy is the measure's own or its service's default; null where there is none. */
  from: 'measure' | 'service' | null;
};

/**
 * What holds for the small counts of each of these measures: its own newest decision, else the newest default of its service. A measure that
 * counts no people has no policy, and wants none.
 */
export async function policiesOf(db: Connection, measureIds: number[]): Promise<Map<number, MeasurePolicy>> {
  if (measureIds.length === 0) return new Map();
  const { method, threshold, reason, decidedBy, decidedOn } = disclosureDecisions;
  const rows = await db
    .selectDistinctOn([measures.id], {
      id: measures.id,
      countsPeople: measures.countsPeople,
      ownId: disclosureDecisions.measureId,
      policy: { method, threshold, reason, decidedBy, decidedOn },
    })
    .from(measures)
    .leftJoin(
      disclosureDecisions,
      or(eq(disclosureDecisions.measureId, measures.id), eq(disclosureDecisions.serviceId, measures.serviceId)),
    )
    .where(inArray(measures.id, measureIds))
    // A decision without a measure is a default of the service: it comes after the measure's own.
    .orderBy(asc(measures.id), asc(disclosureDecisions.measureId), desc(disclosureDecisions.id));
  return new Map(
    rows.map(({ id, countsPeople, ownId, policy }) => {
      const decided = countsPeople ? policy : null;
      const from = decided && (ownId === null ? 'service' : 'measure');
      return [id, { policy: decided, wanting: countsPeople && decided === null, from }];
    }),
  );
}

/** The figures of each of these measures that are shown in spite of its policy: the confirmed exceptions that stand, the oldest first. */
export async function exceptionsOf(db: Connection, measureIds: number[]): Promise<Map<number, Exception[]>> {
  const exceptions = new Map<number, Exception[]>();
  if (measureIds.length === 0) return exceptions;
  const { measureId, periodStart, revision, reason } = disclosureExceptions;
  const rows = await db
    .select({ measureId, start: periodStart, revision, reason })
    .from(disclosureExceptions)
    .where(
      and(
        inArray(measureId, measureIds),
        isNotNull(disclosureExceptions.confirmedBy),
        isNull(disclosureExceptions.endedBy),
      ),
    )
    .orderBy(asc(measureId), asc(periodStart), asc(revision));
  for (const { measureId: id, ...exception } of rows) {
    const list = exceptions.get(id) ?? [];
    list.push(exception);
    exceptions.set(id, list);
  }
  return exceptions;
}
