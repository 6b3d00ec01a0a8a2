import { and, eq, isNull, lt } from 'drizzle-orm';
import { Refused } from '@/lib/refused';
import { lifetimes } from '@/lib/sign-in';
import type { Database, Transaction } from '../client';
import { hoursAfter } from '../moment';
import { record } from '../record';
import { devices, people, sessions } from '../schema';
import { hashOf, newToken } from '../token';
import { refusalsToTell } from './refusals';

/** What a browser brings along: the session it was in, the mark by which we know it, and its network address if known. */
export type Browser = { session: string | null; device: string | null; address: string | null };

/** How somebody came in. */
export type Entrance = 'password' | 'single_sign_on' | 'demonstration' | 'invitation' | 'password_change';

/** A session that has begun: the token for its cookie, and the one that marks the browser. Only hashes are kept. */
export type Begun = { personId: number; token: string; device: string };

type Beginning = { personId: number; by: Entrance; browser: Browser; at: string };

const days = (count: number) => -24 * count;

/** Begins a session under a new token, ends the one this browser was in, and knows the browser from now on. */
export async function beginSession(tx: Transaction, { personId, by, browser, at }: Beginning): Promise<Begun> {
  // Locked against leaving, so that nobody who leaves this moment keeps a session.
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.leftAt)))
    .for('share');
  if (!person) throw new Refused('This person has left, and can no longer sign in.');
  const previous = hashOf(browser.session);
  if (previous) await tx.update(sessions).set({ endedAt: at }).where(open(previous));
  await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, hoursAfter(at, days(7)))));
  const { token, hash } = newToken();
  const refusedBefore = await refusalsToTell(tx, personId);
  await tx
    .insert(sessions)
    .values({ tokenHash: hash, personId, startedAt: at, expiresAt: hoursAfter(at, lifetimes.session), refusedBefore });
  const device = await rememberBrowser(tx, personId, browser.device, at);
  await record(tx, { ...happened(personId, at), kind: 'signed_in', actorId: personId, details: { by } });
  return { personId, token, device };
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
  await tx.delete(devices).where(and(eq(devices.personId, personId), lt(devices.seenAt, hoursAfter(at, days(365)))));
  return mark.token;
}

/** Signs out: the session of this token is over, whoever still holds the token. */
export async function endSession(db: Database, token: string | null, at: string): Promise<void> {
  const hash = hashOf(token);
  if (!hash) return;
  await db.transaction(async (tx) => {
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

type Ending = { personId: number; why: 'asked' | 'password' | 'left'; actorId: number | null; at: string };

/** Ends every session of a person, and forgets the browsers in which they were. */
export async function endSessionsOf(tx: Transaction, { personId, why, actorId, at }: Ending): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ expiresAt: sessions.expiresAt });
  await tx.delete(devices).where(eq(devices.personId, personId));
  const details = { sessions: ended.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.parse(at)).length, why };
  await record(tx, { ...happened(personId, at), kind: 'sessions_ended', actorId, details });
  return details.sessions;
}

/** "Sign out everywhere", asked for by the person themselves. */
export async function signOutEverywhere(db: Database, personId: number, at: string): Promise<void> {
  await db.transaction((tx) => endSessionsOf(tx, { personId, why: 'asked', actorId: personId, at }));
}

const open = (hash: string) => and(eq(sessions.tokenHash, hash), isNull(sessions.endedAt));

const happened = (personId: number, at: string) =>
  ({ at, serviceId: null, subject: 'person', subjectId: personId }) as const;
