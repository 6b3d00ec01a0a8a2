import { inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { people } from '@/db/schema';
import { systemSigned } from '@/lib/record/system-sentences';
import type { JudgedStatus } from '@/lib/target/judged-status';
import { judgedOf } from './judged-columns';
import type { ReadingRow } from './reading-record';
import { systemOfSubmission, systemOfVersion } from './systems/sent-by-system';

/** `for` is the head of service for whom a deputy approved; `judged` a colour other than the rule's, where one was signed. */
type Approved = { by: string; at: string; for: string | null; judged: JudgedStatus | null };

export type Signatures = {
  /** The last return that is not answered by an approval yet. */
  returned: { by: string; at: string; reason: string; suggested: string | null } | null;
  submitted: { by: string; at: string } | null;
  approved: Approved | null;
  /** The system that wrote what stands there now; null where a person did. */
  sentBy: string | null;
};

/** Who submitted, returned and approved a reading as it stands, by name, and when. */
export async function signaturesOf(db: Connection, reading: ReadingRow): Promise<Signatures> {
  const { submittedBy, returnedBy, approvedBy, approvedFor } = reading;
  const ids = [submittedBy, returnedBy, approvedBy, approvedFor].filter((id) => id !== null);
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      submittedBySystem: systemOfSubmission(reading.id),
      writtenBySystem: systemOfVersion(reading.id, reading.version),
    })
    .from(people)
    .where(inArray(people.id, [...ids, ...reading.authors]));
  const [row] = rows;
  const nameOf = (id: number | null) => rows.find((person) => person.id === id)?.name ?? 'Somebody';
  const submitter = row?.submittedBySystem
    ? systemSigned(row.submittedBySystem, nameOf(submittedBy))
    : nameOf(submittedBy);
  const { submittedAt, returnedAt, approvedAt, returnReason, suggested } = reading;
  return {
    returned:
      returnedAt && returnReason ? { by: nameOf(returnedBy), at: returnedAt, reason: returnReason, suggested } : null,
    submitted: submittedAt && reading.state !== 'draft' ? { by: submitter, at: submittedAt } : null,
    approved: approvedAt
      ? {
          by: nameOf(approvedBy),
          at: approvedAt,
          for: approvedFor === null ? null : nameOf(approvedFor),
          judged: judgedOf(reading),
        }
      : null,
    sentBy: row?.writtenBySystem ?? null,
  };
}

/** A person’s name and when they signed; null where they have not. */
export const signature = (by: string | null, at: string | null) => (by === null || at === null ? null : { by, at });
