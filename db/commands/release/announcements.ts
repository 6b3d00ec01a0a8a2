import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { type About, change } from '@/db/commands/road/change';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import type { AnnouncementRow } from '@/db/facts/edition/waiting-release';
import { announcementMoves, announcements } from '@/db/schema';
import { announcedFor, isSameMoment, tooEarly } from '@/lib/edition/announcement';
import { limits } from '@/lib/form/limits';
import { Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { formatInstant } from '@/lib/time/instant';
import { lockAnnouncement } from './announcement-lock';
import { checkedEdition, type EditionRequest } from './edition-check';
import { findService } from './editions';

/** The service's address, what the edition is to be, and the ISO instant of its release. */
export type Announce = EditionRequest & { service: string; dueAt: string };

/** Announces the next edition of a service for a moment to come: what it shows, and by whose approval, is settled now. */
export function announceRelease(
  db: Database,
  acting: Acting,
  request: Announce,
): Promise<{ id: number; dueAt: string }> {
  const { service: slug, asAt, dueAt } = request;
  return change(db, acting, {
    command: 'announce',
    permission: 'announce',
    find: (tx) => findService(tx, slug, { step: 'announce', asAt }),
    work: async (tx, { service }, who) => {
      if (service.release === 'rolling')
        throw new Refused('This service publishes by itself after each approval, so no release of it is announced.');
      const passed = tooEarly(dueAt, acting.at);
      if (passed) throw new Refused(passed);
      const { next, number, approved, note, acknowledged } = await checkedEdition(tx, acting, service, request);
      const announced = { number, asAt, dueAt, included: approved, seen: next.seen };
      const [row] = await tx
        .insert(announcements)
        .values({
          ...announced,
          serviceId: service.id,
          note,
          acknowledged,
          announcedBy: who.id,
          announcedAt: acting.at,
        })
        .returning({ id: announcements.id });
      if (!row) throw new Error('an announcement was not written');
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: service.id,
        kind: 'release_announced',
        subject: 'announcement',
        subjectId: row.id,
        details: {
          ...announced,
          service: slug,
          ...(note && { note }),
          ...(acknowledged.length > 0 && { acknowledged }),
        },
      });
      return { id: row.id, dueAt };
    },
  });
}

/** Which announced release, and the moment of release that the person saw. */
export type Release = { id: number; dueAt: string };

/** Moves an announced release to another moment, with the reason that the public reads. */
export function moveRelease(
  db: Database,
  acting: Acting,
  request: Release & { toAt: string; reason: string },
): Promise<{ dueAt: string }> {
  const { toAt } = request;
  return change(db, acting, {
    command: 'move release',
    permission: 'move',
    find: (tx) => findRelease(tx, request.id, 'move'),
    work: async (tx, { release }, who) => {
      const waiting = stillWaiting(release, request.dueAt);
      const reason = givenText(request.reason, limits.publicReason, 'Tell the public why the release is moved.');
      if (isSameMoment(waiting.dueAt, toAt))
        throw new Refused(`${announcedFor(waiting)} already: choose another moment.`);
      const passed = tooEarly(toAt, acting.at);
      if (passed) throw new Refused(passed);
      const { id, dueAt, number, serviceId } = waiting;
      const move = { fromAt: dueAt, toAt, reason };
      await tx.insert(announcementMoves).values({ ...move, announcementId: id, movedAt: acting.at, movedBy: who.id });
      await tx.update(announcements).set({ dueAt: toAt }).where(eq(announcements.id, id));
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId,
        kind: 'release_moved',
        subject: 'announcement',
        subjectId: id,
        details: { number, ...move },
      });
      return { dueAt: toAt };
    },
  });
}

/** Calls an announced release off, with the reason that the public reads. */
export function cancelRelease(
  db: Database,
  acting: Acting,
  request: Release & { reason: string },
): Promise<{ number: number }> {
  return change(db, acting, {
    command: 'cancel release',
    permission: 'cancel',
    find: (tx) => findRelease(tx, request.id, 'cancel'),
    work: async (tx, { release }, who) => {
      const { id, number, serviceId } = stillWaiting(release, request.dueAt);
      const reason = givenText(request.reason, limits.publicReason, 'Tell the public why the release is cancelled.');
      await tx.update(announcements).set({ state: 'cancelled', why: reason }).where(eq(announcements.id, id));
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId,
        kind: 'release_cancelled',
        subject: 'announcement',
        subjectId: id,
        details: { number, reason },
      });
      return { number };
    },
  });
}

type ReleaseScene = { about: About | null; release: AnnouncementRow | null };

/** The release that a change is about, locked with its service; a refused try of it is kept as this step. */
export async function findRelease(tx: Transaction, id: number, step: string): Promise<ReleaseScene> {
  const release = (await lockAnnouncement(tx, id))?.announcement;
  if (!release) return { about: null, release: null };
  const { serviceId, number } = release;
  return { release, about: { serviceId, subject: 'announcement', subjectId: id, details: { step, number } } };
}

/** A release that still waits, at the moment that was seen; throws where it does not. */
export function stillWaiting(release: AnnouncementRow | null, seenDueAt?: string): AnnouncementRow {
  if (!release) throw new StepRefused('There is no such release.');
  if (release.state !== 'announced') throw new StepRefused(over[release.state]);
  if (seenDueAt !== undefined && !isSameMoment(release.dueAt, seenDueAt))
    throw new StepRefused(`This release was moved to ${formatInstant(release.dueAt)} meanwhile: look at it again.`);
  return release;
}

const over = {
  released: 'This edition is released already.',
  cancelled: 'This release is cancelled already.',
  failed: 'This release failed at its moment: announce another.',
};
