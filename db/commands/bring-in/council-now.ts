import { asc, inArray, min } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { draftOf } from '@/db/facts/measure-draft';
import type { MeasureRow } from '@/db/facts/reading-record';
import { servicesInOrder, serviceWordsOf } from '@/db/facts/service-words';
import { editionRows, editions, measures, people, readings, roles } from '@/db/schema';
import type { CouncilNow, MeasureNow, PersonNow, ServiceNow } from '@/lib/bring-in/plan/row/council-now';
import type { Wish } from '@/lib/bring-in/wish';
import { announcedFor } from '@/lib/release/release-moment';
import { besidesOf } from './measures-now';

/** The codes of measures that wishes speak of. */
export const codesIn = (wishes: Wish[]): string[] => [
  ...new Set(wishes.flatMap(({ kind, fields }) => [(kind === 'measure' ? fields.code : fields.measure)?.trim() ?? ''])),
];

/** The council as it is, as far as these wishes may touch it. */
export async function councilNow(db: Connection, wishes: Wish[]): Promise<CouncilNow> {
  const everybody = await peopleNow(db);
  const services = await servicesNow(db, everybody);
  const rows = await db.select().from(measures).orderBy(asc(measures.id));
  const codes = new Set(codesIn(wishes));
  const touched = rows.filter(({ code }) => codes.has(code));
  const besides = await besidesOf(db, touched, wishes);
  const readFirst = await withReadings(db, touched);
  const published = await inEditions(db, touched);
  const slugs = new Map(services.map(({ id, slug }) => [id, slug]));
  const named = new Map(everybody.map((person) => [person.id, person]));
  const measuresNow = rows.map((row): MeasureNow => {
    const owner = row.ownerId === null ? undefined : named.get(row.ownerId);
    return {
      id: row.id,
      serviceSlug: slugs.get(row.serviceId) ?? '',
      draft: draftOf(row),
      theme: row.theme,
      owner: owner ? { name: owner.name, email: owner.email } : null,
      ownerId: row.ownerId,
      retiredOn: row.retiredOn,
      hasReadings: readFirst.has(row.id),
      isPublished: published.has(row.code),
      ...besides(row.id),
    };
  });
  return { services, people: everybody, measures: measuresNow };
}

async function servicesNow(db: Connection, everybody: PersonNow[]): Promise<ServiceNow[]> {
  const inOrder = await servicesInOrder(db);
  const firsts = await db
    .select({ serviceId: editions.serviceId, asAt: min(editions.asAt) })
    .from(editions)
    .groupBy(editions.serviceId);
  const services: ServiceNow[] = [];
  for (const row of inOrder) {
    const waiting = await waitingRelease(db, row.id);
    const head = everybody.find(({ id }) => id === row.headId);
    services.push({
      id: row.id,
      name: row.name,
      slug: row.slug,
      earlierSlugs: row.earlierSlugs,
      words: serviceWordsOf(row, inOrder),
      head: head ? { name: head.name, email: head.email } : null,
      announced: waiting ? announcedFor(waiting) : null,
      firstEditionAsAt: firsts.find(({ serviceId }) => serviceId === row.id)?.asAt ?? null,
    });
  }
  return services;
}

/** Everybody, those who have left as well. */
async function peopleNow(db: Connection): Promise<PersonNow[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email, leftAt: people.leftAt })
    .from(people)
    .orderBy(asc(people.id));
  const held = await db.select().from(roles);
  return rows.map(({ leftAt, ...person }) => ({
    ...person,
    roles: held.filter(({ personId }) => personId === person.id).map(({ role }) => role),
    hasLeft: leftAt !== null,
  }));
}

async function withReadings(db: Connection, touched: MeasureRow[]): Promise<Set<number>> {
  if (touched.length === 0) return new Set();
  const ids = touched.map(({ id }) => id);
  const rows = await db
    .selectDistinct({ id: readings.measureId })
    .from(readings)
    .where(inArray(readings.measureId, ids));
  return new Set(rows.map(({ id }) => id));
}

async function inEditions(db: Connection, touched: MeasureRow[]): Promise<Set<string>> {
  if (touched.length === 0) return new Set();
  const codes = touched.map(({ code }) => code);
  const rows = await db
    .selectDistinct({ code: editionRows.code })
    .from(editionRows)
    .where(inArray(editionRows.code, codes));
  return new Set(rows.map(({ code }) => code));
}
