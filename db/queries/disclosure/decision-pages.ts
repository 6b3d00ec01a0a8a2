import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type KeptDecision, ownDecision, serviceDecision, triedMeasures } from '@/db/facts/disclosure/decisions';
import { policiesOf } from '@/db/facts/disclosure/policies';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { measurePlace } from '@/db/facts/reading-record';
import { services } from '@/db/schema';
import type { TriedMeasure } from '@/lib/disclosure/decision/decision-effect';
import type { Policy } from '@/lib/disclosure/policy';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';

/** What the page of a decision shows whatever it is about. */
type Shown = {
  service: { slug: string; name: string };
  /** The newest decision of its own; null where there is none. */
  own: KeptDecision | null;
  /** 'Edition 3 is announced for …', while a release waits; then nothing can be decided. */
  announced: string | null;
};

export type MeasureDecisionPage = Shown & {
  code: string;
  number: number;
  title: string;
  /** The default of its service, by which it goes while it has no decision of its own. */
  byService: Policy | null;
  /** What a decision is tried on; null where the measure counts no people. */
  tried: TriedMeasure | null;
};

/** The decision on small counts of a measure as a performance officer records it; null where there is none, and for everybody else. */
export async function measureDecisionPage(
  db: Database,
  who: Person,
  code: string,
): Promise<MeasureDecisionPage | null> {
  if (!may(who, 'decide_small_counts')) return null;
  const place = await measurePlace(db, { code });
  if (!place || place.measure.retiredOn !== null) return null;
  const { measure, service } = place;
  const [tried] = await triedMeasures(db, { measureId: measure.id });
  return {
    service: { slug: service.slug, name: service.name },
    code,
    number: measure.number,
    title: measure.title,
    own: await ownDecision(db, measure.id),
    byService: await serviceDecision(db, service.id),
    tried: tried ?? null,
    announced: await announcedOf(db, service.id),
  };
}

export type ServiceDecisionPage = Shown & {
  /** Its measures that count people and go by the default, or would. */
  tried: TriedMeasure[];
  /** How many have a decision of their own. */
  decided: number;
};

/** The default of a service as a performance officer records it; null where there is none, and for everybody else. */
export async function serviceDecisionPage(
  db: Database,
  who: Person,
  slug: string,
): Promise<ServiceDecisionPage | null> {
  if (!may(who, 'decide_default')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) return null;
  const all = await triedMeasures(db, { serviceId: service.id });
  const policies = await policiesOf(
    db,
    all.map(({ id }) => id),
  );
  const tried = all.filter(({ id }) => policies.get(id)?.from !== 'measure');
  return {
    service: { slug, name: service.name },
    own: await serviceDecision(db, service.id),
    tried,
    decided: all.length - tried.length,
    announced: await announcedOf(db, service.id),
  };
}

async function announcedOf(db: Database, serviceId: number): Promise<string | null> {
  const waiting = await waitingRelease(db, serviceId);
  return waiting ? announcedFor(waiting) : null;
}
