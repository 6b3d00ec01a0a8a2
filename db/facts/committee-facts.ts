import { and, asc, eq } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { announcements, committeeServices, committees, meetings, proclaimedHolidays, services } from '@/db/schema';
import type { HeardService } from '@/lib/committee/committee-effect';
import type { NamedMeeting } from '@/lib/committee/holiday-effect';
import type { MeetingGround } from '@/lib/committee/meeting-effect';
import type { ProclaimedHoliday } from '@/lib/time/bank-holidays';

/** The bank holidays that the council has entered, in order. */
export const enteredHolidays = (db: Connection): Promise<ProclaimedHoliday[]> =>
  db.select().from(proclaimedHolidays).orderBy(asc(proclaimedHolidays.day));

/** Every service in the council's order, with its announced release. */
export async function servicesToHear(db: Connection): Promise<(HeardService & { id: number })[]> {
  const rows = await db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      number: announcements.number,
      dueAt: announcements.dueAt,
    })
    .from(services)
    .leftJoin(announcements, and(eq(announcements.serviceId, services.id), oneOf(announcements.state, 'announced')))
    .orderBy(asc(services.position));
  return rows.map(({ number, dueAt, ...service }) => ({
    ...service,
    release: number !== null && dueAt !== null ? { number, dueAt } : null,
  }));
}

type Committee = { id: number; name: string };

/** What a meeting of a committee is held against. */
export async function meetingGround(db: Connection, { id, name }: Committee): Promise<MeetingGround> {
  const days = await db
    .select({ day: meetings.day })
    .from(meetings)
    .where(eq(meetings.committeeId, id))
    .orderBy(asc(meetings.day));
  const reporting = await db
    .select({ serviceId: committeeServices.serviceId })
    .from(committeeServices)
    .where(eq(committeeServices.committeeId, id));
  const all = await servicesToHear(db);
  return {
    name,
    meetings: days.map(({ day }) => day),
    heard: all
      .filter((service) => reporting.some(({ serviceId }) => serviceId === service.id))
      .map(({ slug, name: service, release }) => ({ slug, name: service, release })),
    holidays: await enteredHolidays(db),
  };
}

/** The meetings of all committees, by day. */
export const namedMeetings = (db: Connection): Promise<NamedMeeting[]> =>
  db
    .select({ committee: committees.name, day: meetings.day })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .orderBy(asc(meetings.day), asc(committees.name));
