import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { beginByCommand } from '@/db/commands/people/begin';
import { nameHead } from '@/db/commands/people/posts';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { awaitsFirstSteps, firstStepsFor } from '@/db/queries/work/first-steps';
import { council, measures, services, targets } from '@/db/schema';
import { stateWords, stepsSentence } from '@/lib/people/first-steps';
import { at, content, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, person, buses } = await workingCouncil(db);
const server = { who: null, at };

async function states(name: 'Ada' | 'Adam' = 'Ada'): Promise<string[]> {
  const page = await firstStepsFor(db, await person(name), today);
  return (page?.steps ?? []).map(({ state }) => stateWords(state));
}
const about = async (step: number) => (await firstStepsFor(db, await person('Ada'), today))?.steps[step - 1]?.about;

test('administrators and the performance officer alone are led through the first steps', async () => {
  for (const name of ['Ada', 'Adam'] as const) {
    expect(await awaitsFirstSteps(db, await person(name))).toBe(true);
    expect(await firstStepsFor(db, await person(name), today)).toMatchObject({ council: 'Testshire' });
  }
  for (const name of ['Olive', 'Hana', 'Dev', 'Cal', 'Nora'] as const) {
    expect(await awaitsFirstSteps(db, await person(name))).toBe(false);
    expect(await firstStepsFor(db, await person(name), today)).toBeNull();
  }
});

test('each step ticks itself from the record, up to the first edition', async () => {
  const done = 'Done';
  expect(await states()).toEqual([done, done, done, done, done, 'To do', 'after step 6']);
  expect(await about(2)).toBe('Buses, at /scorecards/buses, and 1 other');
  expect(await about(6)).toBe('Enter July 2026, then have it approved by another person.');

  await nameHead(db, server, { service: 'buses', email: null });
  expect((await states()).slice(4)).toEqual(['1 to do', 'after step 5', 'after step 6']);
  await nameHead(db, server, { service: 'buses', email: 'hana@testshire.example' });

  const first = await submitted(db, as('Olive'), 'bus-01');
  expect((await states())[5]).toBe('To do');
  await approveReading(db, as('Hana'), first);
  expect((await states()).slice(5)).toEqual(['1 to do', 'after step 6']);
  await approveReading(db, as('Hana'), await submitted(db, as('Oskar'), 'bus-02', content({ value: '95' })));
  expect((await states()).slice(5)).toEqual([done, 'To do']);

  await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged: [] });
  expect(await states('Adam')).toEqual(Array(7).fill(done));
  expect(await awaitsFirstSteps(db, await person('Ada'))).toBe(false);
});

test('a measure without a target counts until it has one, says why not, or is retired', async () => {
  const undone = new Error('undone');
  const counted = db.transaction(async (tx) => {
    const one = eq(measures.code, 'bus-01');
    const [measure] = await tx.select({ id: measures.id }).from(measures).where(one);
    const facts = async () => {
      const page = await firstStepsFor(tx as unknown as typeof db, await person('Ada'), today);
      return page?.steps[3]?.about;
    };
    // A target by which figures were judged stays, also to its owner.
    await tx.execute(sql`alter table targets disable trigger targets_in_use_stand`);
    await tx.delete(targets).where(eq(targets.measureId, measure?.id ?? 0));
    expect(await facts()).toBe('1 of 2 have one. A measure can also say why it has none.');
    await tx.update(measures).set({ whyNoTarget: 'It is only watched.' }).where(one);
    expect(await facts()).toBe('Each measure has one, or says why it has none.');
    await tx.update(measures).set({ whyNoTarget: null }).where(one);
    const decision = { retiredReason: 'No bus.', retiredDecidedBy: 'Cabinet', retiredDecidedOn: '2026-08-10' };
    await tx
      .update(measures)
      .set({ retiredOn: '2026-08-16', ...decision })
      .where(one);
    expect(await facts()).toBe('Each measure has one, or says why it has none.');
    throw undone;
  });
  await expect(counted).rejects.toBe(undone);
});

test('the steps are those of the first service that has measures', async () => {
  const undone = new Error('undone');
  const counted = db.transaction(async (tx) => {
    await tx.insert(services).values({ slug: 'ferries', name: 'Ferries', position: 0 });
    const page = await firstStepsFor(tx as unknown as typeof db, await person('Ada'), today);
    expect(page?.steps[1]?.about).toBe('Buses, at /scorecards/buses, and 2 others');
    await tx.update(services).set({ position: 9 }).where(eq(services.id, buses.id));
    const next = await firstStepsFor(tx as unknown as typeof db, await person('Ada'), today);
    expect(next?.steps[1]?.about).toBe('Trams, at /scorecards/trams, and 2 others');
    throw undone;
  });
  await expect(counted).rejects.toBe(undone);
});

test('a council that has just begun has one step done', async () => {
  const empty = await freshDatabase();
  const contact = 'performance@westmere.example';
  const beginning = { council: 'Westmere', contact, areaCode: null, licence: 'Our own', name: 'Ines', email: contact };
  await beginByCommand(empty.db, beginning);
  expect(await empty.db.$count(council)).toBe(1);
  const ines = { id: 1, name: 'Ines', roles: ['administrator' as const], owns: [], heads: [], deputises: [] };
  const page = await firstStepsFor(empty.db, ines, today);
  expect(stepsSentence(page?.steps ?? [])).toBe('1 of 7 steps is done.');
  expect(page?.steps[0]?.about).toBe('Westmere. Contact: performance@westmere.example');
});
