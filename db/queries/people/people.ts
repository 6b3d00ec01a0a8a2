import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { peopleWhere } from '@/db/facts/person';
import { hashOf } from '@/db/hashing/token';
import { council, invitations, people } from '@/db/schema';
import { type DemoPerson, demoPeople } from '@/lib/people/demo-people';
import type { Person } from '@/lib/people/person';

export { personById } from '@/db/facts/person';

/** Whom an invitation is for, while it can still be taken up. */
export async function invitationOf(db: Database, token: string): Promise<{ name: string; email: string } | null> {
  const [invited] = await db
    .select({ name: people.name, email: people.email })
    .from(invitations)
    .innerJoin(people, and(eq(people.id, invitations.personId), isNull(people.leftAt)))
    .where(
      and(
        eq(invitations.tokenHash, hashOf(token) ?? ''),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, databaseClock),
      ),
    );
  return invited ?? null;
}

/** Somebody who is here, by their e-mail address; null for nobody. */
export async function personAtAddress(db: Database, email: string): Promise<Person | null> {
  const [person] = await peopleWhere(db, sql`lower(${people.email}) = lower(${email.trim()})`);
  return person ?? null;
}

/** A person's own account, as they may see it. */
export async function accountOf(db: Database, id: number): Promise<{ email: string; hasPassword: boolean } | null> {
  const [row] = await db
    .select({ email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, id));
  return row ? { email: row.email, hasPassword: row.passwordHash !== null } : null;
}

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
