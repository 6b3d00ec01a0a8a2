import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { people, roles } from '@/db/schema';

/** The names of the performance officers, who publish and close years. */
export async function officersOf(db: Connection): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.leftAt)))
    .where(eq(roles.role, 'performance_officer'))
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
}
