import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Connection, Database } from '@/db/connection/client';
import { policiesOf } from '@/db/facts/disclosure/policies';
import { draftOf } from '@/db/facts/measure-draft';
import { hasAddress, servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { measures, people, roles, services } from '@/db/schema';
import type { CouncilOut, MeasureOut } from '@/lib/bring-out/council-out';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';
import { decidedOut } from './decided-out';
import { historyOut, readingsOut } from './readings-out';

/** What somebody asks for: everything that the council keeps, or what is their own; of one service where it is named. */
export type OutQuestion = { whose: 'council' | 'own'; service: string | null; today: string };

/** Everything that goes out to somebody, as it stands at one moment; null for whoever has nothing of it, or no such service. */
export function councilOut(db: Database, who: Person, question: OutQuestion): Promise<CouncilOut | null> {
  return db.transaction(
    async (tx) => {
      const chosen = await measuresFor(tx, who, question);
      if (!chosen) return null;
      const seesPeople = may(who, 'add_person');
      const isCouncil = question.whose === 'council';
      const inOrder = await servicesInOrder(tx);
      const kept = inOrder.filter(({ id }) => chosen.serviceId === null || id === chosen.serviceId);
      return {
        services: isCouncil ? kept.map((service) => serviceWordsOf(service, inOrder)) : null,
        people: isCouncil && seesPeople && question.service === null ? await peopleOut(tx) : null,
        measures: await measuresOut(tx, chosen.measures, seesPeople),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** That a measure goes out, and the service that was named. */
type Chosen = { measures: SQL; serviceId: number | null };

/** Which measures go out to somebody: as performance officer all of them, else those that they own or head; null for nobody's. */
export async function measuresFor(
  db: Connection,
  who: Person,
  { whose, service, today }: OutQuestion,
): Promise<Chosen | null> {
  const [named] =
    service === null ? [] : await db.select({ id: services.id }).from(services).where(hasAddress(service));
  if (service !== null && !named) return null;
  const serviceId = named?.id ?? null;
  const ofService = serviceId === null ? sql`true` : eq(measures.serviceId, serviceId);
  if (whose === 'council') return may(who, 'change_measure') ? { measures: ofService, serviceId } : null;
  const headed = servicesHeaded(who, today);
  const owned = who.owns.filter((owned) => serviceId === null || owned.serviceId === serviceId);
  if (owned.length === 0 && !headed.some((id) => serviceId === null || id === serviceId)) return null;
  const ownedIds = owned.map(({ measureId }) => measureId);
  const isTheirs = sql`(${measures.serviceId} = any(${sql.param(headed)}::int[])
    or ${measures.id} = any(${sql.param(ownedIds)}::int[]))`;
  return { measures: and(isTheirs, ofService) as SQL, serviceId };
}

const servicesHeaded = (who: Person, today: string): number[] =>
  [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)].filter((id) => headsService(who, id, today));

async function measuresOut(tx: Connection, chosen: SQL, seesPeople: boolean): Promise<MeasureOut[]> {
  const rows = await tx
    .select({ measure: measures, service: services.name })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(chosen)
    .orderBy(asc(services.position), asc(services.id), asc(measures.number));
  const ids = rows.map(({ measure }) => measure.id);
  const owners = await ownerCells(tx, seesPeople);
  const decided = await decidedOut(tx, ids);
  const policies = await policiesOf(tx, ids);
  const readings = await readingsOut(tx, ids);
  const history = await historyOut(tx, ids);
  return rows.map(({ measure, service }) => {
    const { id, theme, ownerId, retiredOn, retiredReason, retiredDecidedBy, retiredDecidedOn } = measure;
    return {
      service,
      draft: draftOf(measure),
      theme,
      owner: ownerId === null ? null : (owners.get(ownerId) ?? null),
      retirement:
        retiredOn && retiredReason && retiredDecidedBy && retiredDecidedOn
          ? { retiredOn, reason: retiredReason, decidedBy: retiredDecidedBy, decidedOn: retiredDecidedOn }
          : null,
      smallCounts: policies.get(id)?.policy ?? null,
      ...decided(id),
      readings: readings.get(id) ?? [],
      history: history.get(id) ?? [],
    };
  });
}

/** What a file calls each person: by name, or by the address that tells two of one name apart, which administrators see anyway. */
async function ownerCells(tx: Connection, seesPeople: boolean): Promise<Map<number, string>> {
  const rows = await tx.select({ id: people.id, name: people.name, email: people.email }).from(people);
  const names = new Map<string, number>();
  for (const { name } of rows) names.set(name, (names.get(name) ?? 0) + 1);
  return new Map(rows.map(({ id, name, email }) => [id, seesPeople || (names.get(name) ?? 0) > 1 ? email : name]));
}

async function peopleOut(tx: Connection): Promise<NonNullable<CouncilOut['people']>> {
  const rows = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(isNull(people.leftAt))
    .orderBy(asc(people.name), asc(people.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const held = await tx.select().from(roles).where(inArray(roles.personId, ids)).orderBy(desc(roles.role));
  const heads = await tx
    .select({ headId: services.headId, name: services.name })
    .from(services)
    .orderBy(asc(services.position));
  return rows.map(({ id, name, email }) => ({
    name,
    email,
    roles: held.filter(({ personId }) => personId === id).map(({ role }) => role),
    headOf: heads.filter(({ headId }) => headId === id).map((service) => service.name),
  }));
}
