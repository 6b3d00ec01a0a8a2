import { sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { events, services } from '@/db/schema';
import type { Head } from '@/lib/record/chain-head';

/** A chain is called by the first address of its service, so that heads that were kept elsewhere still fit when it is renamed. */
export const chainName = sql<string>`coalesce(${services.earlierSlugs}[1], ${services.slug})`;

/** The head of every chain that has an event, as it stands at one moment; what is kept elsewhere. */
export const headsNow = (db: Connection): Promise<Head[]> =>
  db.execute<Head>(sql`
    select coalesce(${chainName}, 'council') as chain, count(*)::int as events,
      (array_agg(${events.hash} order by ${events.id} desc))[1] as hash
    from ${events} left join ${services} on ${services.id} = ${events.serviceId}
    group by ${events.serviceId}, ${chainName} order by ${events.serviceId} nulls first`);
