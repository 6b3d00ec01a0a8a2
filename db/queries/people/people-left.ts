import { isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { people } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

/** Somebody who has left, and when: an ISO instant. */
export type PersonLeft = { id: number; name: string; email: string; leftAt: string };

/** Everybody who has left, the last one first; null for whoever is no administrator. */
export async function peopleLeft(db: Database, who: Person): Promise<PersonLeft[] | null> {
  if (!may(who, 'add_person')) return null;
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email, leftAt: people.leftAt })
    .from(people)
    .where(isNotNull(people.leftAt));
  return rows
    .map((row) => ({ ...row, leftAt: row.leftAt ?? '' }))
    .sort((a, b) => b.leftAt.localeCompare(a.leftAt) || b.id - a.id);
}
