import { inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { people } from '@/db/schema';
import type { JudgedStatus } from '@/lib/target/judged-status';
import { judgedOf } from './judged-columns';
import type { ReadingRow } from './reading-record';

/** `for` is the head of service for whom a deputy approved; `judged` a colour other than the rule's, where one was signed. */
type Approved = { by: string; at: string; for: string | null; judged: JudgedStatus | null };

export type Signatures = {
  returned: { by: string; at: string; reason: string; suggested: string | null } | null;
  submitted: { by: string; at: string } | null;
  approved: Approved | null;
};

/** Who submitted, returned and approved a reading as it stands, by name, and when. */
export async function signaturesOf(db: Connection, reading: ReadingRow): Promise<Signatures> {
  const { submittedBy, returnedBy, approvedBy, approvedFor } = reading;
  const ids = [submittedBy, returnedBy, approvedBy, approvedFor].filter((id) => id !== null);
  const rows = ids.length
    ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
    : [];
  const nameOf = (id: number | null) => rows.find((person) => person.id === id)?.name ?? 'Somebody';
  const { submittedAt, returnedAt, approvedAt, returnReason, suggested } = reading;
  return {
    returned:
      returnedAt && returnReason ? { by: nameOf(returnedBy), at: returnedAt, reason: returnReason, suggested } : null,
    submitted: submittedAt && reading.state !== 'draft' ? { by: nameOf(submittedBy), at: submittedAt } : null,
    approved: approvedAt
      ? {
          by: nameOf(approvedBy),
          at: approvedAt,
          for: approvedFor === null ? null : nameOf(approvedFor),
          judged: judgedOf(reading),
        }
      : null,
  };
}

/** A person’s name and when they signed; null where they have not. */
export const signature = (by: string | null, at: string | null) => (by === null || at === null ? null : { by, at });
