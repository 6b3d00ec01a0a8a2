import { eq } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { announcementMoves, announcements } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { announcedFor, isSameMoment, tooEarly } from '@/lib/release/release-moment';
import { findRelease, type Release, stillWaiting } from './release-scene';

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
