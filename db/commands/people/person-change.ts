import { and, eq, isNotNull } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { constraintOf } from '@/db/connection/constraint-sentences';
import { record } from '@/db/events/append-events';
import { people } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { addressProblem, addressTaken, nameProblem } from '@/lib/people/name-and-address';
import { peopleFields } from '@/lib/people/people-form';
import { changedMeanwhile } from './changed-meanwhile';
import { type Invited, inviteInto, linkToldOnce } from './invite';
import { aboutPerson, changePerson, eventOf, isThem, type PersonHere, type Whom } from './person-scene';

/** Somebody who left comes back under the same address: with a new invitation, and without any role, post or password. */
export function comeBack(db: Database, party: Party, whom: Whom): Promise<Invited> {
  return change(db, party, {
    command: 'come_back',
    permission: 'come_back',
    toldOnce: linkToldOnce,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'come_back' });
      const [person = null] = await tx
        .select({ id: people.id, name: people.name, email: people.email })
        .from(people)
        .where(and(isThem(whom), isNotNull(people.leftAt)))
        .for('no key update');
      return { person, about: person ? aboutPerson(person, 'come_back') : council };
    },
    work: async (tx, { person }) => {
      if (!person) throw new Refused(nobodyLeft(whom));
      await tx.update(people).set({ leftAt: null, passwordHash: null }).where(eq(people.id, person.id));
      await record(tx, { ...eventOf(person.id, party), kind: 'person_returned', details: { name: person.name } });
      return inviteInto(tx, party, person);
    },
  });
}

const nobodyLeft = (whom: Whom): string =>
  'id' in whom
    ? 'This person has come back already, or was never here: look at the list of people again.'
    : `Nobody with the address ${whom.email.trim().slice(0, 80)} has left.`;

type Renaming = { email: string; name: string };

/** Changes the name of a person, from now on; what the record and editions say stays. */
export function rename(db: Database, party: Party, { email, name: typed }: Renaming): Promise<string> {
  const name = typed.trim();
  return changePerson(db, party, { whom: { email }, step: 'rename' }, async (tx, person) => {
    if (person.name === name) throw new Refused(`${name} has that name already.`);
    await writeName(tx, party, person, name);
    return `${person.name} is ${name} from now on.`;
  });
}

type Readdressing = { email: string; wanted: string };

/** Changes the address by which a person signs in; links that were sent to the old one stay theirs. */
export function readdress(db: Database, party: Party, { email, wanted }: Readdressing): Promise<string> {
  const address = wanted.trim();
  return changePerson(db, party, { whom: { email }, step: 'readdress' }, async (tx, person) => {
    if (person.email === address) throw new Refused(`${person.name} has that address already.`);
    await writeAddress(tx, party, person, address);
    return `${person.name} signs in by ${address} from now on.`;
  });
}

type Details = { name: string; email: string };

/**
 * Changes the name and the address of a person as one form says them; refused where one of them is not what the form showed
 * when it was opened.
 */
export function changeDetails(
  db: Database,
  party: Party,
  { id, name, email, seen }: Details & { id: number; seen: Details },
): Promise<string> {
  return changePerson(db, party, { whom: { id }, step: 'change_details' }, async (tx, person) => {
    if (person.name !== seen.name || person.email !== seen.email)
      throw await changedMeanwhile(tx, person, ['person_renamed', 'person_readdressed']);
    if (person.name === name && person.email === email)
      throw new Refused('Name and address are as they were: there is nothing to save.');
    if (person.name !== name) await writeName(tx, party, person, name);
    if (person.email !== email) await writeAddress(tx, party, { ...person, name }, email);
    return `${name}, ${email}`;
  });
}

/** Writes another name of a person inside the transaction of a change. */
export async function writeName(tx: Transaction, party: Party, person: PersonHere, name: string): Promise<void> {
  const problem = nameProblem(name);
  if (problem) throw new Refused(problem);
  await tx.update(people).set({ name }).where(eq(people.id, person.id));
  await record(tx, { ...eventOf(person.id, party), kind: 'person_renamed', details: { was: person.name, name } });
}

async function writeAddress(tx: Transaction, party: Party, person: PersonHere, address: string): Promise<void> {
  const problem = addressProblem(address);
  if (problem) throw new Refused(problem);
  try {
    await tx.update(people).set({ email: address }).where(eq(people.id, person.id));
  } catch (error) {
    if (constraintOf(error) !== 'one_person_per_address') throw error;
    throw new Mistyped([{ field: peopleFields.email, sentence: addressTaken(address) }]);
  }
  const details = { name: person.name, was: person.email, address };
  await record(tx, { ...eventOf(person.id, party), kind: 'person_readdressed', details });
}
