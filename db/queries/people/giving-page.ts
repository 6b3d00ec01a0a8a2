import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { hasAddress } from '@/db/facts/service-words';
import { measures, people, readings, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { PersonChoice } from './posts-page';

/** Whose measures are to be given away: somebody's by their number, or those that nobody owns. */
export type Giver = number | 'nobody';

export type GivingPage = {
  /** Everybody who has not left, with how many measures they own. */
  people: (PersonChoice & { measures: number })[];
  ownerless: number;
  /** What would be given, once a giver and a receiver are chosen. */
  check: GivingCheck | null;
};

/** The measures of a giver, with the readings of theirs that are being written and that wait for approval. */
export type GivingCheck = {
  /** Null for nobody. */
  from: PersonChoice | null;
  to: PersonChoice;
  measures: { code: string; number: number; title: string; service: string; drafts: number; waiting: number }[];
};

/** What an administrator gives away, and to whom; null for whoever is none. */
export async function givingPage(
  db: Database,
  who: Person,
  { from, to, service }: { from: Giver | null; to: number | null; service: string | null },
): Promise<GivingPage | null> {
  if (!may(who, 'give_measures')) return null;
  const everybody = await db
    .select({ id: people.id, name: people.name, measures: sql<number>`count(${measures.id})::int` })
    .from(people)
    .leftJoin(measures, eq(measures.ownerId, people.id))
    .where(isNull(people.leftAt))
    .groupBy(people.id)
    .orderBy(people.name, people.id);
  const ownerless = await db.$count(measures, isNull(measures.ownerId));
  const giver = everybody.find(({ id }) => id === from) ?? null;
  const receiver = everybody.find(({ id }) => id === to) ?? null;
  const isChosen = (giver !== null || from === 'nobody') && receiver !== null && giver?.id !== receiver.id;
  if (!isChosen) return { people: everybody, ownerless, check: null };
  const owned = giver ? eq(measures.ownerId, giver.id) : isNull(measures.ownerId);
  const rows = await givenRows(db, and(owned, service === null ? undefined : hasAddress(service)));
  return { people: everybody, ownerless, check: { from: giver, to: receiver, measures: rows } };
}

async function givenRows(db: Database, condition: SQL | undefined): Promise<GivingCheck['measures']> {
  const inState = (states: ('draft' | 'returned' | 'submitted')[]) =>
    sql<number>`(select count(*)::int from ${readings}
      where ${readings.measureId} = ${measures.id} and ${inArray(readings.state, states)})`;
  return db
    .select({
      code: measures.code,
      number: measures.number,
      title: measures.title,
      service: services.name,
      drafts: inState(['draft', 'returned']),
      waiting: inState(['submitted']),
    })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(condition)
    .orderBy(services.position, measures.number);
}
