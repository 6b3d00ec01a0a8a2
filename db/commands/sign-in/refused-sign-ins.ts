import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/append-events';
import { sha256 } from '@/db/hashing/sha256';
import { refusedSignIns } from '@/db/schema';
import { windowOf } from '@/lib/people/sign-in-limits';
import { lifetimes } from '@/lib/time/lifetimes';

/** Why a sign-in was refused; for the record and the log, never for the person who tried. */
export type WhyRefused = 'unknown' | 'password' | 'no_password' | 'left' | 'throttled';

export type Refusal = { personId: number | null; address: string | null; why: WhyRefused };

const turns = 71_003;
const nobody = 0;

/**
 * Counts a refused sign-in. The record has at most two events for an account and a quarter of an hour: the first refusal, and the
 * first that was not checked because too many had come. All who are not in the record are one account here.
 */
export async function noteRefusal(db: Database, { personId, address, why }: Refusal): Promise<void> {
  const account = personId ?? nobody;
  const throttled = why === 'throttled' ? 1 : 0;
  const group = Number.parseInt(sha256(address ?? '').slice(0, 1), 16);
  await db.transaction(async (tx) => {
    await takeTurn(tx, account);
    const at = await databaseMoment(tx);
    const since = windowOf(at);
    await tx.delete(refusedSignIns).where(lt(refusedSignIns.since, hoursAfter(at, -lifetimes.refusal)));
    const [before] = await tx
      .select({ tries: sum(refusedSignIns.tries), throttled: sum(refusedSignIns.throttled) })
      .from(refusedSignIns)
      .where(and(eq(refusedSignIns.account, account), eq(refusedSignIns.since, since)));
    await tx
      .insert(refusedSignIns)
      .values({ account, addresses: group, since, tries: 1, throttled })
      .onConflictDoUpdate({
        target: [refusedSignIns.account, refusedSignIns.since, refusedSignIns.addresses],
        set: {
          tries: sql`${refusedSignIns.tries} + 1`,
          throttled: sql`${refusedSignIns.throttled} + ${throttled}::int`,
        },
      });
    if (before && before.tries > 0 && !(throttled && before.throttled === 0)) return;
    await record(tx, {
      at,
      actorId: null,
      serviceId: null,
      kind: 'sign_in_refused',
      details: { why },
      ...(personId ? { subject: 'person', subjectId: personId } : { subject: 'council', subjectId: 1 }),
    });
  });
}

/** How many sign-ins of a person were refused since the last answer of this function; each is counted once. */
export async function refusalsToTell(tx: Transaction, personId: number): Promise<number> {
  await takeTurn(tx, personId);
  const unreported = and(eq(refusedSignIns.account, personId), lt(refusedSignIns.told, refusedSignIns.tries));
  const [row] = await tx
    .select({ count: sum(sql`${refusedSignIns.tries} - ${refusedSignIns.told}`) })
    .from(refusedSignIns)
    .where(unreported);
  if (row?.count) await tx.update(refusedSignIns).set({ told: refusedSignIns.tries }).where(unreported);
  return row?.count ?? 0;
}

const takeTurn = (tx: Transaction, account: number) =>
  tx.execute(sql`select pg_advisory_xact_lock(${turns}::int, ${account}::int)`);

const sum = (column: unknown) => sql<number>`coalesce(sum(${column}), 0)::int`;
