import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock, isoInstant } from '@/db/connection/clock';
import { peopleWhere } from '@/db/facts/person';
import { sha256 } from '@/db/hashing/sha256';
import { council, events, guesses, invitations, measures, people, services, sessions } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import { demoPeople } from '@/lib/people/demo-people';
import { type GuessCount, lockOf } from '@/lib/people/guess-buckets';
import type { PersonListed, Vacancy } from '@/lib/people/people-list';
import type { Person } from '@/lib/people/person';
import { guessWindow } from '@/lib/people/sign-in-limits';

export type PeoplePage = { people: PersonListed[]; vacancies: Vacancy[]; left: number };

/** Everybody who has not left, with what needs an administrator; null for whoever is none. */
export async function peoplePage(db: Database, who: Person, today: string): Promise<PeoplePage | null> {
  if (!may(who, 'add_person')) return null;
  const here = await servicesHere(db, today);
  const found = await listedWhere(db, sql`true`, here);
  const vacancies = here
    .map(({ slug, name, hasHead, ownerless }) => ({ slug, name, noHead: !hasHead, ownerless }))
    .filter(({ noHead, ownerless }) => noHead || ownerless > 0);
  return { people: found, vacancies, left: await db.$count(people, isNotNull(people.leftAt)) };
}

/** A service as the pages about people name it, with how many of its measures nobody owns. */
export type ServiceHere = { id: number; slug: string; name: string; hasHead: boolean; ownerless: number };

/** Every service in its order, with its empty posts; a measure that is retired wants no owner any more. */
export async function servicesHere(db: Database, today: string): Promise<ServiceHere[]> {
  const wanting = and(
    eq(measures.serviceId, services.id),
    isNull(measures.ownerId),
    sql`(${measures.retiredOn} is null or ${measures.retiredOn} >= ${today})`,
  );
  return db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      hasHead: sql<boolean>`${services.headId} is not null`,
      ownerless: sql<number>`count(${measures.id})::int`,
    })
    .from(services)
    .leftJoin(measures, wanting)
    .groupBy(services.id)
    .orderBy(services.position, services.id);
}

/** The last event of a kind that concerns the person of a row, as an instant. */
const lastOf = (kind: 'signed_in' | 'person_invited', place: SQL): SQL =>
  sql`(select ${events.at} from ${events} where ${place} and ${events.kind} = ${kind} order by ${events.id} desc limit 1)`;

const asActor = sql`${events.actorId} = ${people.id}`;
const asSubject = sql`${events.subject} = 'person' and ${events.subjectId} = ${people.id}`;

/** What is known of how a person comes in, beside what they may do. */
const arrival = sql`${people.email},
  ${isoInstant(sql`greatest(${lastOf('signed_in', asActor)},
    (select max(${sessions.usedAt}) from ${sessions} where ${sessions.personId} = ${people.id}))`)} as "lastHere",
  ${isoInstant(lastOf('person_invited', asSubject))} as "invitedAt",
  (select ${isoInstant(sql`max(${invitations.expiresAt})`)} from ${invitations}
    where ${invitations.personId} = ${people.id} and ${invitations.usedAt} is null
      and ${invitations.expiresAt} > ${databaseClock}) as "linkUntil",
  (select ${council.demonstration} is not null from ${council}) as demonstrated,`;

type ArrivalRow = {
  email: string;
  lastHere: string | null;
  invitedAt: string | null;
  linkUntil: string | null;
  demonstrated: boolean;
};

/** The people for whom a condition holds, as their list shows them, in two statements however many they are. */
export async function listedWhere(db: Database, condition: SQL, here: ServiceHere[]): Promise<PersonListed[]> {
  const rows = await peopleWhere<ArrivalRow>(db, condition, arrival);
  const counts = await fullCounts(db);
  const nameOf = new Map(here.map(({ id, name }) => [id, name]));
  const service = (id: number) => nameOf.get(id) ?? '';
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    owns: here
      .map(({ id, name }) => ({
        service: name,
        measures: row.owns.filter(({ serviceId }) => serviceId === id).length,
      }))
      .filter((owned) => owned.measures > 0),
    heads: row.heads.map(service),
    deputises: row.deputises.map(({ serviceId, headName, fromDay, untilDay }) => ({
      service: service(serviceId),
      headName,
      fromDay,
      untilDay,
    })),
    lastHere: row.lastHere,
    invitedAt: row.invitedAt,
    linkUntil: row.linkUntil,
    byName: row.demonstrated && demoEmails.has(row.email),
    locked: lockOf(sha256(row.email.toLowerCase()), counts),
  }));
}

const demoEmails = new Set<string>(Object.values(demoPeople).map(({ email }) => email));

/** The counts of wrong guesses that may have closed somebody's sign-in, within the window in which they count. */
async function fullCounts(db: Database): Promise<GuessCount[]> {
  const tries = sql<number>`count(*)::int`;
  return db
    .select({ key: guesses.key, tries, at: isoInstant(sql`max(${guesses.at})`) })
    .from(guesses)
    .where(sql`${guesses.at} > ${databaseClock} - ${guessWindow.minutes}::float8 * interval '1 minute'`)
    .groupBy(guesses.key)
    .having(sql`count(*) >= ${Math.min(guessWindow.place, guessWindow.device)}`);
}
