import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { committeeServices, committees, meetings, services } from '@/db/schema';

export type ServiceMeeting = { day: string; name: string; slug: string };

/** The last meeting before a day and the next one from it on, of the committees to which a service reports. */
export async function meetingsAround(db: Database, slug: string, today: string) {
  const some = (which: typeof gte | typeof lt, order: typeof asc | typeof desc) =>
    db
      .select({ day: meetings.day, name: committees.name, slug: committees.slug })
      .from(meetings)
      .innerJoin(committees, eq(committees.id, meetings.committeeId))
      .innerJoin(committeeServices, eq(committeeServices.committeeId, committees.id))
      .innerJoin(services, eq(services.id, committeeServices.serviceId))
      .where(and(eq(services.slug, slug), which(meetings.day, today)))
      .orderBy(order(meetings.day))
      .limit(1);
  const [last = null] = await some(lt, desc);
  const [next = null] = await some(gte, asc);
  return { last, next };
}
