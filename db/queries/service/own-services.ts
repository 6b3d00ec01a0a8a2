import { asc, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { services } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { servicesByPost } from '@/lib/people/who-acts-as-head';

/** How many services the links to one's work name; a person with more finds them on the overview. */
const most = 3;

/** The services that a person writes for or heads on a day, in the council's order; none for a person who has too many to name. */
export async function ownServices(db: Database, who: Person, today: string): Promise<{ slug: string; name: string }[]> {
  const ids = servicesByPost(who, today);
  if (ids.length === 0 || ids.length > most) return [];
  return db
    .select({ slug: services.slug, name: services.name })
    .from(services)
    .where(inArray(services.id, ids))
    .orderBy(asc(services.position));
}
