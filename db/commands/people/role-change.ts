import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { people, roles } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { roles as everyRole, type Role } from '@/lib/people/person';
import { changedMeanwhile } from './changed-meanwhile';
import { changePerson, eventOf, type PersonHere } from './person-scene';

type RoleTicks = { id: number; roles: Role[]; seen: Role[] };

/** Gives and takes roles as one form ticks them; refused where the person held others when it is saved than it showed. */
export function setRoles(db: Database, party: Party, { id, roles: wanted, seen }: RoleTicks): Promise<string> {
  return changePerson(db, party, { whom: { id }, step: 'set_roles' }, async (tx, person) => {
    const rows = await tx.select({ role: roles.role }).from(roles).where(eq(roles.personId, id));
    const held = rows.map(({ role }) => role);
    if (everyRole.some((role) => held.includes(role) !== seen.includes(role)))
      throw await changedMeanwhile(tx, person, ['role_given', 'role_taken']);
    const changed = everyRole.filter((role) => held.includes(role) !== wanted.includes(role));
    if (changed.length === 0) throw new Refused('The roles are as they were: tick or untick one first.');
    for (const role of changed)
      if (wanted.includes(role)) await giveRoleTo(tx, party, person, role);
      else await takeRoleFrom(tx, party, person, role);
    return person.name;
  });
}

/** Gives a role inside the transaction of a change; false where the person has it already. */
export async function giveRoleTo(
  tx: Transaction,
  party: Party,
  { id, name }: PersonHere,
  role: Role,
): Promise<boolean> {
  const given = await tx.insert(roles).values({ personId: id, role }).onConflictDoNothing().returning();
  if (given.length === 0) return false;
  await record(tx, { ...eventOf(id, party), kind: 'role_given', details: { role, name } });
  return true;
}

/** Takes a role inside the transaction of a change; false where the person does not have it. */
export async function takeRoleFrom(tx: Transaction, party: Party, person: PersonHere, role: Role): Promise<boolean> {
  const { id, name } = person;
  const taken = await tx
    .delete(roles)
    .where(and(eq(roles.personId, id), eq(roles.role, role)))
    .returning();
  if (taken.length === 0) return false;
  if (role === 'administrator') await keepAnAdministrator(tx, person);
  await record(tx, { ...eventOf(id, party), kind: 'role_taken', details: { role, name } });
  return true;
}

const turns = 71_004;

/**
 * Throws where nobody but this person is an administrator. Whoever takes an administrator away takes turns here until they
 * are through, so that of two who go at once the second one finds that the first has gone.
 */
export async function keepAnAdministrator(tx: Transaction, { id, name }: PersonHere): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${turns}::int, 0)`);
  const [other] = await tx
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.leftAt)))
    .where(and(eq(roles.role, 'administrator'), ne(roles.personId, id)))
    .limit(1);
  if (!other) throw new Refused(`${name} is the only administrator: make somebody else one first.`);
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
