import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { passwordMatches } from '@/db/hashing/password';
import { sha256 } from '@/db/hashing/sha256';
import { hashOf } from '@/db/hashing/token';
import { devices, people } from '@/db/schema';
import { bucketsOf } from '@/lib/people/guess-buckets';
import { admitGuess, forgiveGuess } from './guesses';
import { noteRefusal, type WhyRefused } from './refused-sign-ins';
import { type Begun, type Browser, beginSession } from './sessions';

export type PasswordGuess = { email: string; password: string; browser: Browser };

/** Does a piece of work when the answer is on its way. */
export type Later = (work: () => Promise<void>) => unknown;

/**
 * Signs in by e-mail address and password. An unknown address, a wrong password, somebody who has left and a throttled
 * guess take the same steps and as long as each other, and the caller must answer them alike. What is refused is counted
 * `later`, since how much there is to write depends on who it was.
 */
export async function signInByPassword(
  db: Database,
  { email, password, browser }: PasswordGuess,
  later: Later = (work) => work(),
): Promise<Begun | { refused: WhyRefused; personId: number | null }> {
  const address = email.trim().toLowerCase();
  const mark = hashOf(browser.device) ?? '';
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash, leftAt: people.leftAt, mark: devices.tokenHash })
    .from(people)
    .leftJoin(devices, and(eq(devices.personId, people.id), eq(devices.tokenHash, mark)))
    .where(sql`lower(${people.email}) = ${address}`);
  const buckets = bucketsOf({
    account: sha256(address),
    known: person !== undefined,
    device: person?.mark ?? null,
    address: browser.address,
  });
  const admitted = await admitGuess(db, buckets);
  const hash = admitted && person && !person.leftAt ? person.passwordHash : null;
  const right = await passwordMatches(password, hash);

  const begun = await db.transaction(async (tx) => {
    // Checked again with the row locked: a password that was changed in between opens nothing any more.
    const [still] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, person?.id ?? 0), eq(people.passwordHash, hash ?? '')))
      .for('share');
    if (!right || !still) return null;
    if (admitted) await forgiveGuess(tx, buckets, admitted);
    return beginSession(tx, { personId: still.id, by: 'password', browser });
  });
  if (begun) return begun;
  const why = admitted ? whyRefused(person) : 'throttled';
  const personId = person?.id ?? null;
  await later(() => noteRefusal(db, { personId, address: browser.address, why }));
  return { refused: why, personId };
}

function whyRefused(person: { passwordHash: string | null; leftAt: string | null } | undefined): WhyRefused {
  if (!person) return 'unknown';
  if (person.leftAt) return 'left';
  return person.passwordHash ? 'password' : 'no_password';
}
