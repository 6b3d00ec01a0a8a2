import { and, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { record } from '../record';
import { identities, people } from '../schema';
import type { Identity } from './invitations';
import { type Begun, type Browser, beginSession } from './sessions';

/** Signs in whoever this identity was linked to; null, and recorded, when it was linked to nobody who is still here. */
export async function signInByIdentity(
  db: Database,
  { issuer, subject, browser, at }: Identity & { browser: Browser; at: string },
): Promise<Begun | null> {
  return db.transaction(async (tx) => {
    const [known] = await tx
      .select({ personId: identities.personId, leftAt: people.leftAt })
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
    if (known?.personId && !known.leftAt)
      return beginSession(tx, { personId: known.personId, by: 'single_sign_on', browser, at });
    const details = { why: known ? 'left' : 'unknown' };
    await record(tx, {
      ...{ at, actorId: null, serviceId: null, kind: 'sign_in_refused', details },
      ...(known?.personId ? { subject: 'person', subjectId: known.personId } : { subject: 'council', subjectId: 1 }),
    });
    return null;
  });
}
