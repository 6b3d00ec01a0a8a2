import { and, desc, eq, gt, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import { record } from '@/db/events/append-events';
import { hashOf, newToken } from '@/db/hashing/token';
import { devices, people, sessions } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { keptFor, lifetimes, mostSessions } from '@/lib/time/lifetimes';
import { refusalsToTell } from './refused-sign-ins';

/**
 * What a browser brings along: the session it was in, the mark by which we know it, its network address and its name in
 * plain words if known.
 */
export type Browser = { session: string | null; device: string | null; address: string | null; words?: string | null };

/** The way of a sign-in. */
export type Entrance = 'password' | 'single_sign_on' | 'demonstration' | 'invitation' | 'password_change' | 'set_up';

/** A session that has begun: the token for its cookie, and the one that marks the browser. Only hashes are kept. */
export type Begun = { personId: number; token: string; device: string };

type Beginning = { personId: number; by: Entrance; browser: Browser };

/**
 * Begins a session under a new token, ends the one this browser was in, and knows the browser from now on. All of it ages by
 * the clock of the database, read here, inside the transaction.
 */
export async function beginSession(tx: Transaction, { personId, by, browser }: Beginning): Promise<Begun> {
  // Locked against leaving, so that nobody who leaves this moment keeps a session.
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.leftAt)))
    .for('share');
  if (!person) throw new Refused('This person has left, and can no longer sign in.');
  const at = await databaseMoment(tx);
  const previous = hashOf(browser.session);
  if (previous) await tx.update(sessions).set({ endedAt: at }).where(open(previous));
  await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, hoursAfter(at, -keptFor.session))));
  const { token, hash } = newToken();
  const refusedBefore = await refusalsToTell(tx, personId);
  await tx.insert(sessions).values({
    tokenHash: hash,
    personId,
    startedAt: at,
    usedAt: at,
    expiresAt: hoursAfter(at, lifetimes.session),
    refusedBefore,
    browser: browser.words ?? null,
  });
  // In a demonstration everybody is the same few people, and would end each other's.
  if (by !== 'demonstration') await endOldest(tx, personId, at);
  const device = await rememberBrowser(tx, personId, browser.device, at);
  await record(tx, { ...happened(personId, at), kind: 'signed_in', actorId: personId, details: { by } });
  return { personId, token, device };
}

/** Ends the oldest sessions of a person who has more than are allowed. The caller has taken the person's turn. */
async function endOldest(tx: Transaction, personId: number, at: string): Promise<void> {
  const older = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .offset(mostSessions);
  const ended = await tx.update(sessions).set({ endedAt: at }).where(inArray(sessions.id, older)).returning();
  const count = ended.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.parse(at)).length;
  if (count === 0) return;
  const details = { sessions: count, why: 'too_many' };
  await record(tx, { ...happened(personId, at), kind: 'sessions_ended', actorId: personId, details });
}

/** Keeps the mark that a browser brought if it is one of ours, else gives it a new one. */
async function rememberBrowser(tx: Transaction, personId: number, brought: string | null, at: string): Promise<string> {
  const known = hashOf(brought);
  const [ours] = known
    ? await tx.select({ hash: devices.tokenHash }).from(devices).where(eq(devices.tokenHash, known)).limit(1)
    : [];
  const mark = ours && brought ? { token: brought, hash: ours.hash } : newToken();
  await tx
    .insert(devices)
    .values({ tokenHash: mark.hash, personId, seenAt: at })
    .onConflictDoUpdate({ target: [devices.tokenHash, devices.personId], set: { seenAt: at } });
  await tx
    .delete(devices)
    .where(and(eq(devices.personId, personId), lt(devices.seenAt, hoursAfter(at, -keptFor.device))));
  return mark.token;
}

/** Signs out: ends the session of this token. */
export async function endSession(db: Database, token: string | null): Promise<void> {
  const hash = hashOf(token);
  if (!hash) return;
  await db.transaction(async (tx) => {
    const at = await databaseMoment(tx);
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: at })
      .where(open(hash))
      .returning({ personId: sessions.personId });
    if (!ended?.personId) return;
    const { personId } = ended;
    await record(tx, { ...happened(personId, at), kind: 'signed_out', actorId: personId, details: {} });
  });
}

/**
 * Ends sessions of the person of this token: the one with this number, or (null) every other one. Recorded when
 * there was one that was not over; somebody else's is never ended.
 */
export async function endOwnSessions(db: Database, { token, which }: { token: string | null; which: number | null }) {
  const tokenHash = hashOf(token);
  if (!tokenHash) return;
  await db.transaction(async (tx) => {
    const at = await databaseMoment(tx);
    const [mine] = await tx.select().from(sessions).where(open(tokenHash));
    if (!mine?.personId) return;
    const { personId } = mine;
    const meant = which === null ? ne(sessions.tokenHash, tokenHash) : eq(sessions.id, which);
    const ended = await tx
      .update(sessions)
      .set({ endedAt: at })
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), gt(sessions.expiresAt, at), meant))
      .returning({ id: sessions.id });
    if (ended.length === 0) return;
    const details = { sessions: ended.length, why: which === null ? 'others' : 'one' };
    await record(tx, { ...happened(personId, at), kind: 'sessions_ended', actorId: personId, details });
  });
}

type Ending = { personId: number; why: 'asked' | 'password' | 'left'; actorId: number | null; at: string };

/** Ends every session of a person, and forgets the browsers in which they were; the event has the moment given. */
export async function endSessionsOf(tx: Transaction, { personId, why, actorId, at }: Ending): Promise<number> {
  const over = await databaseMoment(tx);
  const ended = await tx
    .update(sessions)
    .set({ endedAt: over })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ expiresAt: sessions.expiresAt });
  await tx.delete(devices).where(eq(devices.personId, personId));
  const details = { sessions: ended.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.parse(over)).length, why };
  await record(tx, { ...happened(personId, at), kind: 'sessions_ended', actorId, details });
  return details.sessions;
}

/** "Sign out everywhere", by the person themselves. */
export async function signOutEverywhere(db: Database, personId: number): Promise<void> {
  await db.transaction(async (tx) =>
    endSessionsOf(tx, { personId, why: 'asked', actorId: personId, at: await databaseMoment(tx) }),
  );
}

const open = (hash: string) => and(eq(sessions.tokenHash, hash), isNull(sessions.endedAt));

const happened = (personId: number, at: string) =>
  ({ at, serviceId: null, subject: 'person', subjectId: personId }) as const;
