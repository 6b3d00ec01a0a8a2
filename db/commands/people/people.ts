import { and, eq, isNull } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/acting';
import { change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import { forgetGuesses } from '@/db/commands/sign-in/guesses';
import { linkIdentity } from '@/db/commands/sign-in/invitations';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/record';
import { sha256 } from '@/db/hashing/sha256';
import { newToken } from '@/db/hashing/token';
import { invitations, people, roles } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { isEmailAddress } from '@/lib/people/email-address';
import type { Role } from '@/lib/people/person';
import { lifetimes } from '@/lib/people/sign-in-limits';
import { changePerson, eventOf, type PersonHere } from './person-scene';

/** An invitation that was made: the token is in no record, only its hash, so that this is the one time it is told. */
export type Invited = { name: string; email: string; token: string; expiresAt: string };

/** What is said of an invitation to whoever sends its form again. */
export const linkToldOnce = 'This link was made already and is shown only once: make a new one if it was lost.';

/** Adds a person and invites them. */
export async function addPerson(db: Database, party: Party, typed: { name: string; email: string }): Promise<Invited> {
  const name = typed.name.trim();
  const email = typed.email.trim();
  return change(db, party, {
    command: 'add_person',
    permission: 'add_person',
    toldOnce: linkToldOnce,
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: 'add_person' }) }),
    work: async (tx) => {
      const problem = nameProblem(name) ?? addressProblem(email);
      if (problem) throw new Refused(problem);
      const [added] = await tx
        .insert(people)
        .values({ name, email })
        .onConflictDoNothing()
        .returning({ id: people.id });
      if (!added) throw new Refused(`There is a person with the address ${email} already.`);
      return inviteInto(tx, party, { id: added.id, name, email });
    },
  });
}

/** Makes a link that sets a password (and ends every older link); for a first password, a lost one, or single sign-on. */
export function invite(db: Database, party: Party, { email }: { email: string }): Promise<Invited> {
  return changePerson(db, party, { email, step: 'invite', toldOnce: linkToldOnce }, (tx, person) =>
    inviteInto(tx, party, person),
  );
}

/** Why a name cannot be taken, or null. */
export const nameProblem = (name: string): string | null =>
  name === '' || name.length > limits.personName.most
    ? `Give the person’s name, in at most ${limits.personName.most} characters.`
    : null;

/** Why an address cannot be taken, or null. */
export const addressProblem = (address: string): string | null =>
  isEmailAddress(address) && address.length <= limits.emailAddress.most
    ? null
    : `“${address.slice(0, 80)}” is not an e-mail address.`;

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

type RoleChange = { email: string; role: Role };

/** Gives a role; it counts from the person's next request. */
export function giveRole(db: Database, party: Party, { email, role }: RoleChange): Promise<string> {
  return changePerson(db, party, { email, step: 'give_role' }, async (tx, { id, name }) => {
    const given = await tx.insert(roles).values({ personId: id, role }).onConflictDoNothing().returning();
    if (given.length === 0) throw new Refused(`${name} has that role already.`);
    await record(tx, { ...eventOf(id, party), kind: 'role_given', details: { role, name } });
    return name;
  });
}

/** Takes a role away; it is gone from the person's next request. */
export function takeRole(db: Database, party: Party, { email, role }: RoleChange): Promise<string> {
  return changePerson(db, party, { email, step: 'take_role' }, async (tx, { id, name }) => {
    const taken = await tx
      .delete(roles)
      .where(and(eq(roles.personId, id), eq(roles.role, role)))
      .returning();
    if (taken.length === 0) throw new Refused(`${name} does not have that role.`);
    await record(tx, { ...eventOf(id, party), kind: 'role_taken', details: { role, name } });
    return name;
  });
}

/** Ends every session of somebody else; answers how many were open. */
export function endSessions(db: Database, party: Party, { email }: { email: string }): Promise<number> {
  return changePerson(db, party, { email, step: 'end_sessions' }, (tx, { id }) =>
    endSessionsOf(tx, { personId: id, why: 'asked', actorId: party.who, at: party.at }),
  );
}

/** Lets somebody try again to sign in, from wherever too many wrong passwords were tried in their name. */
export function openSignIn(db: Database, party: Party, { email }: { email: string }): Promise<string> {
  return changePerson(db, party, { email, step: 'open_sign_in' }, async (tx, person) => {
    await forgetGuesses(tx, sha256(person.email.toLowerCase()));
    await record(tx, { ...eventOf(person.id, party), kind: 'sign_in_opened', details: { name: person.name } });
    return person.name;
  });
}

type Linking = { email: string; issuer: string; subject: string };

/** Ties an identity of single sign-on to a person, by issuer and subject. */
export function link(db: Database, party: Party, { email, issuer, subject }: Linking): Promise<string> {
  return changePerson(db, party, { email, step: 'link_identity' }, async (tx, { id, name }) => {
    await linkIdentity(tx, { personId: id, issuer, subject, actorId: party.who, at: party.at });
    return name;
  });
}
