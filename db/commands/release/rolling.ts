import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { notAhead } from '@/db/connection/clock';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { services } from '@/db/schema';
import { londonDay } from '@/lib/time/period';
import { lockApproved, lockService } from './edition-locks';
import { writeEdition } from './edition-write';

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
