import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { council, people } from '@/db/schema';
import { type DemoPerson, demoPeople } from '@/lib/people/demo-people';
import { type Begun, type Browser, beginSession } from './sessions';

/**
 * Signs in as somebody of the demonstration, without a password. Null where the record is not that of the demonstration,
 * and for everybody who is not one of its invented people.
 */
export async function signInAsDemoPerson(
  db: Database,
  { who, browser }: { who: string; browser: Browser },
): Promise<Begun | null> {
  if (!Object.hasOwn(demoPeople, who)) return null;
  const { email } = demoPeople[who as DemoPerson];
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .innerJoin(council, isNotNull(council.demonstration))
      .where(and(eq(people.email, email), sql`${people.leftAt} is null`));
    return person ? beginSession(tx, { personId: person.id, by: 'demonstration', browser }) : null;
  });
}
