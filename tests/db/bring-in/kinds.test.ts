import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures, outturns, people, readings, roles, services, targets } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { bringIn, understood } from '../../support/council/brought';
import { rowLine, wish } from '../../support/council/wishes';
import { at, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, id } = await workingCouncil(db);
await db.insert(roles).values({ personId: id.Ada, role: 'administrator' });
await openRecord(db, at);

const ferry = {
  service: 'Ferries',
  code: 'ferry-01',
  title: 'Ferries on time',
  definition: 'Sailings that left on time.',
  unit: 'percent',
  better: 'higher',
  frequency: 'monthly',
  first_period: 'April 2026',
  worked_out: '100',
  first_number: 'left on time',
  second_number: 'sailings',
  theme: 'Getting about',
  owner: 'zoe@testshire.example',
};
const all = [
  wish('service', 2, { name: 'Ferries' }),
  wish('person', 2, { name: 'Zoe Park', email: 'zoe@testshire.example', roles: 'councillor', head_of: '' }),
  wish('person', 3, { name: 'Ines', email: 'ines@testshire.example', roles: '', head_of: 'Ferries' }),
  wish('measure', 2, ferry),
  wish('target', 2, { measure: 'ferry-01', from: 'April 2026', shape: 'at least', green_from: '95', amber_from: '90' }),
  wish('outturn', 2, { measure: 'ferry-01', year: '2025/26', figure: '93.4' }),
  wish('comparator', 2, {
    measure: 'ferry-01',
    name: 'England',
    source: 'DfT',
    alike: 'yes',
    note: 'The same definition',
    from_day: '1 April 2025',
    until_day: '31 March 2026',
    figure: '91.2',
  }),
  ...['April', 'May', 'June'].map((month, index) =>
    wish('reading', index + 2, {
      measure: 'ferry-01',
      period: `${month} 2026`,
      first_number: String(90 + index),
      second_number: '100',
      comments: 'Few storms.',
    }),
  ),
];

test('a file with one of each brings a service from nothing to drafts, and the record holds', async () => {
  const file = await understood(db, as('Ada'), all);
  expect(file.rows.map(rowLine)).toEqual([
    'create Services 2: The service Ferries is added, at /scorecards/ferries.',
    'create People 2: Zoe Park is added with the address zoe@testshire.example, as councillor.',
    'create People 3: Ines is added with the address ines@testshire.example.',
    'create People 3: Ines heads Ferries.',
    'create Measures 2: ferry-01, Ferries on time is added to Ferries as number 1.',
    'create Measures 2: Zoe Park owns ferry-01.',
    'create Targets 2: From April 2026: at least 95%, amber from 90%.',
    'create Outturns 2: 2025/26: 93.4.',
    'create Comparators 2: England: 91.2, 1 April 2025 to 31 March 2026.',
    'create Readings 2: A draft: 90%.',
    'create Readings 3: A draft: 91%.',
    'create Readings 4: A draft: 92%.',
  ]);
  expect(await bringIn(db, as('Ada'), file.id)).toEqual({
    state: 'done',
    sentence: 'Ada brought it in: twelve rows added, no rows changed.',
    counts: { create: 12, change: 0, same: 0, refuse: 0 },
    refused: [],
  });
  const [service] = await db.select().from(services).where(eq(services.slug, 'ferries'));
  const [measure] = await db.select().from(measures).where(eq(measures.code, 'ferry-01'));
  const [zoe] = await db.select().from(people).where(eq(people.email, 'zoe@testshire.example'));
  expect(measure).toMatchObject({ serviceId: service?.id, number: 1, theme: 'Getting about', ownerId: zoe?.id });
  const measureId = measure?.id ?? 0;
  expect(await db.$count(targets, eq(targets.measureId, measureId))).toBe(1);
  expect(await db.$count(outturns, eq(outturns.measureId, measureId))).toBe(1);
  const drafts = await db
    .select()
    .from(readings)
    .where(eq(readings.measureId, measureId))
    .orderBy(readings.periodStart);
  expect(drafts.map(({ state, authors, numerator }) => ({ state, authors, numerator }))).toEqual(
    ['90', '91', '92'].map((numerator) => ({ state: 'draft', authors: [id.Ada], numerator })),
  );
  const begun = await db.select().from(events).where(eq(events.kind, 'reading_saved'));
  expect(begun.map(({ kind, details }) => eventSentence({ kind, details, who: 'Ada' }))[0]).toBe(
    'Ada, by the file Children Q1.xlsx, began April 2026 for measure 1.',
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('the same file twice changes nothing', async () => {
  const file = await understood(db, as('Ada'), all);
  expect(file.rows.map(rowLine).filter((line) => !line.startsWith('same'))).toEqual([]);
  await expect(bringIn(db, as('Ada'), file.id)).rejects.toThrow('there is nothing to bring in');
});
