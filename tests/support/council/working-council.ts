import { saveReading } from '@/db/commands/reading/reading-save';
import { submitReading } from '@/db/commands/reading/reading-steps';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { personById } from '@/db/facts/person';
import { council, deputies, livedDay, measures, people, roles, services, silencedChecks, targets } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import { blankContent, type Content } from '@/lib/reading/content';

export const today = '2026-08-17';
export const at = '2026-08-17T09:42:00Z';

const names = ['Olive', 'Oskar', 'Hana', 'Dev', 'Ada', 'Cal', 'Adam', 'Otis', 'Hester', 'Nora'] as const;
export type Name = (typeof names)[number];
export const emailOf = (name: Name): string => `${name.toLowerCase()}@testshire.example`;

const facts = {
  definition: 'How many journeys started on time.',
  unit: 'percent',
  decimals: 0,
  polarity: 'higher',
  frequency: 'monthly',
  window: 'single',
  lagDays: 14,
  comparator: 'previous_period',
  countsPeople: false,
  scale: 100,
  numeratorLabel: 'started on time',
  denominatorLabel: 'journeys',
} as const;

/**
 * A council at work on 17 August 2026. Buses is headed by Hana, for whom Dev deputises until the end of August; Olive owns
 * its measures bus-01, bus-02 …, and Oskar the last one. Trams belongs to Otis and Hester. Ada publishes, Adam administers,
 * Cal is a councillor, Nora is nobody in particular. July 2026 is the only period that is required, unless `from` says more.
 */
export async function workingCouncil(
  db: Database,
  { buses = 2, from = '2026-07-01' }: { buses?: number; from?: string } = {},
) {
  // What a test says of the time counts, so that the clock of the record stands beyond all of it.
  await db.insert(livedDay).values({ today: '2999-12-31' });
  await db.insert(council).values({ name: 'Testshire', contact: 'figures@testshire.example' });
  const rows = await db
    .insert(people)
    .values(names.map((name) => ({ name, email: emailOf(name) })))
    .returning({ id: people.id });
  const id = Object.fromEntries(names.map((name, index) => [name, rows[index]?.id])) as Record<Name, number>;
  await db.insert(roles).values([
    { personId: id.Ada, role: 'performance_officer' },
    { personId: id.Adam, role: 'administrator' },
    { personId: id.Cal, role: 'councillor' },
  ]);
  const [busService, tramService] = await db
    .insert(services)
    .values([
      { slug: 'buses', name: 'Buses', position: 1, headId: id.Hana },
      { slug: 'trams', name: 'Trams', position: 2, headId: id.Hester },
    ])
    .returning();
  if (!busService || !tramService) throw new Error('the services were not written');
  // A test counts its words and writes them many times: that they repeat each other, or number no buses, is not what it is about.
  await db.insert(silencedChecks).values(
    [busService.id, tramService.id].flatMap((serviceId) => [
      { serviceId, rule: 'W1' as const, reason: `The words of tests are numbered (${serviceId}).` },
      { serviceId, rule: 'W4' as const, reason: `The words of tests repeat each other (${serviceId}).` },
    ]),
  );
  const span = { fromDay: from < '2026-08-01' ? from : '2026-08-01', untilDay: '2026-08-31' };
  await db.insert(deputies).values({ serviceId: busService.id, headId: id.Hana, deputyId: id.Dev, ...span });
  const bus = Array.from({ length: buses }, (_, index) => ({
    ...facts,
    requiredFrom: from,
    serviceId: busService.id,
    number: index + 1,
    code: `bus-${String(index + 1).padStart(2, '0')}`,
    title: `Buses on time ${index + 1}`,
    ownerId: index > 0 && index === buses - 1 ? id.Oskar : id.Olive,
  }));
  const tram = { ...facts, requiredFrom: from, serviceId: tramService.id, number: 1, ownerId: id.Otis };
  const measureRows = await db
    .insert(measures)
    .values([...bus, { ...tram, code: 'tram-01', title: 'Trams on time' }])
    .returning();
  await db.insert(targets).values(
    measureRows.map(
      ({ id: measureId }) =>
        ({
          measureId,
          effectiveFrom: from < '2026-04-01' ? from : '2026-04-01',
          shape: 'at_least',
          green: '90',
        }) as const,
    ),
  );
  const as = (name: Name, more: Partial<Acting> = {}): Acting => ({ who: id[name], at, today, ...more });
  const person = async (name: Name): Promise<Person> => {
    const row = await personById(db, id[name]);
    if (!row) throw new Error(`${name} is not there`);
    return row;
  };
  return { id, as, person, buses: busService, trams: tramService, measures: measureRows };
}

/** What a reading says: a figure with a cause and an action that fit any colour, with whatever a test says otherwise. */
export const content = (differences: Partial<Content> = {}): Content => ({
  ...blankContent,
  value: '91',
  comments: 'Fewer breakdowns.',
  actions: [{ text: 'Look again at the timetable of the late routes', owner: 'Head of Buses', due: '2099-12-31' }],
  revisionReason: differences.publicNote ? 'error' : null,
  ...differences,
});

/** Olive (or another) writes July 2026 for a measure and submits it. */
export async function submitted(
  db: Database,
  acting: Acting,
  code: string,
  reading = content(),
  periodStart = '2026-07-01',
) {
  const saved = await saveReading(db, acting, { code, periodStart, version: null, content: reading });
  return submitReading(db, acting, saved);
}

/** How an attempt ended: its answer, or the sentence that refused it; a fault is thrown on. */
export async function ending<T>(attempt: Promise<T>): Promise<{ done: T } | { refused: string; name: string }> {
  try {
    return { done: await attempt };
  } catch (error) {
    const { name, message } = error as Error;
    if (!['Refused', 'StepRefused', 'Stale', 'Mistyped'].includes(name)) throw error;
    return { refused: message, name };
  }
}

export const refused = async (attempt: Promise<unknown>): Promise<string> => {
  const end = await ending(attempt);
  return 'refused' in end ? end.refused : 'accepted';
};
