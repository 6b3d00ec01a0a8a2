import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { countsOn } from '@/db/facts/periods/retirements';
import { council, disclosureDecisions, editions, measures, readings, services, targets } from '@/db/schema';
import { type FirstFacts, type FirstStep, firstSteps, takesFirstSteps } from '@/lib/people/first-steps';
import type { Person } from '@/lib/people/person';
import type { Frequency } from '@/lib/time/period';

/** The first steps of a council, for those who take them; null for everybody else. */
export async function firstStepsFor(
  db: Database,
  who: Person,
  today: string,
): Promise<{ council: string; isPublished: boolean; steps: FirstStep[] } | null> {
  const facts = takesFirstSteps(who) ? await firstFacts(db, today) : null;
  if (!facts) return null;
  return { council: facts.council.name, isPublished: facts.isPublished, steps: firstSteps(facts, who, today) };
}

/** Whether a person is to be led through the first steps: the council has not published yet, and they can take them. */
export async function awaitsFirstSteps(db: Database, who: Person): Promise<boolean> {
  if (!takesFirstSteps(who)) return false;
  const [published] = await db.select({ id: editions.id }).from(editions).limit(1);
  return published === undefined;
}

const each = (condition: unknown) => sql<number>`count(*) filter (where ${condition})::int`;

/** How far the council has come, in one statement; null where there is none. */
async function firstFacts(db: Database, today: string): Promise<FirstFacts | null> {
  const counting = and(eq(measures.serviceId, services.id), countsOn(today));
  const first = db
    .select({ id: services.id, name: services.name, slug: services.slug, headId: services.headId })
    .from(services)
    .orderBy(sql`exists (select from ${measures} where ${counting}) desc`, services.position, services.id)
    .limit(1)
    .as('first');
  const aimed = sql`${measures.whyNoTarget} is not null
    or exists (select from ${targets} where ${targets.measureId} = ${measures.id})`;
  const read = sql`exists (select from ${readings} where ${readings.measureId} = ${measures.id}
    and ${readings.state} in ('approved', 'published'))`;
  const wanting = sql`${measures.countsPeople} and not exists (select from ${disclosureDecisions}
    where ${disclosureDecisions.measureId} = ${measures.id} or ${disclosureDecisions.serviceId} = ${measures.serviceId})`;
  const inOrder = <T>(column: unknown) => sql<T | null>`(array_agg(${column} order by ${measures.number}))[1]`;
  const counts = db
    .select({
      measures: sql<number>`count(*)::int`.as('measures'),
      withTarget: each(aimed).as('with_target'),
      withOwner: each(sql`${measures.ownerId} is not null`).as('with_owner'),
      withReading: each(read).as('with_reading'),
      undecided: each(wanting).as('undecided'),
      frequency: inOrder<Frequency>(measures.frequency).as('frequency'),
      startMonth: inOrder<number>(measures.startMonth).as('start_month'),
      requiredFrom: inOrder<string>(sql`${measures.requiredFrom}::text`).as('required_from'),
    })
    .from(measures)
    .where(and(eq(measures.serviceId, first.id), countsOn(today)))
    .as('counts');
  const [row] = await db
    .select({
      council: { name: council.name, contact: council.contact, areaCode: council.areaCode },
      services: sql<number>`(select count(*)::int from ${services})`,
      isPublished: sql<boolean>`exists (select from ${editions})`,
      service: { name: first.name, slug: first.slug, headId: first.headId },
      counts: {
        measures: counts.measures,
        withTarget: counts.withTarget,
        withOwner: counts.withOwner,
        withReading: counts.withReading,
        undecided: counts.undecided,
        frequency: counts.frequency,
        startMonth: counts.startMonth,
        requiredFrom: counts.requiredFrom,
      },
    })
    .from(council)
    .leftJoin(first, sql`true`)
    .leftJoinLateral(counts, sql`true`);
  if (!row) return null;
  const { frequency, startMonth, requiredFrom, ...counted } = row.counts ?? none;
  const calendar = frequency && startMonth && requiredFrom ? { frequency, startMonth, requiredFrom } : null;
  const service = row.service && {
    name: row.service.name,
    slug: row.service.slug,
    isHeaded: row.service.headId !== null,
  };
  return { council: row.council, services: row.services, isPublished: row.isPublished, service, calendar, ...counted };
}

const none = {
  measures: 0,
  withTarget: 0,
  withOwner: 0,
  withReading: 0,
  undecided: 0,
  frequency: null,
  startMonth: null,
  requiredFrom: null,
};
