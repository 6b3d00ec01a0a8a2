import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { record } from '@/db/events/append-events';
import { hashPassword } from '@/db/hashing/password';
import { hashOf } from '@/db/hashing/token';
import { council, identities, invitations, people } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { newPasswordProblem } from '@/lib/people/common-password';
import { passwordFields } from '@/lib/people/password-fields';
import { invitationOverWhenTakenUp } from '@/lib/people/sign-in-words';
import { type Begun, type Browser, beginSession, endSessionsOf } from './sessions';

type Accepting = { token: string; browser: Browser };

/** Takes up an invitation by choosing a password; works once, ends every other session, and signs the person in. */
export async function acceptInvitation(
  db: Database,
  { token, password, browser }: Accepting & { password: string },
): Promise<Begun> {
  return db.transaction(async (tx) => {
    const { at, ...person } = await takeUp(tx, token);
    const problem = await newPasswordProblem(password, person);
    if (problem) throw new Mistyped([{ field: passwordFields.first, sentence: problem }]);
    await tx
      .update(people)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(people.id, person.id));
    await endSessionsOf(tx, { personId: person.id, why: 'password', actorId: person.id, at });
    await record(tx, { ...byThemselves(person.id, at), kind: 'password_set', details: { by: 'invitation' } });
    return beginSession(tx, { personId: person.id, by: 'invitation', browser });
  });
}

export type Identity = { issuer: string; subject: string };

/** Takes up an invitation by single sign-on: the identity is this person's from now on. E-mail addresses play no part. */
export async function linkByInvitation(
  db: Database,
  { token, issuer, subject, browser }: Accepting & Identity,
): Promise<Begun> {
  return db.transaction(async (tx) => {
    const { at, ...person } = await takeUp(tx, token);
    await linkIdentity(tx, { personId: person.id, issuer, subject, actorId: person.id, at });
    return beginSession(tx, { personId: person.id, by: 'single_sign_on', browser });
  });
}

type Linking = Identity & { personId: number; actorId: number | null; at: string };

/** Ties an identity to a person for good; one that belongs to somebody else stays theirs. */
export async function linkIdentity(
  tx: Transaction,
  { personId, actorId, issuer, subject, at }: Linking,
): Promise<void> {
  await tx.insert(identities).values({ issuer, subject, personId, linkedAt: at }).onConflictDoNothing();
  const [linked] = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  if (linked?.personId !== personId) throw new Refused('This single sign-on account belongs to another person here.');
  await record(tx, { ...byThemselves(personId, at), actorId, kind: 'identity_linked', details: { issuer } });
}

/** Uses an invitation up by the database's clock, and every other one that this person still has; a second use is refused. */
async function takeUp(tx: Transaction, token: string) {
  const at = await databaseMoment(tx);
  const [used] = await tx
    .update(invitations)
    .set({ usedAt: at })
    .where(
      and(eq(invitations.tokenHash, hashOf(token) ?? ''), isNull(invitations.usedAt), gt(invitations.expiresAt, at)),
    )
    .returning({ personId: invitations.personId });
  if (!used?.personId) throw new Refused(invitationOverWhenTakenUp);
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.id, used.personId), isNull(people.leftAt)))
    .for('no key update');
  if (!person) throw new Refused(invitationOverWhenTakenUp);
  await tx
    .update(invitations)
    .set({ usedAt: at })
    .where(and(eq(invitations.personId, person.id), isNull(invitations.usedAt)));
  const [councilRow] = await tx.select({ name: council.name }).from(council);
  return { ...person, council: councilRow?.name ?? '', at };
}

const byThemselves = (personId: number, at: string) =>
  ({ at, actorId: personId, serviceId: null, subject: 'person', subjectId: personId }) as const;
