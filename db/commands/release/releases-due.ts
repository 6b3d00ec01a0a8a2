import { and, asc, eq, lte } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { notAhead } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { announcedEdition } from '@/db/facts/edition/announced-edition';
import type { AnnouncementRow } from '@/db/facts/edition/waiting-release';
import { announcements } from '@/db/schema';
import { type Failure, failures, isBefore } from '@/lib/release/release-moment';
import { lockAnnouncement } from './announcement-lock';
import { lockApproved } from './edition-locks';
import { writeEdition } from './edition-write';

/** How an announced release ended at its moment: with an edition, or with the sentence that says why there is none. */
export type Outcome = { id: number; editionId: number } | { id: number; why: string };

/**
 * Releases every announced edition whose moment has come by an instant and by the clock of the record, each complete in a
 * transaction of its own, and never twice: a second process finds the locked announcement over. A fault in one does
 * not keep the others waiting.
 */
export async function releaseDue(db: Database, at: string): Promise<Outcome[]> {
  const due = await db
    .select({ id: announcements.id })
    .from(announcements)
    .where(and(oneOf(announcements.state, 'announced'), lte(announcements.dueAt, at)))
    .orderBy(asc(announcements.dueAt), asc(announcements.id));
  const outcomes: Outcome[] = [];
  const faults: unknown[] = [];
  for (const { id } of due) {
    try {
      const outcome = await db.transaction((tx) => release(tx, id, at));
      if (outcome) outcomes.push(outcome);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'a release could not be tried', { cause: faults[0] });
  return outcomes;
}

async function release(tx: Transaction, id: number, processMoment: string): Promise<Outcome | null> {
  const locked = await lockAnnouncement(tx, id);
  const at = await notAhead(tx, processMoment);
  if (locked?.announcement.state !== 'announced' || isBefore(at, locked.announcement.dueAt)) return null;
  const { announcement, service } = locked;
  const { asAt, note, included, acknowledged, announcedBy: actorId } = announcement;
  await lockApproved(tx, service.id, asAt);
  const { next, failure } = await announcedEdition(tx, service, announcement);
  if (failure) return fail(tx, announcement, failure, at);
  const publication = { actorId, publisher: 'performance officer', service: service.slug, asAt, at, note };
  const details = acknowledged.length > 0 ? { acknowledged } : {};
  const frozen = { ...next, included, announcement: id, details };
  const { id: editionId } = await writeEdition(tx, service, publication, frozen);
  return { id, editionId };
}

async function fail(tx: Transaction, announced: AnnouncementRow, failure: Failure, at: string): Promise<Outcome> {
  const { id, serviceId, number } = announced;
  const why = failures[failure];
  await tx.update(announcements).set({ state: 'failed', why }).where(eq(announcements.id, id));
  await record(tx, {
    at,
    actorId: null,
    serviceId,
    kind: 'release_failed',
    subject: 'announcement',
    subjectId: id,
    details: { number, why },
  });
  return { id, why };
}
