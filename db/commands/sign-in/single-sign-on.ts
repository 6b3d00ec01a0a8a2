import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { identities, people } from '@/db/schema';
import type { Identity } from './invitations';
import { noteRefusal } from './refused-sign-ins';
import { type Begun, type Browser, beginSession } from './sessions';

/** Signs in the person whom this identity was linked to; null, and recorded, when nobody is linked who is still here. */
export async function signInByIdentity(
  db: Database,
  { issuer, subject, browser }: Identity & { browser: Browser },
): Promise<Begun | null> {
  const { begun, known } = await db.transaction(async (tx) => {
    const [known] = await tx
      .select({ personId: identities.personId, leftAt: people.leftAt })
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
    const here = known?.personId && !known.leftAt ? known.personId : null;
    return { known, begun: here && (await beginSession(tx, { personId: here, by: 'single_sign_on', browser })) };
  });
  if (begun) return begun;
  const why = known ? 'left' : 'unknown';
  await noteRefusal(db, { personId: known?.personId ?? null, address: browser.address, why });
  return null;
}
