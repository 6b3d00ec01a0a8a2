import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionInForce } from '@/db/facts/edition/last-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { measures, services } from '@/db/schema';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { type Numbered, numberFields } from '@/lib/framework/measure-order';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { formatDate } from '@/lib/time/period';

export type MeasureOrder = {
  service: { slug: string; name: string };
  /** In report order; `retired` is the last day of one that is retired, which keeps its number. */
  measures: (Numbered & { retired: string | null })[];
  was: KeptFields;
  /** The number of the edition in force; null while nothing is published. */
  edition: number | null;
  /** 'Edition 3 is announced for …', while a release waits; then no number changes. */
  announced: string | null;
};

/** The measures of a service with their numbers; null where there is none, and for whoever may not change them. */
export async function measureOrder(db: Database, who: Person, slug: string): Promise<MeasureOrder | null> {
  if (!may(who, 'reorder_measures')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) return null;
  const own = await db
    .select({ code: measures.code, title: measures.title, number: measures.number, retiredOn: measures.retiredOn })
    .from(measures)
    .where(eq(measures.serviceId, service.id))
    .orderBy(asc(measures.number));
  const waiting = await waitingRelease(db, service.id);
  return {
    service: { slug, name: service.name },
    measures: own.map(({ retiredOn, ...measure }) => ({ ...measure, retired: retiredOn && formatDate(retiredOn) })),
    was: numberFields(own),
    edition: (await editionInForce(db, service.id))?.number ?? null,
    announced: waiting ? announcedFor(waiting) : null,
  };
}
