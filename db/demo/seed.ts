import { sql } from 'drizzle-orm';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { changeCouncil } from '@/db/commands/service/council';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { council, deputies, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { councilFields } from '@/lib/framework/council-entry';
import { demoStaff } from '@/lib/people/demo-people';
import { londonInstant } from '@/lib/time/instant';
import { seedCommittees } from './committees';
import type { Extent } from './extent';
import { seedGlossary } from './glossary';
import { type Cast, liveTheYear } from './living/live-the-year';
import { livedServices } from './living/lived-services';
import { one } from './one';
import { seedMeasure } from './seed-measure';
import { type Staff, seedPeople } from './seed-people';
import { type DemoService, demoServices } from './services';
import { seedSmallCounts } from './small-counts';

/** The day that the demonstration council lives in: that of the founding report. */
export const demoDay = '2018-08-17';

/** Where each extent begins: what the services are then, and on which day it was decided on small counts. */
type Beginning = { day: string; services: DemoService[]; smallCountsOn: string };
const beginnings: Record<Extent, Beginning> = {
  founding: { day: demoDay, services: demoServices, smallCountsOn: '2018-04-16' },
  living: { day: '2017-08-01', services: livedServices, smallCountsOn: '2017-04-18' },
};

/** What is kept of the council when it begins. */
const kept = {
  name: 'Northumberland County Council',
  contact: 'performance@candour.example',
  areaCode: null,
  licence: null,
  language: null,
};
/** The licence under which its figures are published, as the performance officer then says. */
const licence = 'Open Government Licence v3.0';

const demonstration = 'The people are invented, and each service says where its figures come from.';

/**
 * Fills an empty database with the demonstration council and publishes its editions, with the invented year before them where
 * the extent is the living one; false when a demonstration is there already.
 */
export async function seedDemonstration(db: Database, extent: Extent = 'founding'): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`); // Another seeder may take long.
    await tx.execute(sql`lock table ${council} in exclusive mode`);
    const [present] = await tx.select({ demonstration: council.demonstration }).from(council);
    if (present?.demonstration) return false;
    if (present) throw new Refused('This database holds a council already, and the demonstration needs an empty one.');
    const beginning = beginnings[extent];
    const at = londonInstant(beginning.day, '00:00');
    const [row] = await tx
      .insert(council)
      .values({ ...kept, demonstration })
      .returning({ id: council.id });
    const staff = await seedPeople(tx);
    for (const [index, service] of beginning.services.entries())
      await seedService(tx, service, { position: index + 1, staff, beginning });
    await seedCommittees(tx, extent);
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
    const officer = { who: staff.ada, at, today: beginning.day };
    await changeCouncil(inTransaction(db, tx), officer, { words: { ...kept, licence }, was: councilFields(kept) });
    if (extent === 'living') await liveTheYear(inTransaction(db, tx), castOf(staff));
    else
      for (const { slug } of demoServices) {
        const publisher = { actorId: staff.ada, publisher: 'performance officer' };
        await publishAsIs(tx, { ...publisher, service: slug, asAt: demoDay, at });
      }
    return true;
  });
}

/** A transaction as the commands take a database: theirs are parts of it, so that all of the demonstration comes or nothing. */
const inTransaction = (db: Database, tx: Transaction): Database => Object.assign(tx, { $client: db.$client });

/** Who does what in the lived year. */
const castOf = (staff: Staff): Cast => ({
  officer: staff.ada,
  hands: {
    csc: { owner: staff.olive, head: staff.hana },
    hwy: { owner: staff.otis, head: staff.hester },
  },
});

type Seeding = { position: number; staff: Staff; beginning: Beginning };

async function seedService(tx: Transaction, service: DemoService, { position, staff, beginning }: Seeding) {
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
  const { day, smallCountsOn } = beginning;
  const recorded = { by: staff.ada, at: londonInstant(day, '00:00'), decidedOn: smallCountsOn };
  await seedSmallCounts(tx, { serviceId: row.id, slug: service.slug }, recorded);
}
