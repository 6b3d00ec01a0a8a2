import { beforeAll, expect, test } from 'vitest';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { overviewOf } from '@/db/queries/overview/overview';
import { content, type Name, submitted, today, workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, person } = await workingCouncil(db, { buses: 3, from: '2026-06-01' });
const moment = { today, now: `${today}T12:00:00Z` };
const overview = async (name: Name) => overviewOf(db, await person(name), moment);

/** June: bus-01 submitted on its due day, 14 July, bus-02 the day after; published on 17 August. July of bus-01 is submitted. */
beforeAll(async () => {
  const olive = (day: string) => as('Olive', { at: `${day}T09:00:00Z`, today: day });
  for (const [code, value, day] of [
    ['bus-01', '71', '2026-07-14'],
    ['bus-02', '92', '2026-07-15'],
  ] as const)
    await approveReading(db, as('Hana'), await submitted(db, olive(day), code, content({ value }), '2026-06-01'));
  const acknowledged = ['bus-01', 'bus-02', 'bus-03'].flatMap((code) =>
    ['2026-06-01', '2026-07-01'].map((start) => ({ finding: `overdue:${code}:${start}`, reason: 'Known' })),
  );
  await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
  await submitted(db, as('Olive'), 'bus-01', content({ value: '64' }));
});

test('everybody reads what is published: the counts of the edition in force and the colours of each edition', async () => {
  for (const name of ['Olive', 'Hana', 'Ada', 'Cal', 'Nora'] as const) {
    const { services, colours } = await overview(name);
    expect(services.map(({ slug, edition, summary }) => [slug, edition, summary.red, summary.green])).toEqual([
      ['buses', 1, 1, 1],
    ]);
    expect(colours).toEqual([
      { service: 'Buses', slug: 'buses', number: 1, asAt: today, green: 1, amber: 0, red: 1, none: 1, judged: 0 },
    ]);
  }
});

test('what is late is told of the services that a person answers for, to nobody else', async () => {
  const late = async (name: Name) =>
    (await overview(name)).work?.services.map((each) => [each.slug, each.late, each.waiting, each.longest]) ?? null;
  // Late: July of all three and June of bus-03, due on 14 July, 34 days ago.
  const buses = ['buses', 4, 1, 34];
  for (const name of ['Olive', 'Hana', 'Dev'] as const) expect(await late(name), name).toEqual([buses]);
  expect(await late('Ada')).toEqual([buses, ['trams', 2, 0, 34]]);
  expect(await late('Hester')).toEqual([['trams', 2, 0, 34]]);
  for (const name of ['Cal', 'Nora', 'Adam'] as const) expect(await late(name), name).toBeNull();
});

test('a reading came on time on its due day, and late on the day after; what is not here is not yet', async () => {
  const months = async (name: Name) => (await overview(name)).work?.months.slice(-2);
  expect(await months('Hana')).toEqual([
    { month: '2026-07', onTime: 1, late: 1, missing: 1 },
    { month: '2026-08', onTime: 0, late: 1, missing: 2 },
  ]);
  expect((await months('Ada'))?.map(({ missing }) => missing)).toEqual([2, 3]);
});

test('the page sends a set number of statements', async () => {
  const statements = await countedStatements();
  const sent = async (name: Name) => {
    const who = await person(name);
    return statements((counted) => overviewOf(counted, who, moment));
  };
  expect({ officer: await sent('Ada'), councillor: await sent('Cal') }).toEqual({ officer: 9, councillor: 3 });
});
