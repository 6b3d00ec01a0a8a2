import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { countsOn } from '@/db/facts/periods/retirements';
import type { ReadingRow } from '@/db/facts/reading-record';
import { signature } from '@/db/facts/signatures';
import { submitterOf } from '@/db/facts/systems/sent-by-system';
import { measures, people, readings } from '@/db/schema';
import type { Signed, UnfinishedReading } from '@/lib/status/standing';

/** A reading on its way, with who took its steps. */
export type ServiceReading = UnfinishedReading & {
  measureId: number;
  row: ReadingRow;
  returned: (Signed & { reason: string }) | null;
};

/** The readings on their way of a service's measures that count on a day, with the names of those who took their steps. */
export async function openReadingsOf(db: Database, serviceId: number, today: string): Promise<ServiceReading[]> {
  const [submitter, approver, returner] = [
    alias(people, 'submitter'),
    alias(people, 'approver'),
    alias(people, 'returner'),
  ];
  const rows = await db
    .select({
      row: readings,
      submitter: submitterOf(readings.id, submitter.name),
      approver: approver.name,
      returner: returner.name,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .leftJoin(submitter, eq(submitter.id, readings.submittedBy))
    .leftJoin(approver, eq(approver.id, readings.approvedBy))
    .leftJoin(returner, eq(returner.id, readings.returnedBy))
    .where(and(eq(measures.serviceId, serviceId), countsOn(today), noneOf(readings.state, 'published')))
    .orderBy(asc(readings.id));
  return rows.map(({ row, ...names }) => {
    const returned = row.state === 'returned' ? signature(names.returner, row.returnedAt) : null;
    return {
      id: row.id,
      measureId: row.measureId,
      periodStart: row.periodStart,
      revision: row.revision,
      state: row.state,
      holds: true,
      submitted: signature(names.submitter, row.submittedAt),
      approved: signature(names.approver, row.approvedAt),
      returned: returned && { ...returned, reason: row.returnReason ?? '' },
      row,
    };
  });
}

/** The data owner of each measure of a service, by the measure's number in the record. */
export async function ownersOf(db: Database, serviceId: number): Promise<Map<number, string>> {
  const rows = await db
    .select({ id: measures.id, owner: people.name })
    .from(measures)
    .innerJoin(people, eq(people.id, measures.ownerId))
    .where(eq(measures.serviceId, serviceId));
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}
