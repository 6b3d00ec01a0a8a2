import { and, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { amongst } from '@/db/connection/amongst';
import type { Database } from '@/db/connection/client';
import { atMost } from '@/db/connection/written-out';
import { editions, events, measures, people, readings, services } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import type { EventKind } from '@/lib/record/event';
import { readingHref } from '@/lib/release/measure-readiness';
import { name } from '@/lib/time/period';

/** Something that was finished: "Hana Malik" "approved" "Foster carers, July 2018", with where it stands now. */
export type Finished = { at: string; who: string; verb: string; what: string; href: string };

const most = 6;
/** Among how many of the last editions of somebody's services those with their readings are looked for. */
const lately = 60;

/** What was finished lately, the latest first: by this person, and by others with the readings of this person's measures. */
export async function finishedLately(db: Database, who: Person): Promise<Finished[]> {
  const owned = who.owns.map(({ measureId }) => measureId);
  const all = [
    ...(await ownSteps(db, who)),
    ...(await ownEditions(db, who)),
    ...(owned.length > 0 ? [...(await approvals(db, who, owned)), ...(await publications(db, who, owned))] : []),
  ];
  return all.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, most);
}

const verbs = {
  reading_submitted: 'submitted',
  reading_approved: 'approved',
  reading_returned: 'returned',
} as const satisfies Partial<Record<EventKind, string>>;

async function ownSteps(db: Database, who: Person): Promise<Finished[]> {
  // The last ones are chosen before anything is looked up for them.
  const last = db
    .select({ id: events.id, kind: events.kind, at: events.at, readingId: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.actorId, who.id),
        eq(events.subject, 'reading'),
        inArray(events.kind, Object.keys(verbs) as (keyof typeof verbs)[]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(atMost(most))
    .as('last');
  const rows = await db
    .select({ kind: last.kind, at: last.at, ...ofReading })
    .from(last)
    .innerJoin(readings, eq(readings.id, last.readingId))
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .orderBy(desc(last.id));
  return rows.map((row) => ({ ...readingItem(row), who: 'You', verb: verbs[row.kind as keyof typeof verbs] }));
}

async function ownEditions(db: Database, who: Person): Promise<Finished[]> {
  const rows = await db
    .select({ at: editions.publishedAt, number: editions.number, slug: services.slug, service: services.name })
    .from(editions)
    .innerJoin(services, eq(services.id, editions.serviceId))
    .where(eq(editions.publishedBy, who.id))
    .orderBy(desc(editions.publishedAt), desc(editions.id))
    .limit(atMost(most));
  return rows.map(({ at, number, slug, service }) => ({
    at,
    who: 'You',
    verb: 'published',
    what: `${service}, edition ${number}`,
    href: `/scorecards/${slug}/editions/${number}`,
  }));
}

async function approvals(db: Database, who: Person, owned: number[]): Promise<Finished[]> {
  const rows = await db
    .select({ at: sql<string>`${readings.approvedAt}`.mapWith(readings.approvedAt), by: people.name, ...ofReading })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .innerJoin(people, eq(people.id, readings.approvedBy))
    .where(and(inArray(readings.measureId, owned), isNotNull(readings.approvedAt), ne(readings.approvedBy, who.id)))
    .orderBy(desc(readings.approvedAt), desc(readings.id))
    .limit(atMost(most));
  return rows.map((row) => ({ ...readingItem(row), who: row.by, verb: 'approved' }));
}

/**
 * Editions that published readings of these measures, each once however many they were: the last ones of their services are walked,
 * and what each published is looked up, so that the cost does not grow with history.
 */
async function publications(db: Database, who: Person, owned: number[]): Promise<Finished[]> {
  const ofOwned = db.selectDistinct({ id: measures.serviceId }).from(measures).where(amongst(measures.id, owned));
  const edition = db
    .select()
    .from(editions)
    .where(and(amongst(editions.serviceId, ofOwned), ne(editions.publishedBy, who.id)))
    .orderBy(desc(editions.publishedAt))
    .limit(atMost(lately))
    .as('edition');
  const published = db
    .select({
      count: sql<number>`count(*)::int`.as('count'),
      title: sql<string>`min(${measures.title})`.as('title'),
      start: sql<string>`min(${readings.periodStart}::text)`.as('start'),
      frequency: sql<(typeof measures.$inferSelect)['frequency']>`min(${measures.frequency}::text)`.as('frequency'),
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(
      and(
        eq(readings.publishedAt, edition.publishedAt),
        amongst(readings.measureId, owned),
        eq(measures.serviceId, edition.serviceId),
      ),
    )
    .as('published');
  const rows = await db
    .select({
      at: edition.publishedAt,
      by: people.name,
      number: edition.number,
      slug: services.slug,
      service: services.name,
      count: published.count,
      title: published.title,
      start: published.start,
      frequency: published.frequency,
    })
    .from(edition)
    .innerJoinLateral(published, gt(published.count, 0))
    .innerJoin(services, eq(services.id, edition.serviceId))
    .innerJoin(people, eq(people.id, edition.publishedBy))
    .orderBy(desc(edition.publishedAt))
    .limit(atMost(most));
  return rows.map(({ at, by, number, slug, service, count, title, start, frequency }) => ({
    at,
    who: by,
    verb: 'published',
    what:
      count === 1
        ? `${title}, ${name({ frequency, start })}, in edition ${number}`
        : `${count} of your readings, in edition ${number} of ${service}`,
    href: `/scorecards/${slug}/editions/${number}`,
  }));
}

const ofReading = {
  title: measures.title,
  code: measures.code,
  frequency: measures.frequency,
  periodStart: readings.periodStart,
};

type OfReading = Pick<typeof measures.$inferSelect, 'title' | 'code' | 'frequency'> & {
  at: string;
  periodStart: string;
};

const readingItem = ({ at, title, code, frequency, periodStart }: OfReading) => ({
  at,
  what: `${title}, ${name({ frequency, start: periodStart })}`,
  href: readingHref(code, periodStart),
});
