import type { Transaction } from '@/db/connection/client';
import { people, roles } from '@/db/schema';
import { type DemoPerson, demoPeople } from '@/lib/people/demo-people';

/** The id of each person of the demonstration. */
export type Staff = Record<DemoPerson, number>;

/** Writes the people of the demonstration with their roles. */
export async function seedPeople(tx: Transaction): Promise<Staff> {
  const keys = Object.keys(demoPeople) as DemoPerson[];
  const rows = await tx
    .insert(people)
    .values(keys.map((key) => ({ name: demoPeople[key].name, email: demoPeople[key].email })))
    .returning({ id: people.id });
  const ids = Object.fromEntries(keys.map((key, index) => [key, rows[index]?.id])) as Record<DemoPerson, number>;
  const held = keys.flatMap((key) => demoPeople[key].roles.map((role) => ({ personId: ids[key], role })));
  await tx.insert(roles).values(held);
  return ids;
}
