import { asc, eq } from 'drizzle-orm';
import { tidyText } from '@/lib/content';
import { isDay } from '@/lib/instant';
import { formatDate, londonDay } from '@/lib/period';
import { isPerformanceOfficer } from '@/lib/person';
import { Refused, StepRefused } from '@/lib/refused';
import type { Acting } from '../acting';
import type { Database } from '../client';
import { nextEdition } from '../next-edition';
import { services } from '../schema';
import { lockApproved, lockService, writeEdition } from './edition-write';
import { actor, change } from './step';

export type Publish = {
  /** The service's address. */
  service: string;
  asAt: string;
  note: string | null;
  /** Each warning of the checklist by its id, with the reason why the edition is published all the same. */
  acknowledged: { finding: string; reason: string }[];
  /** What the preview showed; without it, whatever is approved by now is published. */
  seen?: string | null | undefined;
};

const noSuchService = 'There is no such service.';

/** Publishes the next edition of a service, all or nothing, if its checklist allows; only a performance officer may. */
export function publishEdition(db: Database, acting: Acting, asked: Publish): Promise<{ number: number }> {
  const { service: slug, asAt, acknowledged, seen } = asked;
  return change(db, acting, 'publish', async (tx, tried) => {
    const service = await lockService(tx, slug);
    if (!service) throw new StepRefused(noSuchService);
    tried.of = { serviceId: service.id, subject: 'service', subjectId: service.id, details: { step: 'publish', asAt } };
    const who = await actor(tx, acting);
    if (!isPerformanceOfficer(who)) throw new StepRefused('Only the performance officer can publish an edition.');
    if (!isDay(asAt) || asAt > acting.today) throw new Refused('A scorecard cannot tell of a day that has not come.');
    const note = tidyText(asked.note) || null;
    if ((note?.length ?? 0) > 2000) throw new Refused('A note may have 2,000 characters: shorten it.');

    const approved = (await lockApproved(tx, service.id, asAt)).map(({ id }) => id);
    const next = await nextEdition(tx, service, asAt, { approved });
    if (next.last && asAt < next.last.asAt)
      throw new Refused(
        `Edition ${next.last.number} tells of ${formatDate(next.last.asAt)}: a later one cannot tell of an earlier day.`,
      );
    if (seen && seen !== next.seen)
      throw new StepRefused('What would be published is not what the preview showed any more: look at it again.');
    const [blocker] = next.findings.blockers;
    if (blocker) throw new Refused(next.findings.blockers.map(({ sentence }) => sentence).join(' '));
    const reasons = new Map(acknowledged.map(({ finding, reason }) => [finding, tidyText(reason)]));
    const open = next.findings.warnings.filter(({ id }) => !reasons.get(id));
    if (open.length > 0)
      throw new Refused(`Say why you publish all the same: ${open.map(({ sentence }) => sentence).join(' ')}`);
    const told = next.findings.warnings.map(({ id, sentence }) => ({
      finding: id,
      sentence,
      reason: reasons.get(id) ?? '',
    }));
    const publication = { actorId: who.id, publisher: 'performance officer', service: slug, asAt, at: acting.at, note };
    const details = told.length > 0 ? { acknowledged: told } : {};
    const { number } = await writeEdition(tx, service, publication, { ...next, included: approved, details });
    return { number };
  });
}

/** Publishes what has been approved long enough in services that publish on approval; answers with the new editions' ids. */
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

async function publishRipe(db: Database, slug: string, at: string): Promise<number | null> {
  return db.transaction(async (tx) => {
    const service = await lockService(tx, slug);
    if (service?.release !== 'rolling' || service.quarantineHours === null) return null;
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
