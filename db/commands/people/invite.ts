import { and, eq, isNull } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/append-events';
import { newToken } from '@/db/hashing/token';
import { invitations } from '@/db/schema';
import { lifetimes } from '@/lib/time/lifetimes';
import { changePerson, eventOf, type PersonHere, type Whom } from './person-scene';

/** An invitation that was made: the token is in no record, only its hash, so that this is the one time it is told. */
export type Invited = { name: string; email: string; token: string; expiresAt: string };

/** What is said of an invitation to whoever sends its form again. */
export const linkToldOnce = 'This link was made already and is shown only once: make a new one if it was lost.';

/** Makes a link that sets a password (and ends every older link); for a first password, a lost one, or single sign-on. */
export function invite(db: Database, party: Party, whom: Whom): Promise<Invited> {
  return changePerson(db, party, { whom, step: 'invite', toldOnce: linkToldOnce }, (tx, person) =>
    inviteInto(tx, party, person),
  );
}

/** Makes the link of an invitation inside the transaction of a change, and ends the older ones. */
export async function inviteInto(tx: Transaction, party: Party, person: PersonHere): Promise<Invited> {
  await tx
    .update(invitations)
    .set({ usedAt: party.at })
    .where(and(eq(invitations.personId, person.id), isNull(invitations.usedAt)));
  const { token, hash } = newToken();
  const expiresAt = hoursAfter(await databaseMoment(tx), lifetimes.invitation);
  await tx.insert(invitations).values({ tokenHash: hash, personId: person.id, expiresAt });
  await record(tx, { ...eventOf(person.id, party), kind: 'person_invited', details: { name: person.name } });
  return { name: person.name, email: person.email, token, expiresAt };
}
