import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { announcements, committeeServices, committees, measures, meetings, services } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { lastRequiredStart } from '@/lib/series/retirement';
import { dueDate } from '@/lib/status/due-date';
import { londonDay } from '@/lib/time/day';
import { formatInstant } from '@/lib/time/instant';
import { formatDate, periodContaining } from '@/lib/time/period';

/** Something that is to come for a person: its London day, when in words, what, and the page about it. */
export type Coming = { day: string; when: string; what: string; href: string };

const most = 3;

/** The releases, meetings and due days to come for a person who works for a service, the next first; of each kind a few. */
export async function comingFor(db: Database, who: Person, today: string): Promise<Coming[]> {
  const all = await db.select({ id: services.id, name: services.name }).from(services);
  const ownServices = all.filter(({ id }) => worksFor(who, id, today));
  const ids = ownServices.map(({ id }) => id);
  const due = await nextDue(db, who, today);
  if (ids.length === 0) return due;
  return [...due, ...(await releases(db, ids)), ...(await meetingsOf(db, ids, today))].toSorted((a, b) =>
    a.day.localeCompare(b.day),
  );
}

async function releases(db: Database, ids: number[]): Promise<Coming[]> {
  const rows = await db
    .select({ dueAt: announcements.dueAt, number: announcements.number, service: services.name })
    .from(announcements)
    .innerJoin(services, eq(services.id, announcements.serviceId))
    .where(and(oneOf(announcements.state, 'announced'), inArray(announcements.serviceId, ids)))
    .orderBy(asc(announcements.dueAt))
    .limit(most);
  return rows.map(({ dueAt, number, service }) => ({
    day: londonDay(dueAt),
    when: formatInstant(dueAt),
    what: `Edition ${number} of ${service}`,
    href: '/calendar',
  }));
}

async function meetingsOf(db: Database, ids: number[], today: string): Promise<Coming[]> {
  const rows = await db
    .selectDistinct({ day: meetings.day, name: committees.name, slug: committees.slug })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .innerJoin(committeeServices, eq(committeeServices.committeeId, committees.id))
    .where(and(gte(meetings.day, today), inArray(committeeServices.serviceId, ids)))
    .orderBy(asc(meetings.day))
    .limit(most);
  return rows.map(({ day, name, slug }) => ({
    day,
    when: formatDate(day),
    what: `${name} meets`,
    href: `/committees/${slug}`,
  }));
}

/** The first day on which readings of the periods that still run fall due, and how many. */
async function nextDue(db: Database, who: Person, today: string): Promise<Coming[]> {
  const owned = who.owns.map(({ measureId }) => measureId);
  if (owned.length === 0) return [];
  const rows = await db
    .select({
      frequency: measures.frequency,
      startMonth: measures.startMonth,
      lagDays: measures.lagDays,
      requiredFrom: measures.requiredFrom,
      retiredOn: measures.retiredOn,
    })
    .from(measures)
    .where(inArray(measures.id, owned));
  const days = rows.flatMap(({ requiredFrom, retiredOn, ...measure }) => {
    const period = periodContaining(today, measure);
    const last = lastRequiredStart(retiredOn, measure);
    const wanted = period.start >= requiredFrom && (last === null || period.start <= last);
    return wanted ? [dueDate(period, measure.lagDays)] : [];
  });
  const day = days.toSorted()[0];
  if (!day) return [];
  const count = days.filter((dueDay) => dueDay === day).length;
  const what = count === 1 ? 'The next reading falls due' : `The next ${count} readings fall due`;
  return [{ day, when: formatDate(day), what, href: '/work/readings' }];
}
