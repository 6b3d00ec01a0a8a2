import { and, asc, eq, gt, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { deputies, identities, measures, people, roles, services, sessions, systems } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { PersonListed } from '@/lib/people/people-list';
import type { Person } from '@/lib/people/person';
import type { PersonLeft } from './people-left';
import { listedWhere, servicesHere } from './people-page';

/** A measure that somebody owns. */
type OwnedMeasure = { number: number; code: string; title: string; service: string };

/** A person as an administrator looks after them. */
export type PersonPage = {
  person: PersonListed;
  hasPassword: boolean;
  /** The providers of single sign-on at which they have an account that is tied to them. */
  issuers: string[];
  /** How many sessions of theirs are open. */
  sessions: number;
  owns: OwnedMeasure[];
  heads: { slug: string; name: string }[];
  /** Spans in which they are deputy and that have not ended. */
  deputises: { slug: string; service: string; headName: string; fromDay: string; untilDay: string }[];
  /** The systems that send readings and for which they answer. */
  answersFor: { id: number; name: string }[];
  isOnlyAdministrator: boolean;
};

/** A person who is here, or one who has left; null where there is none, and for whoever is no administrator. */
export async function personPage(
  db: Database,
  who: Person,
  id: number,
  today: string,
): Promise<PersonPage | { left: PersonLeft } | null> {
  if (!may(who, 'add_person')) return null;
  const [row] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      leftAt: people.leftAt,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
    })
    .from(people)
    .where(eq(people.id, id));
  if (!row) return null;
  const { hasPassword, leftAt, ...named } = row;
  if (leftAt !== null) return { left: { ...named, leftAt } };
  const [person] = await listedWhere(db, eq(people.id, id), await servicesHere(db, today));
  if (!person) return null;
  const linked = await db
    .select({ issuer: identities.issuer })
    .from(identities)
    .where(eq(identities.personId, id))
    .orderBy(asc(identities.issuer));
  return {
    person,
    hasPassword,
    issuers: [...new Set(linked.map(({ issuer }) => issuer))],
    sessions: await db.$count(
      sessions,
      and(eq(sessions.personId, id), isNull(sessions.endedAt), gt(sessions.expiresAt, databaseClock)),
    ),
    owns: await ownedBy(db, id),
    heads: await db
      .select({ slug: services.slug, name: services.name })
      .from(services)
      .where(eq(services.headId, id))
      .orderBy(services.position),
    deputises: await deputisedBy(db, id, today),
    answersFor: await db
      .select({ id: systems.id, name: systems.name })
      .from(systems)
      .where(and(eq(systems.responsibleId, id), isNull(systems.endedAt), gte(systems.untilDay, today)))
      .orderBy(asc(systems.id)),
    isOnlyAdministrator: person.roles.includes('administrator') && (await otherAdministrators(db, id)) === 0,
  };
}

/** The measures that a person owns, in the order of the reports. */
async function ownedBy(db: Database, id: number): Promise<OwnedMeasure[]> {
  return db
    .select({ number: measures.number, code: measures.code, title: measures.title, service: services.name })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(eq(measures.ownerId, id))
    .orderBy(services.position, measures.number);
}

async function deputisedBy(db: Database, id: number, today: string): Promise<PersonPage['deputises']> {
  return db
    .select({
      slug: services.slug,
      service: services.name,
      headName: people.name,
      fromDay: deputies.fromDay,
      untilDay: deputies.untilDay,
    })
    .from(deputies)
    .innerJoin(services, and(eq(services.id, deputies.serviceId), eq(services.headId, deputies.headId)))
    .innerJoin(people, eq(people.id, deputies.headId))
    .where(and(eq(deputies.deputyId, id), sql`${deputies.untilDay} >= ${today}`))
    .orderBy(deputies.fromDay, deputies.id);
}

async function otherAdministrators(db: Database, id: number): Promise<number> {
  const administrators = db.select({ id: roles.personId }).from(roles).where(eq(roles.role, 'administrator'));
  return db.$count(people, and(ne(people.id, id), isNull(people.leftAt), inArray(people.id, administrators)));
}
