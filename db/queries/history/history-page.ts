import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { events, measures, people, services } from '@/db/schema';
import { pageSize } from '@/lib/form/page-of-list';
import { eventLink } from '@/lib/record/event-address';
import { type EventChange, eventChanges } from '@/lib/record/event-changes';
import { eventSentence, unnamed } from '@/lib/record/event-sentence';
import { kindsOf } from '@/lib/record/event-topics';
import type { HistoryQuestion } from '@/lib/record/history-question';
import { londonInstant } from '@/lib/time/instant';
import { addDays } from '@/lib/time/period';
import { eventsOfMeasure } from './measure-events';
import type { HistoryLine } from './reading-history';
import { savedChanges } from './saved-changes';

/** One thing that happened, with what it changed and where that can be seen. */
export type ChangeLine = HistoryLine & { changes: EventChange[]; href: string | null };

export type HistoryPart = {
  lines: ChangeLine[];
  /** The last event shown, where there are older ones. */
  older: number | null;
};

/** The newest of the events for which a condition holds and that a question asks for, and whether there are older ones. */
export async function historyPart(
  db: Database,
  condition: SQL | undefined,
  question: HistoryQuestion,
  most = pageSize,
): Promise<HistoryPart> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      kind: events.kind,
      subjectId: events.subjectId,
      details: events.details,
      name: people.name,
      service: services.slug,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .leftJoin(services, eq(services.id, events.serviceId))
    .where(and(condition, await narrowed(db, question)))
    .orderBy(desc(events.id))
    .limit(most + 1);
  const shown = rows.slice(0, most);
  const saved = await savedChanges(db, shown);
  const lines = shown.map(({ id, at, kind, details, name, service }) => ({
    id,
    at,
    who: name ?? unnamed,
    sentence: eventSentence({ kind, details, who: name }),
    changes: saved.get(id) ?? eventChanges(kind, details),
    href: eventLink(kind, details, service),
  }));
  return { lines, older: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** What a question asks for, as a condition on events. */
async function narrowed(db: Database, question: HistoryQuestion): Promise<SQL | undefined> {
  const { person, topic, measure, from, until, before } = question;
  return and(
    person === null ? undefined : eq(events.actorId, person),
    topic === null ? undefined : inArray(events.kind, kindsOf(topic)),
    measure === null ? undefined : await aboutMeasure(db, measure),
    from === null ? undefined : gte(events.at, londonInstant(from, '00:00')),
    until === null ? undefined : lt(events.at, londonInstant(addDays(until, 1), '00:00')),
    before === null ? undefined : lt(events.id, before),
  );
}

async function aboutMeasure(db: Database, code: string): Promise<SQL> {
  const [measure] = await db.select({ id: measures.id }).from(measures).where(eq(measures.code, code));
  return measure ? eventsOfMeasure(db, measure.id) : sql`false`;
}

/** Everybody whom the record knows, for narrowing a history to what one of them did, by name. */
export const peopleToNarrow = (db: Database): Promise<{ id: number; name: string }[]> =>
  db.select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.name), asc(people.id));
