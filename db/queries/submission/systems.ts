import { asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { measures, people, services, systemMeasures, systems, systemUses } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { type SystemState, systemState } from '@/lib/submission/system-words';

/** A system as an administrator looks after it. */
export type SystemListed = {
  id: number;
  name: string;
  tokenStart: string;
  responsible: string;
  madeBy: string;
  madeAt: string;
  untilDay: string;
  usedAt: string | null;
  measures: number;
  state: SystemState;
};

const responsible = alias(people, 'responsible');
const maker = alias(people, 'maker');

const listed = (db: Database) =>
  db
    .select({
      id: systems.id,
      name: systems.name,
      tokenStart: systems.tokenStart,
      hasToken: sql<boolean>`${systems.tokenHash} is not null`,
      responsible: responsible.name,
      responsibleLeft: sql<boolean>`${responsible.leftAt} is not null`,
      madeBy: maker.name,
      madeAt: systems.madeAt,
      untilDay: systems.untilDay,
      endedAt: systems.endedAt,
      usedAt: systemUses.usedAt,
      measures: sql<number>`(select count(*)::int from ${systemMeasures} where ${systemMeasures.systemId} = ${systems.id})`,
    })
    .from(systems)
    .innerJoin(responsible, eq(responsible.id, systems.responsibleId))
    .innerJoin(maker, eq(maker.id, systems.madeBy))
    .leftJoin(systemUses, eq(systemUses.systemId, systems.id))
    .$dynamic();

type Row = Awaited<ReturnType<typeof listed>>[number];

const asListed = ({ hasToken, responsibleLeft, endedAt, ...row }: Row, today: string): SystemListed => ({
  ...row,
  state: systemState({ hasToken, responsibleLeft, endedAt, untilDay: row.untilDay }, today),
});

/** The systems that send readings, or once did, the newest first; null for whoever is no administrator. */
export async function systemList(db: Database, who: Person, today: string): Promise<SystemListed[] | null> {
  if (!may(who, 'add_system')) return null;
  const rows = await listed(db).orderBy(desc(systems.id));
  return rows.map((row) => asListed(row, today));
}

/** A service with the measures that a system may be let send. */
export type ServiceChoice = { slug: string; name: string; measures: { code: string; number: number; title: string }[] };

/** What the form of a new token chooses from; null for whoever is no administrator. */
export async function systemChoices(
  db: Database,
  who: Person,
): Promise<{ services: ServiceChoice[]; people: { id: number; name: string }[] } | null> {
  if (!may(who, 'add_system')) return null;
  const here = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.leftAt))
    .orderBy(asc(people.name), asc(people.id));
  return { services: await servicesWithMeasures(db), people: here };
}

/** A system with the measures that it may send, and those that it might. */
export type SystemPage = { system: SystemListed; sends: string[]; services: ServiceChoice[] };

/** One system; null where there is none, and for whoever is no administrator. */
export async function systemPage(db: Database, who: Person, id: number, today: string): Promise<SystemPage | null> {
  if (!may(who, 'add_system')) return null;
  const [row] = await listed(db).where(eq(systems.id, id));
  if (!row) return null;
  const sends = await db
    .select({ code: measures.code })
    .from(systemMeasures)
    .innerJoin(measures, eq(measures.id, systemMeasures.measureId))
    .where(eq(systemMeasures.systemId, id))
    .orderBy(asc(measures.code));
  return {
    system: asListed(row, today),
    sends: sends.map(({ code }) => code),
    services: await servicesWithMeasures(db),
  };
}

async function servicesWithMeasures(db: Database): Promise<ServiceChoice[]> {
  const rows = await db
    .select({
      slug: services.slug,
      name: services.name,
      code: measures.code,
      number: measures.number,
      title: measures.title,
    })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .orderBy(asc(services.position), asc(measures.number));
  const bySlug = new Map<string, ServiceChoice>();
  for (const { slug, name, ...measure } of rows) {
    const service = bySlug.get(slug) ?? { slug, name, measures: [] };
    service.measures.push(measure);
    bySlug.set(slug, service);
  }
  return [...bySlug.values()];
}
