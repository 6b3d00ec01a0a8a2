import { and, eq, isNull, sql } from 'drizzle-orm';
import { forgetGuesses } from '@/db/commands/sign-in/guesses';
import { linkIdentity } from '@/db/commands/sign-in/invitations';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/record';
import { personById } from '@/db/facts/person';
import { sha256 } from '@/db/hashing/sha256';
import { newToken } from '@/db/hashing/token';
import { council, invitations, people, roles } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { isAdministrator, type Role } from '@/lib/people/person';
import { lifetimes } from '@/lib/people/sign-in';

/** Who looks after people: an administrator, or (null) somebody at the server's own command line; and the ISO instant. */
export type By = { who: number | null; at: string };

/** An invitation that was made: the token is in no record, only its hash, so that this is the one time it is told. */
export type Invited = { name: string; email: string; token: string; expiresAt: string };

/** Adds a person and invites them. */
export async function addPerson(db: Database, by: By, { name, email }: { name: string; email: string }) {
  const [said, address] = [name.trim(), email.trim()];
  const problem = nameProblem(said) ?? addressProblem(address);
  if (problem) throw new Refused(problem);
  return managing(db, by, async (tx) => {
    const [added] = await tx
      .insert(people)
      .values({ name: said, email: address })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!added) throw new Refused(`There is a person with the address ${address} already.`);
    return inviteInto(tx, by, { id: added.id, name: said, email: address });
  });
}

/** Makes a link that sets a password (and ends every older link); for a first password, a lost one, or single sign-on. */
export function invite(db: Database, by: By, { email }: { email: string }): Promise<Invited> {
  return managing(db, by, async (tx) => inviteInto(tx, by, await present(tx, email)));
}

/** Why a name cannot be taken, or null. */
export const nameProblem = (name: string): string | null =>
  name === '' || name.length > limits.personName.most
    ? `Give the person’s name, in at most ${limits.personName.most} characters.`
    : null;

/** Why an address cannot be taken, or null. */
export const addressProblem = (address: string): string | null =>
  /^[^@\s]+@[^@\s]+$/.test(address) && address.length <= limits.emailAddress.most
    ? null
    : `“${address.slice(0, 80)}” is not an e-mail address.`;

/** Makes the link of an invitation inside the transaction of a change, and ends the older ones. */
export async function inviteInto(tx: Transaction, by: By, person: { id: number; name: string; email: string }) {
  await tx
    .update(invitations)
    .set({ usedAt: by.at })
    .where(and(eq(invitations.personId, person.id), isNull(invitations.usedAt)));
  const { token, hash } = newToken();
  const expiresAt = hoursAfter(await databaseMoment(tx), lifetimes.invitation);
  await tx.insert(invitations).values({ tokenHash: hash, personId: person.id, expiresAt });
  await record(tx, { ...about(person.id, by), kind: 'person_invited', details: { name: person.name } });
  return { name: person.name, email: person.email, token, expiresAt };
}

type RoleChange = { email: string; role: Role };

/** Gives a role; it counts from the person's next request. */
export function giveRole(db: Database, by: By, { email, role }: RoleChange): Promise<string> {
  return managing(db, by, async (tx) => {
    const { id, name } = await present(tx, email);
    const given = await tx.insert(roles).values({ personId: id, role }).onConflictDoNothing().returning();
    if (given.length === 0) throw new Refused(`${name} has that role already.`);
    await record(tx, { ...about(id, by), kind: 'role_given', details: { role, name } });
    return name;
  });
}

/** Takes a role away; it is gone from the person's next request. */
export function takeRole(db: Database, by: By, { email, role }: RoleChange): Promise<string> {
  return managing(db, by, async (tx) => {
    const { id, name } = await present(tx, email);
    const taken = await tx
      .delete(roles)
      .where(and(eq(roles.personId, id), eq(roles.role, role)))
      .returning();
    if (taken.length === 0) throw new Refused(`${name} does not have that role.`);
    await record(tx, { ...about(id, by), kind: 'role_taken', details: { role, name } });
    return name;
  });
}

/** Ends every session of somebody else; answers how many were open. */
export function endSessions(db: Database, by: By, { email }: { email: string }): Promise<number> {
  return managing(db, by, async (tx) => {
    const { id } = await present(tx, email);
    return endSessionsOf(tx, { personId: id, why: 'asked', actorId: by.who, at: by.at });
  });
}

/** Lets somebody try again to sign in, from wherever too many wrong passwords were tried in their name. */
export function openSignIn(db: Database, by: By, { email }: { email: string }): Promise<string> {
  return managing(db, by, async (tx) => {
    const { id, name } = await present(tx, email);
    const [{ address } = { address: email }] = await tx
      .select({ address: people.email })
      .from(people)
      .where(eq(people.id, id));
    await forgetGuesses(tx, sha256(address.toLowerCase()));
    await record(tx, { ...about(id, by), kind: 'sign_in_opened', details: { name } });
    return name;
  });
}

/** Ties an identity of single sign-on to a person, by issuer and subject. */
export function link(
  db: Database,
  by: By,
  { email, issuer, subject }: { email: string; issuer: string; subject: string },
): Promise<string> {
  return managing(db, by, async (tx) => {
    const { id, name } = await present(tx, email);
    await linkIdentity(tx, { personId: id, issuer, subject, actorId: by.who, at: by.at });
    return name;
  });
}

/** One transaction of somebody who may look after people, or what else the sentence of a refusal says: an administrator, or whoever is at the command line. */
export async function managing<T>(
  db: Database,
  by: By,
  work: (tx: Transaction) => Promise<T>,
  what = 'look after people',
): Promise<T> {
  return db.transaction(async (tx) => {
    if (by.who !== null) {
      const who = await personById(tx, by.who);
      if (!who || !isAdministrator(who)) throw new Refused(`Only an administrator can ${what}.`);
    }
    const [here] = await tx.select({ id: council.id }).from(council);
    if (!here) throw new Refused('There is no council in this database yet.');
    return work(tx);
  });
}

/** The person of an e-mail address who has not left, with the row held until the change is through. */
export async function present(tx: Transaction, email: string): Promise<{ id: number; name: string; email: string }> {
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(sql`lower(${people.email}) = lower(${email.trim()})`, isNull(people.leftAt)))
    .for('no key update');
  if (!person) throw new Refused(`Nobody here has the address ${email.trim().slice(0, 80)}.`);
  return person;
}

export const about = (personId: number, { who, at }: By) =>
  ({ at, actorId: who, serviceId: null, subject: 'person', subjectId: personId }) as const;
