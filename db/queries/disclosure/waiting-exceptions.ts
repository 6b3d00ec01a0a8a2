import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { disclosureExceptions, measures, people, services } from '@/db/schema';
import { smallCountsHref } from '@/lib/disclosure/small-counts-address';
import type { Person } from '@/lib/people/person';
import { name } from '@/lib/time/period';

/** Small figures of these services that somebody else asked to be shown and that wait for a person's word, the oldest first. */
export async function exceptionsWaitingFor(db: Database, who: Person, serviceIds: number[]) {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .select({
      code: measures.code,
      title: measures.title,
      frequency: measures.frequency,
      start: disclosureExceptions.periodStart,
      slug: services.slug,
      service: services.name,
      asker: people.name,
    })
    .from(disclosureExceptions)
    .innerJoin(measures, eq(measures.id, disclosureExceptions.measureId))
    .innerJoin(services, eq(services.id, measures.serviceId))
    .innerJoin(people, eq(people.id, disclosureExceptions.askedBy))
    .where(
      and(
        inArray(services.id, serviceIds),
        isNull(disclosureExceptions.confirmedBy),
        isNull(disclosureExceptions.endedBy),
        ne(disclosureExceptions.askedBy, who.id),
      ),
    )
    .orderBy(asc(disclosureExceptions.id));
  return rows.map(({ code, title, frequency, start, slug, service, asker }) => ({
    kind: 'exception' as const,
    title,
    service,
    code,
    sentence: `${asker} asks for the small figure of ${name({ frequency, start })} to be shown.`,
    href: smallCountsHref(slug),
    period: null,
    due: null,
    daysLate: 0,
  }));
}
