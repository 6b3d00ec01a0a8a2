import { asc, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { type About, change } from '@/db/commands/road/change';
import type { Database, Transaction } from '@/db/connection/client';
import { notAhead } from '@/db/connection/clock';
import { nextEdition, type ServiceRow } from '@/db/facts/edition/next-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { services } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import { londonDay } from '@/lib/time/period';
import { checkedEdition, type EditionRequest } from './edition-check';
import { lockApproved, lockService, writeEdition } from './edition-write';

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

/** Publishes what was approved long enough ago, by the clock of the record too, in rolling services; answers the editions' ids. */
export async function publishRolling(db: Database, at: string): Promise<number[]> {
  const rolling = await db
    .selectDistinct({ slug: services.slug, position: services.position })
    .from(services)
    .where(eq(services.release, 'rolling'))
    .orderBy(asc(services.position));
  const published: number[] = [];
  for (const { slug } of rolling) {
    const id = await publishRipe(db, slug, at);
    if (id !== null) published.push(id);
  }
  return published;
}

async function publishRipe(db: Database, slug: string, processMoment: string): Promise<number | null> {
  return db.transaction(async (tx) => {
    const service = await lockService(tx, slug);
    if (service?.release !== 'rolling' || service.quarantineHours === null) return null;
    if (await waitingRelease(tx, service.id)) return null;
    const at = await notAhead(tx, processMoment);
    const asAt = londonDay(at);
    const ripe = Date.parse(at) - service.quarantineHours * 3_600_000;
    const approved = (await lockApproved(tx, service.id, asAt)).filter(
      (row) => Date.parse(row.approvedAt ?? at) <= ripe,
    );
    const actorId = approved.at(-1)?.approvedBy;
    if (!actorId) return null;
    const included = approved.map(({ id }) => id);
    const next = await nextEdition(tx, service, asAt, { approved: included });
    if (next.findings.blockers.length > 0) return null;
    const hours = `${service.quarantineHours} ${service.quarantineHours === 1 ? 'hour' : 'hours'}`;
    const publication = { actorId, publisher: `head of service, ${hours} after approval`, service: slug, asAt, at };
    return (await writeEdition(tx, service, publication, { ...next, included, details: { rolling: true } })).id;
  });
}
