import { and, eq, inArray, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editions, events, measures, readings } from '@/db/schema';

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
  // Of one period, found by the moments at which it was published: not every edition of its service is asked what it published.
  const itsEditions = db
    .select({ id: editions.id })
    .from(measures)
    .innerJoin(editions, eq(editions.serviceId, measures.serviceId))
    .where(
      and(eq(measures.id, measureId), periodStart ? inArray(editions.publishedAt, momentsOf(db, which)) : undefined),
    );
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

/** When readings were published. */
const momentsOf = (db: Database, which: SQL | undefined) =>
  db
    .select({ at: sql`${readings.publishedAt}` })
    .from(readings)
    .where(and(which, isNotNull(readings.publishedAt)));
