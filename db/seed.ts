import { sql } from 'drizzle-orm';
import { londonInstant } from '@/lib/instant';
import { addDays, endOf } from '@/lib/period';
import { Refused } from '@/lib/refused';
import type { Database, Transaction } from './client';
import { publishEdition } from './commands/editions';
import type { DemoMeasure, DemoReading } from './demo/demo-measure';
import { type DemoPerson, demoPeople, demoStaff } from './demo/people';
import { type DemoService, demoServices } from './demo/services';
import { record } from './record';
import { actions, council, measures, outturns, people, readings, services, targets } from './schema';

/** The day that the demonstration council lives in: that of the founding report. */
export const demoDay = '2018-08-17';

const demonstration = 'The people are invented, and each service says where its figures come from.';

type Hands = { owner: number; head: number };

/** Fills an empty database with the demonstration council and publishes its first editions; false when it is there already. */
export async function seedDemonstration(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${council} in exclusive mode`);
    const [present] = await tx.select({ demonstration: council.demonstration }).from(council);
    if (present?.demonstration) return false;
    if (present) throw new Refused('This database holds a council already, and the demonstration needs an empty one.');
    const at = londonInstant(demoDay, '00:00');
    const [row] = await tx
      .insert(council)
      .values({ name: 'Northumberland County Council', contact: 'performance@candour.example', demonstration })
      .returning({ id: council.id });
    const staff = await seedPeople(tx);
    for (const [index, service] of demoServices.entries()) await seedService(tx, service, index + 1, staff);
    const details = { services: demoServices.map(({ slug }) => slug) };
    const told = { at, actorId: staff.ada, serviceId: null, kind: 'demonstration_seeded', subject: 'council' } as const;
    await record(tx, { ...told, subjectId: row?.id ?? 1, details });
    for (const { slug } of demoServices) {
      const publisher = { actorId: staff.ada, publisher: 'performance officer' };
      await publishEdition(tx, { ...publisher, service: slug, asAt: demoDay, at });
    }
    return true;
  });
}

async function seedPeople(tx: Transaction): Promise<Record<DemoPerson, number>> {
  const keys = Object.keys(demoPeople) as DemoPerson[];
  const rows = await tx
    .insert(people)
    .values(keys.map((key) => demoPeople[key]))
    .returning({ id: people.id });
  return Object.fromEntries(keys.map((key, index) => [key, rows[index]?.id])) as Record<DemoPerson, number>;
}

async function seedService(tx: Transaction, service: DemoService, position: number, staff: Record<DemoPerson, number>) {
  const { measures: own, ...words } = service;
  const [row] = await tx
    .insert(services)
    .values({ ...words, position })
    .returning({ id: services.id });
  const hands = demoStaff[service.slug];
  if (!row || !hands) throw new Error(`no staff for ${service.slug}`);
  for (const measure of own)
    await seedMeasure(tx, row.id, measure, { owner: staff[hands.owner], head: staff[hands.head] });
}

async function seedMeasure(tx: Transaction, serviceId: number, demo: DemoMeasure, hands: Hands): Promise<void> {
  const { target, targetFrom, outturn, latest, history, from, ...facts } = demo;
  const requiredFrom = from ?? history[0]?.start ?? latest?.start;
  if (!requiredFrom) throw new Error(`${demo.code} has no first period`);
  const [measure] = await tx
    .insert(measures)
    .values({ ...facts, serviceId, requiredFrom })
    .returning({ id: measures.id });
  if (!measure) throw new Error(`${demo.code} was not written`);
  const measureId = measure.id;
  if (target) await tx.insert(targets).values({ measureId, effectiveFrom: targetFrom ?? requiredFrom, ...target });
  if (outturn) await tx.insert(outturns).values({ measureId, ...outturn });
  if (history.length > 0) {
    const earlier = history.map(({ start, value }) => ({
      ...approved(measureId, demo, start, hands),
      value,
      illustrative: true,
    }));
    await tx.insert(readings).values(earlier);
  }
  if (latest) await seedLatest(tx, measureId, demo, latest, hands);
}

async function seedLatest(tx: Transaction, measureId: number, demo: DemoMeasure, latest: DemoReading, hands: Hands) {
  const { start, actions: planned, ...figures } = latest;
  const values = { ...approved(measureId, demo, start, hands), ...figures };
  const [reading] = await tx.insert(readings).values(values).returning({ id: readings.id });
  if (!reading) throw new Error(`the latest reading of ${demo.code} was not written`);
  if (planned.length === 0) return;
  await tx.insert(actions).values(
    planned.map(({ due, ...action }, index) => ({
      ...action,
      dueOn: due,
      readingId: reading.id,
      position: index + 1,
    })),
  );
}

/** An approved reading: its owner wrote and submitted it soon after the period's end, the head of service approved it. */
function approved(measureId: number, { frequency }: DemoMeasure, start: string, { owner, head }: Hands) {
  const end = endOf({ frequency, start });
  return {
    measureId,
    periodStart: start,
    state: 'approved' as const,
    authors: [owner],
    submittedBy: owner,
    submittedAt: londonInstant(addDays(end, 6), '10:00'),
    approvedBy: head,
    approvedAt: londonInstant(addDays(end, 9), '14:00'),
  };
}
