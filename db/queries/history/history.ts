import { and, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measurePlace } from '@/db/facts/reading-record';
import { editions, events, measures, people, readings } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { eventSentence, unnamed } from '@/lib/record/event-sentence';
import { isDay } from '@/lib/time/instant';
import { isStart, name } from '@/lib/time/period';

/** One thing that happened: an ISO instant, a name, and the whole sentence, the name included. */
export type HistoryLine = { id: number; at: string; who: string; sentence: string };
export type History = { title: string; service: { slug: string; name: string }; lines: HistoryLine[] };

/** As many lines as one page shows. */
const mostLines = 300;

/** The events for which a condition holds as sentences, newest first. */
export async function linesOf(db: Database, condition: SQL | undefined): Promise<HistoryLine[]> {
  const rows = await db
    .select({ id: events.id, at: events.at, kind: events.kind, details: events.details, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(condition)
    .orderBy(desc(events.id))
    .limit(mostLines);
  return rows.map(({ id, at, kind, details, name }) => ({
    id,
    at,
    who: name ?? unnamed,
    sentence: eventSentence({ kind, details, who: name }),
  }));
}

/** The events of a measure's readings, of one period or of all, with the editions that published them. */
export const eventsOfReadings = (db: Database, measureId: number, periodStart?: string): SQL =>
  amongEvents(ofReadings(db, measureId, periodStart));

/** What happened to a measure itself and to its readings. */
export const eventsOfMeasure = (db: Database, measureId: number): SQL => {
  const itself = db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subject, 'measure'), eq(events.subjectId, measureId)));
  return amongEvents(itself.unionAll(ofReadings(db, measureId)));
};

/** That an event is one of those that some scans find, each by its index: one condition for all of them would walk every event. */
const amongEvents = (found: SQLWrapper): SQL => sql`${events.id} = any(array${found})`;

/** The events of a measure's readings, and the publications of its service with one of them among what the edition published. */
function ofReadings(db: Database, measureId: number, periodStart?: string) {
  const which = and(eq(readings.measureId, measureId), periodStart ? eq(readings.periodStart, periodStart) : undefined);
  const readingIds = db.select({ id: readings.id }).from(readings).where(which);
  const itsEditions = db
    .select({ id: editions.id })
    .from(measures)
    .innerJoin(editions, eq(editions.serviceId, measures.serviceId))
    .where(eq(measures.id, measureId));
  const published = db
    .select({ id: sql`to_jsonb(${readings.id})` })
    .from(readings)
    .where(and(which, sql`${readings.state} = 'published'`));
  const publications = and(
    eq(events.subject, 'edition'),
    inArray(events.subjectId, itsEditions),
    eq(events.kind, 'edition_published'),
    sql`jsonb_typeof(${events.details} -> 'published') = 'array'`,
    sql`exists (select from jsonb_array_elements(${events.details} -> 'published') as told (id) where told.id in ${published})`,
  );
  const theirs = and(eq(events.subject, 'reading'), inArray(events.subjectId, readingIds));
  const ids = () => db.select({ id: events.id }).from(events);
  return ids().where(theirs).unionAll(ids().where(publications));
}

/**
 * What happened to a measure's reading of one period, all revisions, newest first: nothing yet for one that is not begun;
 * null for a person who may not see it, and for a period that the measure does not have.
 */
export async function historyOfReading(
  db: Database,
  who: Person,
  { code, periodStart }: { code: string; periodStart: string },
  today: string,
): Promise<History | null> {
  const place = await measurePlace(db, { code });
  if (!place || !isDay(periodStart) || !worksFor(who, place.service.id, today)) return null;
  const { measure, service } = place;
  const lines = await linesOf(db, eventsOfReadings(db, measure.id, periodStart));
  const [any] = await db
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, measure.id), eq(readings.periodStart, periodStart)))
    .limit(1);
  const begins = isStart(periodStart, measure) && periodStart >= measure.requiredFrom && periodStart <= today;
  if (!any && !begins) return null;
  const title = `${measure.title}, ${name({ frequency: measure.frequency, start: periodStart })}`;
  return { title, service: { slug: service.slug, name: service.name }, lines };
}
