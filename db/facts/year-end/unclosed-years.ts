import { sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { countsOn } from '@/db/facts/periods/retirements';
import { editions, measures, outturns, readings, services } from '@/db/schema';
import { councilYear, yearLabel } from '@/lib/time/council-year';

/** A service with measures of which a finished year is not closed, and how many they are. */
type UnclosedService = { slug: string; name: string; year: string; open: number };

/**
 * The services in which a finished year waits to be closed: measures that were read by its end and have no outturn of it, where an edition was
 * published before the year was over. Years from before a service first published ask for nothing. One statement.
 */
export async function unclosedYears(db: Connection, today: string): Promise<UnclosedService[]> {
  const began = sql`make_date(extract(year from ${today}::date)::int
    - case when extract(month from ${today}::date) >= ${measures.startMonth} then 1 else 2 end, ${measures.startMonth}, 1)`;
  const months = sql`case ${measures.frequency} when 'monthly' then 1 when 'quarterly' then 3 when 'termly' then 4 else 6 end`;
  const lastDay = sql`(${readings.periodStart} + make_interval(months => ${months}) - interval '1 day')::date`;
  const until = sql`(${began} + interval '1 year' - interval '1 day')::date`;
  const rows = await db
    .select({
      slug: services.slug,
      name: services.name,
      open: sql<number>`count(*)::int`,
      // One year where all are in the council's; else they are told by their number alone.
      isCouncils: sql<boolean>`bool_and(${measures.startMonth} = 4)`,
    })
    .from(measures)
    .innerJoin(services, sql`${services.id} = ${measures.serviceId}`)
    .where(
      sql`${countsOn(today)} and ${measures.frequency} <> 'annual'
        and not exists (select from ${outturns} where ${outturns.measureId} = ${measures.id}
          and ${outturns.year} = extract(year from ${began}))
        and exists (select from ${readings} where ${readings.measureId} = ${measures.id} and not ${readings.illustrative}
          and ${readings.state} in ('approved', 'published') and ${readings.periodStart} >= ${measures.requiredFrom}
          and ${lastDay} <= ${until})
        and ${measures.requiredFrom} <= ${until}
        and exists (select from ${editions} where ${editions.serviceId} = ${measures.serviceId}
          and ${editions.asAt} <= ${until})`,
    )
    .groupBy(services.id, services.slug, services.name, services.position)
    .orderBy(services.position, services.id);
  const year = yearLabel(councilYear(today).start - 1);
  return rows.map(({ isCouncils, ...service }) => ({ ...service, year: isCouncils ? year : `the year to ${year}` }));
}
