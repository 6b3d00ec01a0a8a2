import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/append-events';
import { hashOf, newToken } from '@/db/hashing/token';
import { council, setUpLinks } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { lifetimes } from '@/lib/time/lifetimes';

/** An address of the set-up page that was just made: only the hash of its token is kept, so that it is told this once. */
export type SetUpOffer = { token: string; expiresAt: string };

const turns = 71_004;

/**
 * Makes the one-time address at which a record without a council is given one, and ends the address before; null where there
 * is a council.
 */
export async function offerSetUp(db: Database): Promise<SetUpOffer | null> {
  return db.transaction(async (tx) => {
    await takeSetUpTurn(tx);
    if ((await tx.$count(council)) > 0) return null;
    const at = await databaseMoment(tx);
    await tx.update(setUpLinks).set({ usedAt: at }).where(isNull(setUpLinks.usedAt));
    const { token, hash } = newToken();
    const expiresAt = hoursAfter(at, lifetimes.setUp);
    await tx.insert(setUpLinks).values({ tokenHash: hash, expiresAt });
    const about = { serviceId: null, subject: 'council', subjectId: 1 } as const;
    await record(tx, { ...about, at, actorId: null, kind: 'set_up_offered', details: {} });
    return { token, expiresAt };
  });
}

/** Who offers an address, uses one or begins a council waits here for everybody else who does. */
export async function takeSetUpTurn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${turns}::int, 0)`);
}

/** Uses an address up at a moment of the database's clock; throws for one that was used, has run out or never was. */
export async function useSetUpLink(tx: Transaction, token: string, at: string): Promise<void> {
  const open = and(
    eq(setUpLinks.tokenHash, hashOf(token) ?? ''),
    isNull(setUpLinks.usedAt),
    gt(setUpLinks.expiresAt, at),
  );
  const used = await tx.update(setUpLinks).set({ usedAt: at }).where(open).returning({ hash: setUpLinks.tokenHash });
  if (used.length === 0) throw new Refused(over);
}

const over =
  'This address has been used, or has run out. If the council is set up, sign in; otherwise start the server again, which ' +
  'prints a new one.';
