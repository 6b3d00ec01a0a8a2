import { type Begun, type Browser, beginSession } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { record } from '@/db/events/append-events';
import { hashPassword } from '@/db/hashing/password';
import { council, people, roles } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import type { Beginning } from '@/lib/people/beginning';
import { newPasswordProblem } from '@/lib/people/common-password';
import { passwordFields } from '@/lib/people/password-fields';
import { type Invited, inviteInto } from './invite';
import type { PersonHere } from './person-scene';
import { takeSetUpTurn, useSetUpLink } from './set-up-links';

type SettingUp = { token: string; password: string; beginning: Beginning; browser: Browser };

/**
 * Begins the record of a council at the one-time address of its set-up page, and signs its first administrator in. Nobody is
 * known yet whom the table of permissions could ask: who has the address may, once.
 */
export async function beginBySetUpLink(
  db: Database,
  { token, password, beginning, browser }: SettingUp,
): Promise<Begun> {
  return db.transaction(async (tx) => {
    await takeSetUpTurn(tx);
    const at = await databaseMoment(tx);
    await useSetUpLink(tx, token, at);
    const problem = await newPasswordProblem(password, beginning);
    if (problem) throw new Mistyped([{ field: passwordFields.first, sentence: problem }]);
    const person = await writeBeginning(tx, beginning, await hashPassword(password));
    await recordBeginning(tx, { beginning, at, actorId: person.id });
    return beginSession(tx, { personId: person.id, by: 'set_up', browser });
  });
}

/** Begins the record of a council at the command line, and invites its first administrator to choose a password. */
export async function beginByCommand(db: Database, beginning: Beginning): Promise<Invited> {
  return db.transaction(async (tx) => {
    await takeSetUpTurn(tx);
    const at = await databaseMoment(tx);
    const person = await writeBeginning(tx, beginning, null);
    await recordBeginning(tx, { beginning, at, actorId: null });
    return inviteInto(tx, { who: null, at }, person);
  });
}

/** Writes the council, its first administrator and their roles, the performance officer's too: one person can set up the rest. */
async function writeBeginning(tx: Transaction, beginning: Beginning, passwordHash: string | null): Promise<PersonHere> {
  const { council: name, contact, areaCode, licence, name: person, email } = beginning;
  const begun = await tx
    .insert(council)
    .values({ name, contact, areaCode, licence })
    .onConflictDoNothing()
    .returning({ id: council.id });
  if (begun.length === 0) throw new Refused('There is a council in this database already.');
  const [added] = await tx
    .insert(people)
    .values({ name: person, email, passwordHash })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!added) throw new Refused(`There is a person with the address ${email} already.`);
  await tx.insert(roles).values([
    { personId: added.id, role: 'administrator' },
    { personId: added.id, role: 'performance_officer' },
  ]);
  return { id: added.id, name: person, email };
}

type Recording = { beginning: Beginning; at: string; actorId: number | null };

/** One event tells of every row that the record begins with. */
function recordBeginning(tx: Transaction, { beginning, at, actorId }: Recording): Promise<void> {
  const { council: name, contact, areaCode, licence, name: administrator } = beginning;
  return record(tx, {
    at,
    actorId,
    serviceId: null,
    kind: 'council_begun',
    subject: 'council',
    subjectId: 1,
    details: { council: name, contact, areaCode, licence, administrator },
  });
}
