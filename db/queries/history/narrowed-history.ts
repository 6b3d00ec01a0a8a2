import { asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measurePlace } from '@/db/facts/reading-record';
import { events, measures, services } from '@/db/schema';
import { pageSize } from '@/lib/form/page-of-list';
import { isAdministrator, isPerformanceOfficer, type Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { everything, type HistoryQuestion } from '@/lib/record/history-question';
import { type HistoryPart, historyPart, peopleToNarrow } from './history-page';
import { eventsOfMeasure } from './measure-events';

type Choice = { id: number; name: string };

export type NarrowedHistory = HistoryPart & {
  title: string;
  /** The service that it is part of; null for the council's own. */
  service: { slug: string; name: string } | null;
  /** What it can be narrowed to: anybody, and the measures of a service. */
  people: Choice[];
  measures: { code: string; title: string }[];
};

type Wanted = { question?: HistoryQuestion; most?: number };

/** What happened to a measure and its readings, newest first; null for whoever may not see it. */
export async function historyOfMeasure(
  db: Database,
  who: Person,
  code: string,
  today: string,
  wanted: Wanted = {},
): Promise<NarrowedHistory | null> {
  const place = await measurePlace(db, { code });
  if (!place || !worksFor(who, place.service.id, today)) return null;
  const { measure, service } = place;
  const part = await narrowedTo(db, eventsOfMeasure(db, measure.id), wanted);
  return { title: measure.title, service: { slug: service.slug, name: service.name }, measures: [], ...part };
}

/** What happened in a service, newest first; null for whoever may not see it. */
export async function historyOfService(
  db: Database,
  who: Person,
  slug: string,
  today: string,
  wanted: Wanted = {},
): Promise<NarrowedHistory | null> {
  const [service] = await db
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(eq(services.slug, slug));
  if (!service || !worksFor(who, service.id, today)) return null;
  const { id, ...words } = service;
  const part = await narrowedTo(db, eq(events.serviceId, id), wanted);
  const own = await db
    .select({ code: measures.code, title: measures.title })
    .from(measures)
    .where(eq(measures.serviceId, id))
    .orderBy(asc(measures.number));
  return { title: service.name, service: words, measures: own, ...part };
}

/** What happened to the council as a whole, its people and committees, newest first; null for whoever keeps none of it. */
export async function historyOfCouncil(
  db: Database,
  who: Person,
  wanted: Wanted = {},
): Promise<NarrowedHistory | null> {
  if (!keepsCouncil(who)) return null;
  const part = await narrowedTo(db, isNull(events.serviceId), wanted);
  return { title: 'The council as a whole', service: null, measures: [], ...part };
}

/** Whether the history of the council as a whole is somebody's to read. */
export const keepsCouncil = (who: Person): boolean => isPerformanceOfficer(who) || isAdministrator(who);

async function narrowedTo(db: Database, condition: SQL, { question = everything, most = pageSize }: Wanted) {
  return { ...(await historyPart(db, condition, question, most)), people: await peopleToNarrow(db) };
}
