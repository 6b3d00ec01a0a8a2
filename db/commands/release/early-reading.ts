import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import { present } from '@/db/commands/people/person-scene';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { recordClock } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { announcements, events, people, preReleaseReaders } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isBefore } from '@/lib/release/release-moment';
import { formatInstant, londonInstant } from '@/lib/time/instant';
import { findRelease, stillWaiting } from './release-scene';

/** Puts a person on the list of those who may read an announced edition before its release, from a moment on. */
export function giveEarlyReading(
  db: Database,
  acting: Acting,
  { id, email, fromAt }: { id: number; email: string; fromAt: string },
): Promise<{ name: string }> {
  return change(db, acting, {
    command: 'give early reading',
    permission: 'list',
    find: (tx) => findRelease(tx, id, 'list'),
    work: async (tx, { release }, who) => {
      const waiting = stillWaiting(release);
      const reader = await present(tx, { email });
      if (!isBefore(fromAt, waiting.dueAt))
        throw new Refused(
          `Early reading has to begin before the release, which is at ${formatInstant(waiting.dueAt)}.`,
        );
      const begins = beginningOf(fromAt, acting.at);
      await tx.insert(preReleaseReaders).values({ announcementId: id, personId: reader.id, fromAt: begins });
      const details = { number: waiting.number, name: reader.name, reader: reader.id, fromAt: begins };
      await record(tx, { ...about(acting, who.id, waiting), kind: 'pre_release_given', details });
      return { name: reader.name };
    },
  });
}

const hour = 60 * 60 * 1000;

/** When early reading begins: never in the past. The moment at which the form was opened, up to an hour ago, means at once. */
function beginningOf(fromAt: string, now: string): string {
  if (!isBefore(fromAt, now)) return fromAt;
  if (Date.parse(now) - Date.parse(fromAt) > hour)
    throw new Refused(`${formatInstant(fromAt)} has passed: choose a moment to come.`);
  return now;
}

/** Takes a person off that list; the page is gone from their next request. */
export function takeEarlyReading(
  db: Database,
  acting: Acting,
  { id, personId }: { id: number; personId: number },
): Promise<{ name: string }> {
  return change(db, acting, {
    command: 'take early reading',
    permission: 'list',
    find: (tx) => findRelease(tx, id, 'list'),
    work: async (tx, { release }, who) => {
      const waiting = stillWaiting(release);
      const place = and(eq(preReleaseReaders.announcementId, id), eq(preReleaseReaders.personId, personId));
      const [taken] = await tx.delete(preReleaseReaders).where(place).returning();
      if (!taken) throw new Refused('This person is not on the list any more.');
      const [reader] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
      const details = { number: waiting.number, name: reader?.name ?? 'somebody', reader: personId };
      await record(tx, { ...about(acting, who.id, waiting), kind: 'pre_release_taken', details });
      return { name: reader?.name ?? 'Somebody' };
    },
  });
}

/**
 * Whether a person may read an announced edition now; if so the record says that they did, once for each London day,
 * before they are shown anything. It changes nothing and refuses nobody, so it does not take the road of changes.
 */
export function readEarly(db: Database, acting: Acting, id: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const listed = await lockListing(tx, acting, id);
    if (!listed) return false;
    const today = londonInstant(acting.today, '00:00');
    const readsToday = await tx.$count(
      events,
      and(
        eq(events.subject, 'announcement'),
        eq(events.subjectId, id),
        eq(events.actorId, acting.who),
        eq(events.kind, 'pre_release_read'),
        gte(events.at, today),
      ),
    );
    const details = { number: listed.number };
    if (readsToday === 0) await record(tx, { ...about(acting, acting.who, listed), kind: 'pre_release_read', details });
    return true;
  });
}

/** A person's place on the list, locked so that two requests at once make one event; null when it has not come, or is over. */
async function lockListing(tx: Transaction, { who, at }: Acting, id: number) {
  const [listed] = await tx
    .select({ id: announcements.id, serviceId: announcements.serviceId, number: announcements.number })
    .from(preReleaseReaders)
    .innerJoin(announcements, eq(announcements.id, preReleaseReaders.announcementId))
    .innerJoin(people, eq(people.id, preReleaseReaders.personId))
    .where(
      and(
        eq(announcements.id, id),
        oneOf(announcements.state, 'announced'),
        eq(people.id, who),
        isNull(people.leftAt),
        lte(preReleaseReaders.fromAt, at),
        lte(preReleaseReaders.fromAt, recordClock),
      ),
    )
    .for('update', { of: preReleaseReaders });
  return listed ?? null;
}

const about = ({ at }: Acting, actorId: number, { id, serviceId }: { id: number; serviceId: number }) =>
  ({ at, actorId, serviceId, subject: 'announcement', subjectId: id }) as const;
