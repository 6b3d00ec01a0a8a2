import type { Database } from '@/db/connection/client';
import { council, measures, people, services, targets } from '@/db/schema';

const facts = {
  definition: 'How many journeys started on time.',
  unit: 'percent',
  decimals: 0,
  polarity: 'higher',
  frequency: 'monthly',
  window: 'single',
  lagDays: 20,
  requiredFrom: '2026-04-01',
  comparator: 'previous_period',
  countsPeople: false,
} as const;

/** A council of one service, Buses, with one measure owned by Olive and headed by Hana; Ada runs performance. */
export async function oneMeasureCouncil(db: Database) {
  await db.insert(council).values({ name: 'Testshire', contact: 'figures@testshire.example' });
  const staff = ['Olive', 'Hana', 'Ada'].map((name) => ({ name, email: `${name.toLowerCase()}@testshire.example` }));
  const [olive, hana, ada] = (await db.insert(people).values(staff).returning({ id: people.id })).map(({ id }) => id);
  const [service] = await db.insert(services).values({ slug: 'buses', name: 'Buses', position: 1 }).returning();
  if (!olive || !hana || !ada || !service) throw new Error('the council was not written');
  const [measure] = await db
    .insert(measures)
    .values({ ...facts, serviceId: service.id, number: 1, code: 'bus-01', title: 'Buses on time' })
    .returning();
  if (!measure) throw new Error('the measure was not written');
  await db
    .insert(targets)
    .values({ measureId: measure.id, effectiveFrom: '2026-04-01', shape: 'at_least', green: '90' });
  return {
    olive,
    hana,
    ada,
    service,
    measure,
    draft: draftOf(measure.id, olive),
    approved: approvedOf(measure.id, olive, hana),
  };
}

const draftOf = (measureId: number, olive: number) => (periodStart: string, value: string) => ({
  measureId,
  periodStart,
  value,
  authors: [olive],
});

const approvedOf = (measureId: number, olive: number, hana: number) => (periodStart: string, value: string) => ({
  ...draftOf(measureId, olive)(periodStart, value),
  state: 'approved' as const,
  submittedBy: olive,
  submittedAt: '2026-08-03T09:00:00Z',
  approvedBy: hana,
  approvedAt: '2026-08-04T09:00:00Z',
  approvedHash: 'a'.repeat(64),
});

/** The database's own word for a refused statement: the name of the constraint, or the error's message. */
export async function refusal(attempt: PromiseLike<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    const cause = ((error as Error).cause ?? error) as { constraint_name?: string; message: string };
    return cause.constraint_name ?? cause.message;
  }
  return 'accepted';
}
