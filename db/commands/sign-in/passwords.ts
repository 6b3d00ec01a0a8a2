import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { record } from '@/db/events/append-events';
import { hashPassword, passwordMatches } from '@/db/hashing/password';
import { council, people } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { newPasswordProblem } from '@/lib/people/common-password';
import { passwordFields } from '@/lib/people/password-fields';
import { guessWindow } from '@/lib/people/sign-in-limits';
import { admitGuess, forgiveGuess } from './guesses';
import { type Begun, type Browser, beginSession, endSessionsOf } from './sessions';

type Change = { personId: number; present: string; wanted: string; browser: Browser };

/** Changes a person's own password: ends every session, this one too, and begins a new one. */
export async function changePassword(db: Database, { personId, present, wanted, browser }: Change): Promise<Begun> {
  const [person] = await db
    .select({ name: people.name, email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.leftAt)));
  const buckets = [{ key: `change ${personId}`, limit: guessWindow.place }];
  const admitted = await admitGuess(db, buckets);
  const known = admitted ? (person?.passwordHash ?? null) : null;
  if (!(await passwordMatches(present, known)) || !known || !person)
    throw new Mistyped([{ field: passwordFields.present, sentence: wrong }]);
  const [councilRow] = await db.select({ name: council.name }).from(council);
  const problem = await newPasswordProblem(wanted, { ...person, council: councilRow?.name ?? '' });
  if (problem) throw new Mistyped([{ field: passwordFields.wanted, sentence: problem }]);
  const passwordHash = await hashPassword(wanted);
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, personId), eq(people.passwordHash, known), isNull(people.leftAt)))
      .returning({ id: people.id });
    if (changed.length === 0) throw new Mistyped([{ field: passwordFields.present, sentence: wrong }]);
    const at = await databaseMoment(tx);
    if (admitted) await forgiveGuess(tx, buckets, admitted);
    await endSessionsOf(tx, { personId, why: 'password', actorId: personId, at });
    const event = { at, actorId: personId, serviceId: null, subject: 'person', subjectId: personId } as const;
    await record(tx, { ...event, kind: 'password_set', details: { by: 'themselves' } });
    return beginSession(tx, { personId, by: 'password_change', browser });
  });
}

const wrong = 'That is not your present password, or too many wrong ones were tried. Check it, or wait 15 minutes.';
