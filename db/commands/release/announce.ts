import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { announcements } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { tooEarly } from '@/lib/release/release-moment';
import { checkedEdition, type EditionRequest } from './edition-check';
import { findService } from './publish-edition';

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
