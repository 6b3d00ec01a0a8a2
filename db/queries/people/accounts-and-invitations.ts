import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { peopleWhere } from '@/db/facts/person';
import { hashOf } from '@/db/hashing/token';
import { invitations, people } from '@/db/schema';
import type { Person } from '@/lib/people/person';

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
