import { beforeAll, expect, test } from 'vitest';
import { enterBenchmark } from '@/db/commands/measure/benchmarks';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { councilOut } from '@/db/queries/bring-out/council-out';
import { dueOut } from '@/db/queries/bring-out/due-out';
import { people } from '@/db/schema';
import { councilRows } from '@/lib/bring-out/council-sheets';
import { outSheets } from '@/lib/bring-out/out-sheets';
import { content, type Name, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, person } = await workingCouncil(db, { buses: 2 });

beforeAll(async () => {
  await approveReading(
    db,
    as('Hana'),
    await submitted(db, as('Olive'), 'bus-01', content({ comments: 'Olive approved' })),
  );
  await submitted(db, as('Oskar'), 'bus-02', content({ comments: 'Oskar submitted', value: '12.5' }));
  const england = { name: 'England', source: 'DfT', alike: true, note: 'The same' };
  const values = [{ from: '2025-04-01', until: '2026-03-31', value: '91.2' }];
  await enterBenchmark(db, as('Ada'), { code: 'bus-01', ...england, values });
});

type Whose = 'council' | 'own';
const out = async (name: Name, whose: Whose, service: string | null = null, day = today) =>
  councilOut(db, await person(name), { whose, service, today: day });
const codes = async (...asked: Parameters<typeof out>) =>
  (await out(...asked))?.measures.map(({ draft }) => draft.code) ?? null;
const text = async (...asked: Parameters<typeof out>) => {
  const council = await out(...asked);
  return council && JSON.stringify(outSheets(councilRows(council)));
};

test('the performance officer gets the whole framework and every reading, in whatever state', async () => {
  expect(await codes('Ada', 'council')).toEqual(['bus-01', 'bus-02', 'tram-01']);
  const all = await text('Ada', 'council');
  for (const words of ['Olive approved', 'approved', 'Oskar submitted', 'submitted', 'England', '91.2', '12.5'])
    expect(all).toContain(words);
  expect(await codes('Ada', 'council', 'trams')).toEqual(['tram-01']);
  expect((await out('Ada', 'council', 'trams'))?.services?.map(({ name }) => name)).toEqual(['Trams']);
  expect(await out('Ada', 'council', 'nowhere')).toBeNull();
});

test.each(['Olive', 'Hana', 'Dev', 'Cal', 'Adam', 'Nora'] as const)(
  '%s keeps no framework and gets none of it',
  async (name) => {
    expect(await out(name, 'council')).toBeNull();
    expect(await out(name, 'council', 'buses')).toBeNull();
    expect(await dueOut(db, await person(name), { whose: 'council', service: null, today })).toBeNull();
  },
);

test('an owner gets the measures that she owns and no other of her service, a head and a deputy those of theirs', async () => {
  expect(await codes('Olive', 'own')).toEqual(['bus-01']);
  expect(await codes('Oskar', 'own')).toEqual(['bus-02']);
  expect(await codes('Hana', 'own')).toEqual(['bus-01', 'bus-02']);
  expect(await codes('Dev', 'own')).toEqual(['bus-01', 'bus-02']);
  expect(await codes('Dev', 'own', null, '2026-09-01'), 'the day after the deputyship').toBeNull();
  expect(await codes('Otis', 'own')).toEqual(['tram-01']);
  for (const name of ['Cal', 'Adam', 'Nora', 'Ada'] as const) expect(await codes(name, 'own'), name).toBeNull();
  expect(await codes('Olive', 'own', 'buses')).toEqual(['bus-01']);
  for (const [name, service] of [
    ['Olive', 'trams'],
    ['Hana', 'trams'],
    ['Otis', 'buses'],
    ['Hana', 'nowhere'],
  ] as const)
    expect(await codes(name, 'own', service), `${name} ${service}`).toBeNull();
});

test('nothing of a reading, a person or a service that is not theirs is in an owner’s file', async () => {
  const olives = await text('Olive', 'own');
  expect(olives).toContain('Olive approved');
  for (const words of ['Oskar submitted', 'bus-02', 'tram-01', 'Trams', '@testshire', '"People"', '"Services"'])
    expect(olives).not.toContain(words);
  expect(await text('Otis', 'own')).not.toMatch(/Olive|Oskar|bus-/);
});

test('people and their addresses go to an administrator alone; of two of one name the address tells which is the owner', async () => {
  expect((await out('Ada', 'council'))?.people).toBeNull();
  expect(await text('Ada', 'council')).not.toContain('@testshire');
  const ada = await person('Ada');
  const both = await councilOut(
    db,
    { ...ada, roles: [...ada.roles, 'administrator'] },
    { whose: 'council', service: null, today },
  );
  expect(both?.people).toContainEqual({ name: 'Hana', email: 'hana@testshire.example', roles: [], headOf: ['Buses'] });
  expect(both?.measures[0]?.owner).toBe('olive@testshire.example');
  expect((await out('Ada', 'council'))?.measures[0]?.owner).toBe('Olive');
  await db.insert(people).values({ name: 'Olive', email: 'another@testshire.example' });
  expect((await out('Ada', 'council'))?.measures[0]?.owner).toBe('olive@testshire.example');
});

test('what is due by the end of the month goes out with its figure empty, to its owner, its head and the officer', async () => {
  const due = async (name: Name, whose: Whose, day: string, service: string | null = null) =>
    (await dueOut(db, await person(name), { whose, service, today: day }))?.map(
      ({ measure, period }) => `${measure} ${period}`,
    );
  // July is here for the buses; the trams owe it, and everybody owes August, due on 14 September.
  expect(await due('Ada', 'council', today)).toEqual(['tram-01 July 2026']);
  expect(await due('Ada', 'council', '2026-09-01')).toEqual([
    'bus-01 August 2026',
    'bus-02 August 2026',
    'tram-01 July 2026',
    'tram-01 August 2026',
  ]);
  expect(await due('Ada', 'council', '2026-09-01', 'buses')).toEqual(['bus-01 August 2026', 'bus-02 August 2026']);
  expect(await due('Olive', 'own', '2026-09-01')).toEqual(['bus-01 August 2026']);
  expect(await due('Hana', 'own', '2026-09-01')).toEqual(['bus-01 August 2026', 'bus-02 August 2026']);
  expect(await due('Otis', 'own', today)).toEqual(['tram-01 July 2026']);
  expect(await due('Cal', 'own', today)).toBeUndefined();
});
