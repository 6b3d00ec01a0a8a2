import { asc, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { services } from '@/db/schema';
import { headsService, type Person } from '@/lib/people/person';

/** As many services as the ways to one's work name; whoever has more finds them on the overview. */
const most = 3;

/** The services that a person writes for or heads on a day, in the council's order; none for whoever has too many to name. */
export async function ownServices(db: Database, who: Person, today: string): Promise<{ slug: string; name: string }[]> {
  const posts = [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)];
  const headed = posts.filter((id) => headsService(who, id, today));
  const ids = new Set([...who.owns.map(({ serviceId }) => serviceId), ...headed]);
  if (ids.size === 0 || ids.size > most) return [];
  return db
    .select({ slug: services.slug, name: services.name })
    .from(services)
    .where(inArray(services.id, [...ids]))
    .orderBy(asc(services.position));
}
