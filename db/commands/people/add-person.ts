import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { people } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { addressProblem, addressTaken, nameProblem } from '@/lib/people/name-and-address';
import { peopleFields } from '@/lib/people/people-form';
import type { Role } from '@/lib/people/person';
import { type Invited, inviteInto, linkToldOnce } from './invite';
import { giveRoleTo } from './role-change';

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
