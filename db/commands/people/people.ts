import { and, eq, isNull } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import { forgetGuesses } from '@/db/commands/sign-in/guesses';
import { linkIdentity } from '@/db/commands/sign-in/invitations';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/record';
import { sha256 } from '@/db/hashing/sha256';
import { newToken } from '@/db/hashing/token';
import { invitations, people } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { addressProblem, addressTaken, nameProblem } from '@/lib/people/name-and-address';
import { peopleFields } from '@/lib/people/people-form';
import type { Role } from '@/lib/people/person';
import { lifetimes } from '@/lib/time/lifetimes';
import { changePerson, eventOf, type PersonHere, type Whom } from './person-scene';
import { giveRoleTo, takeRoleFrom } from './role-change';

/** An invitation that was made: the token is in no record, only its hash, so that this is the one time it is told. */
export type Invited = { name: string; email: string; token: string; expiresAt: string };

/** What is said of an invitation to whoever sends its form again. */
export const linkToldOnce = 'This link was made already and is shown only once: make a new one if it was lost.';

type Addition = { name: string; email: string; roles?: Role[] };

/** Adds a person with the roles that they begin with, and invites them. */
export async function addPerson(db: Database, party: Party, addition: Addition): Promise<Invited> {
  const name = addition.name.trim();
  const email = addition.email.trim();
  return change(db, party, {
    command: 'add_person',
    permission: 'add_person',
    toldOnce: linkToldOnce,
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: 'add_person' }) }),
    work: (tx) => addPersonInto(tx, party, { name, email, roles: addition.roles ?? [] }),
  });
}

/** Adds a person with their roles, and invites them, inside the transaction of a change. */
export async function addPersonInto(
  tx: Transaction,
  party: Party,
  { name, email, roles: begun }: Required<Addition>,
): Promise<Invited> {
  const problem = nameProblem(name) ?? addressProblem(email);
  if (problem) throw new Refused(problem);
  const [added] = await tx.insert(people).values({ name, email }).onConflictDoNothing().returning({ id: people.id });
  if (!added) throw new Mistyped([{ field: peopleFields.email, sentence: addressTaken(email) }]);
  const invited = await inviteInto(tx, party, { id: added.id, name, email });
  for (const role of begun) await giveRoleTo(tx, party, { id: added.id, name, email }, role);
  return invited;
}

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

type RoleChange = { email: string; role: Role };

/** Gives a role; it counts from the person's next request. */
export function giveRole(db: Database, party: Party, { email, role }: RoleChange): Promise<string> {
  return changePerson(db, party, { whom: { email }, step: 'give_role' }, async (tx, person) => {
    if (!(await giveRoleTo(tx, party, person, role))) throw new Refused(`${person.name} has that role already.`);
    return person.name;
  });
}

/** Takes a role away; it is gone from the person's next request. The last administrator keeps theirs. */
export function takeRole(db: Database, party: Party, { email, role }: RoleChange): Promise<string> {
  return changePerson(db, party, { whom: { email }, step: 'take_role' }, async (tx, person) => {
    if (!(await takeRoleFrom(tx, party, person, role))) throw new Refused(`${person.name} does not have that role.`);
    return person.name;
  });
}

/** Ends every session of somebody else; answers how many were open. */
export function endSessions(db: Database, party: Party, whom: Whom): Promise<number> {
  return changePerson(db, party, { whom, step: 'end_sessions' }, (tx, { id }) =>
    endSessionsOf(tx, { personId: id, why: 'asked', actorId: party.who, at: party.at }),
  );
}

/** Lets somebody try again to sign in, from wherever too many wrong passwords were tried in their name. */
export function openSignIn(db: Database, party: Party, whom: Whom): Promise<string> {
  return changePerson(db, party, { whom, step: 'open_sign_in' }, async (tx, person) => {
    await forgetGuesses(tx, sha256(person.email.toLowerCase()));
    await record(tx, { ...eventOf(person.id, party), kind: 'sign_in_opened', details: { name: person.name } });
    return person.name;
  });
}

type Linking = { email: string; issuer: string; subject: string };

/** Ties an identity of single sign-on to a person, by issuer and subject. */
export function link(db: Database, party: Party, { email, issuer, subject }: Linking): Promise<string> {
  return changePerson(db, party, { whom: { email }, step: 'link_identity' }, async (tx, { id, name }) => {
    await linkIdentity(tx, { personId: id, issuer, subject, actorId: party.who, at: party.at });
    return name;
  });
}
