import { asc } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { services } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';

/** The services for which a person works on a day, in the council's order: those whose history is theirs to read. */
export async function servicesOf(db: Database, who: Person, today: string): Promise<{ slug: string; name: string }[]> {
  const rows = await db
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .orderBy(asc(services.position));
  return rows.filter(({ id }) => worksFor(who, id, today)).map(({ slug, name }) => ({ slug, name }));
}
