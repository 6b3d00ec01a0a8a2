import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { people } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import type { Change } from '@/lib/people/change-permissions';

/** Somebody who has not left. */
export type PersonHere = { id: number; name: string; email: string };

/** The person whom a change is about: by e-mail address at the command line, by number in a form. */
export type Whom = { email: string } | { id: number };

type PersonChange = { whom: Whom; step: Change; toldOnce?: string };

/** One change of a person who is here, by an administrator or at the command line, with the person's row locked. */
export function changePerson<T>(
  db: Database,
  party: Party,
  { whom, step, toldOnce }: PersonChange,
  work: (tx: Transaction, person: PersonHere) => Promise<T>,
): Promise<T> {
  return change(db, party, {
    command: step,
    permission: step,
    toldOnce,
    find: (tx) => findPerson(tx, whom, step),
    work: (tx, { person }) => work(tx, here(person, whom)),
  });
}

/** The person whom a change is about, locked; a refused try of it is kept beside them, or beside the council where nobody is found. */
async function findPerson(tx: Transaction, whom: Whom, step: Change) {
  const council = await aboutCouncil(tx, { step });
  const person = await personHere(tx, whom);
  return { person, about: person ? aboutPerson(person, step) : council };
}

export const aboutPerson = ({ id, name }: { id: number; name: string }, step: Change): About => ({
  serviceId: null,
  subject: 'person',
  subjectId: id,
  details: { step, name },
});

/** Finds a person, whether they have left or not. */
export const isThem = (whom: Whom): SQL =>
  'id' in whom ? eq(people.id, whom.id) : sql`lower(${people.email}) = lower(${whom.email.trim()})`;

/** A person who has not left, with the row locked until the change is through; null where there is none. */
export async function personHere(tx: Transaction, whom: Whom): Promise<PersonHere | null> {
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(isThem(whom), isNull(people.leftAt)))
    .for('no key update');
  return person ?? null;
}

/** A person who was looked for; throws where they are not here. */
export function here(person: PersonHere | null, whom: Whom): PersonHere {
  if (person) return person;
  throw new Refused(
    'id' in whom
      ? 'This person is not here any more: look at the list of people again.'
      : `Nobody here has the address ${whom.email.trim().slice(0, 80)}.`,
  );
}

/** A person who has not left, locked; throws where there is none. */
export const present = async (tx: Transaction, whom: Whom): Promise<PersonHere> =>
  here(await personHere(tx, whom), whom);

/** What an event about a person says of where it belongs, when it was and who did it. */
export const eventOf = (personId: number, { who, at }: Party) =>
  ({ at, actorId: who, serviceId: null, subject: 'person', subjectId: personId }) as const;
