import { and, isNull, sql } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/acting';
import { type About, change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import type { Database, Transaction } from '@/db/connection/client';
import { people } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import type { Change } from '@/lib/people/change-permissions';

/** Somebody who has not left. */
export type PersonHere = { id: number; name: string; email: string };

type PersonChange = { email: string; step: Change; toldOnce?: string };

/** One change of a person who is here, by an administrator or at the command line, with the person's row locked. */
export function changePerson<T>(
  db: Database,
  party: Party,
  { email, step, toldOnce }: PersonChange,
  work: (tx: Transaction, person: PersonHere) => Promise<T>,
): Promise<T> {
  return change(db, party, {
    command: step,
    permission: step,
    toldOnce,
    find: (tx) => findPerson(tx, email, step),
    work: (tx, { person }) => work(tx, here(person, email)),
  });
}

/** The person whom a change is about, locked; a refused try of it is kept beside them, or beside the council where nobody has the address. */
async function findPerson(tx: Transaction, email: string, step: Change) {
  const council = await aboutCouncil(tx, { step });
  const person = await personHere(tx, email);
  return { person, about: person ? aboutPerson(person, step) : council };
}

export const aboutPerson = ({ id, name }: { id: number; name: string }, step: Change): About => ({
  serviceId: null,
  subject: 'person',
  subjectId: id,
  details: { step, name },
});

/** The person of an e-mail address who has not left, with the row locked until the change is through; null where there is none. */
export async function personHere(tx: Transaction, email: string): Promise<PersonHere | null> {
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(sql`lower(${people.email}) = lower(${email.trim()})`, isNull(people.leftAt)))
    .for('no key update');
  return person ?? null;
}

/** A person who was looked for by this address; throws where nobody who is here has it. */
export function here(person: PersonHere | null, email: string): PersonHere {
  if (!person) throw new Refused(`Nobody here has the address ${email.trim().slice(0, 80)}.`);
  return person;
}

/** The person of an e-mail address who has not left, locked; throws where there is none. */
export const present = async (tx: Transaction, email: string): Promise<PersonHere> =>
  here(await personHere(tx, email), email);

/** What an event about a person says of where it belongs, when it was and who did it. */
export const eventOf = (personId: number, { who, at }: Party) =>
  ({ at, actorId: who, serviceId: null, subject: 'person', subjectId: personId }) as const;
