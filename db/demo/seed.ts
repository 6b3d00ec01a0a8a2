import { sql } from 'drizzle-orm';
import { publishAsIs } from '@/db/commands/release/edition-write';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { sha256 } from '@/db/hashing/sha256';
import {
  actions,
  council,
  deputies,
  measures,
  outturns,
  people,
  readings,
  readingVersions,
  roles,
  services,
  targets,
} from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { type DemoPerson, demoPeople, demoStaff } from '@/lib/people/demonstration';
import { blankContent, type Content, contentText, type Ground } from '@/lib/reading/content';
import { keptInOrder } from '@/lib/reading/kept-warnings';
import { londonInstant } from '@/lib/time/instant';
import { addDays, endOf } from '@/lib/time/period';
import { seedCommittees } from './committees';
import type { DemoMeasure, DemoReading } from './demo-measure';
import { seedGlossary } from './glossary';
import { one } from './one';
import { seedSeries } from './series';
import { type DemoService, demoServices } from './services';
import { seedSmallCounts } from './small-counts';

/** The day that the demonstration council lives in: that of the founding report. */
export const demoDay = '2018-08-17';

const demonstration = 'The people are invented, and each service says where its figures come from.';

type Hands = { owner: number; head: number; officer: number };

/** Fills an empty database with the demonstration council and publishes its first editions; false when it is there already. */
export async function seedDemonstration(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`); // Another seeder may take long.
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
    await seedCommittees(tx);
    await seedGlossary(tx);
    const details = { services: demoServices.map(({ slug }) => slug) };
    await record(tx, {
      at,
      actorId: staff.ada,
      serviceId: null,
      kind: 'demonstration_seeded',
      subject: 'council',
      subjectId: row?.id ?? 1,
      details,
    });
    for (const { slug } of demoServices) {
      const publisher = { actorId: staff.ada, publisher: 'performance officer' };
      await publishAsIs(tx, { ...publisher, service: slug, asAt: demoDay, at });
    }
    return true;
  });
}

async function seedPeople(tx: Transaction): Promise<Record<DemoPerson, number>> {
  const keys = Object.keys(demoPeople) as DemoPerson[];
  const rows = await tx
    .insert(people)
    .values(keys.map((key) => ({ name: demoPeople[key].name, email: demoPeople[key].email })))
    .returning({ id: people.id });
  const ids = Object.fromEntries(keys.map((key, index) => [key, rows[index]?.id])) as Record<DemoPerson, number>;
  const held = keys.flatMap((key) => demoPeople[key].roles.map((role) => ({ personId: ids[key], role })));
  await tx.insert(roles).values(held);
  return ids;
}

async function seedService(tx: Transaction, service: DemoService, position: number, staff: Record<DemoPerson, number>) {
  const { measures: own, source, ownerRole, ...words } = service;
  const hands = demoStaff[service.slug];
  if (!hands) throw new Error(`no staff for ${service.slug}`);
  const [owner, head] = [staff[hands.owner], staff[hands.head]];
  const row = one(
    await tx
      .insert(services)
      .values({ ...words, position, headId: head })
      .returning({ id: services.id }),
  );
  if (hands.deputy) {
    const span = { fromDay: '2018-08-13', untilDay: '2018-09-14' };
    await tx.insert(deputies).values({ serviceId: row.id, headId: head, deputyId: staff[hands.deputy], ...span });
  }
  for (const measure of own)
    await seedMeasure(tx, row.id, { source, ownerRole, ...measure }, { owner, head, officer: staff.ada });
  const recorded = { by: staff.ada, at: londonInstant(demoDay, '00:00') };
  await seedSmallCounts(tx, { serviceId: row.id, slug: service.slug }, recorded);
}

async function seedMeasure(
  tx: Transaction,
  serviceId: number,
  demo: DemoMeasure & { source: string },
  hands: Hands,
): Promise<void> {
  const { target, targetFrom, targetDecision, outturn, latest, history, from, ...facts } = demo;
  const requiredFrom = from ?? history[0]?.start ?? latest?.start;
  if (!requiredFrom) throw new Error(`${demo.code} has no first period`);
  const values = { ...facts, serviceId, requiredFrom, ownerId: hands.owner, definitionVersion: demo.earlier ? 2 : 1 };
  const measure = one(await tx.insert(measures).values(values).returning({ id: measures.id }));
  const effectiveFrom = targetFrom ?? requiredFrom;
  const aim =
    target &&
    one(
      await tx
        .insert(targets)
        .values({ measureId: measure.id, effectiveFrom, ...target, ...targetDecision })
        .returning({ id: targets.id }),
    );
  if (outturn) await tx.insert(outturns).values({ measureId: measure.id, ...outturn });
  const ground = (start: string) => ({
    measureId: measure.id,
    periodStart: start,
    revision: 0,
    targetId: aim && effectiveFrom <= start ? aim.id : null,
    definitionVersion: demo.earlier && start >= demo.earlier.next.from ? 2 : 1,
  });
  await seedSeries(tx, measure.id, demo, hands.officer);
  const earlier = history.map(({ start, value }) => ({ start, value, illustrative: true }));
  for (const reading of latest ? [...earlier, { ...latest, illustrative: false }] : earlier)
    await seedReading(tx, demo, reading, ground(reading.start), hands);
}

type Seeded = Partial<DemoReading> & { start: string; illustrative: boolean };

/** An approved reading: its owner wrote and submitted it soon after the period's end, the head of service approved it. */
async function seedReading(tx: Transaction, { frequency }: DemoMeasure, seeded: Seeded, ground: Ground, hands: Hands) {
  const { start, illustrative, actions: planned = [], ...given } = seeded;
  const written: Content = { ...blankContent, ...given, actions: planned };
  const content = given.kept ? { ...written, kept: keptInOrder(given.kept) } : written;
  const { actions: _, ...figures } = content;
  const contentHash = sha256(contentText(content, ground));
  const end = endOf({ frequency, start });
  const submittedAt = londonInstant(addDays(end, 6), '10:00');
  const signed = {
    submittedBy: hands.owner,
    submittedAt,
    approvedBy: hands.head,
    approvedAt: londonInstant(addDays(end, 9), '14:00'),
    approvedHash: contentHash,
  };
  const { measureId, periodStart } = ground;
  const values = {
    measureId,
    periodStart,
    illustrative,
    state: 'approved' as const,
    authors: [hands.owner],
    ...figures,
  };
  const reading = one(
    await tx
      .insert(readings)
      .values({ ...values, ...signed })
      .returning({ id: readings.id }),
  );
  const version = {
    readingId: reading.id,
    version: 1,
    content,
    ground,
    contentHash,
    authorId: hands.owner,
    at: submittedAt,
  };
  await tx.insert(readingVersions).values(version);
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
