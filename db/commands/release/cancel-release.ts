import { eq } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { announcements } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { givenText } from '@/lib/form/typed-text';
import { findRelease, type Release, stillWaiting } from './release-scene';

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
