import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measurePlace } from '@/db/facts/reading-record';
import { events, people, readings } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { eventSentence, unnamed } from '@/lib/record/event-sentence';
import { isDay } from '@/lib/time/instant';
import { isStart, name } from '@/lib/time/period';
import { eventsOfReadings } from './measure-events';

/** One thing that happened: an ISO instant, a name, and the whole sentence, the name included. */
export type HistoryLine = { id: number; at: string; who: string; sentence: string };
export type History = { title: string; service: { slug: string; name: string }; lines: HistoryLine[] };

/** As many lines as the history of a reading shows: the newest. It has no second page, unlike that of a measure or a service. */
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
