import { type About, change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import type { ServiceRow } from '@/db/facts/edition/next-edition';
import { StepRefused } from '@/lib/form/refused';
import { checkedEdition, type EditionRequest } from './edition-check';
import { lockService } from './edition-locks';
import { writeEdition } from './edition-write';

/** The service's address, and what its next edition is to be. */
export type Publish = EditionRequest & { service: string };

/** The service that a change is about, locked; a refused try of it is kept with these details. */
export async function findService(
  tx: Transaction,
  slug: string,
  details: About['details'],
): Promise<{ about: About; service: ServiceRow }> {
  const service = await lockService(tx, slug);
  if (!service) throw new StepRefused('There is no such service.');
  return { service, about: { serviceId: service.id, subject: 'service', subjectId: service.id, details } };
}

/** Publishes the next edition of a service, all or nothing, if its checklist allows; only a performance officer may. */
export function publishEdition(db: Database, acting: Acting, request: Publish): Promise<{ number: number }> {
  const { service: slug, asAt } = request;
  return change(db, acting, {
    command: 'publish',
    permission: 'publish',
    find: (tx) => findService(tx, slug, { step: 'publish', asAt }),
    work: async (tx, { service }, who) => {
      const { next, approved, note, acknowledged } = await checkedEdition(tx, acting, service, request);
      const publication = {
        actorId: who.id,
        publisher: 'performance officer',
        service: slug,
        asAt,
        at: acting.at,
        note,
      };
      const details = acknowledged.length > 0 ? { acknowledged } : {};
      const { number } = await writeEdition(tx, service, publication, { ...next, included: approved, details });
      return { number };
    },
  });
}
