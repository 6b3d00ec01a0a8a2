import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { council, people } from '@/db/schema';
import { type DemoPerson, demoPeople } from '@/lib/people/demo-people';

/** Somebody of the demonstration to sign in as. */
export type DemoChoice = { who: DemoPerson; name: string; does: string };

/** The people of the demonstration who are here; none where the record is a real council's. */
export async function demoChoices(db: Database): Promise<DemoChoice[]> {
  const keys = Object.keys(demoPeople) as DemoPerson[];
  const here = await db
    .select({ email: people.email })
    .from(people)
    .innerJoin(council, isNotNull(council.demonstration))
    .where(
      and(
        isNull(people.leftAt),
        inArray(
          people.email,
          keys.map((key) => demoPeople[key].email),
        ),
      ),
    )
    .orderBy(asc(people.id));
  const emails = new Set(here.map(({ email }) => email));
  return keys
    .filter((key) => emails.has(demoPeople[key].email))
    .map((who) => ({ who, name: demoPeople[who].name, does: demoPeople[who].does }));
}
