import { asc, desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure } from '@/db/commands/measure/measure-edit';
import { reorderMeasures } from '@/db/commands/measure/measure-order';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { draftOf } from '@/db/facts/measure-draft';
import { keptMeasure } from '@/db/queries/framework/measure';
import { measureOrder } from '@/db/queries/framework/measure-order';
import { editionByNumber, rowsOf } from '@/db/queries/published/in-force';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures } from '@/db/schema';
import { measureFields } from '@/lib/framework/measure-differences';
import { eventChanges } from '@/lib/record/event-changes';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, ending, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses } = await workingCouncil(db, { buses: 3 });
await openRecord(db, at);

const order = async () => {
  const page = await measureOrder(db, await person('Ada'), 'buses');
  if (!page) throw new Error('buses are not there');
  return page;
};
const codes = async () => (await order()).measures.map(({ code, number }) => `${number} ${code}`);
const put = async (numbers: [code: string, number: number][], was = undefined as Record<string, string> | undefined) =>
  reorderMeasures(db, as('Ada'), { service: 'buses', numbers: new Map(numbers), was: was ?? (await order()).was });
const publish = async (moment: string) => {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  return publishEdition(db, as('Ada', { at: moment }), { service: 'buses', asAt: today, note: null, acknowledged });
};
const frozen = async (number: number) => {
  const edition = await editionByNumber(db, 'buses', number);
  return (await rowsOf(db, edition?.id ?? 0)).map((row) => `${row.number} ${row.code}`);
};

test('two measures change places at once, and the event tells the numbers before and after', async () => {
  await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01'));
  await publish('2026-08-17T09:43:00Z');
  await put([
    ['bus-01', 2],
    ['bus-02', 1],
  ]);
  expect(await codes()).toEqual(['1 bus-02', '2 bus-01', '3 bus-03']);
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  expect(event && eventSentence({ ...event, who: 'Ada' })).toBe('Ada put the measures of Buses in another order.');
  expect(event && eventChanges(event.kind, event.details)).toEqual([
    { what: 'number of bus-01, “Buses on time 1”', before: '1', after: '2' },
    { what: 'number of bus-02, “Buses on time 2”', before: '2', after: '1' },
  ]);
});

test('the next edition has the new order, and the one before keeps its own', async () => {
  await put([
    ['bus-01', 30],
    ['bus-02', 10],
    ['bus-03', 20],
  ]);
  await publish('2026-08-17T09:44:00Z');
  expect(await frozen(1)).toEqual(['1 bus-01', '2 bus-02', '3 bus-03']);
  expect(await frozen(2)).toEqual(['10 bus-02', '20 bus-03', '30 bus-01']);
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('a number twice, and the order that is there already, are refused', async () => {
  expect(await refused(put([['bus-01', 10]]))).toBe('Two measures have the number 10: give each one of its own.');
  expect(await refused(put([['bus-01', 30]]))).toBe('That is their order already: nothing was changed.');
});

test('of two officers who move measures at once the second is told what the first did', async () => {
  const { was } = await order();
  const ends = await Promise.all([refused(put([['bus-01', 31]], was)), refused(put([['bus-01', 32]], was))]);
  expect(ends).toContain('accepted');
  expect(ends.find((end) => end !== 'accepted')).toMatch(
    /^Somebody changed these measures while you had the page open: the number of bus-01, “Buses on time 1”, is “3[12]” by now, and was “30”\./,
  );
});

test('a measure that is added at the same time is seen: nothing is moved past it', async () => {
  const { was } = await order();
  const [first] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
  if (!first) throw new Error('bus-01 is not there');
  const draft = { ...draftOf(first), code: 'bus-04', number: 40, title: 'Buses on time 4', whyNoTarget: 'it is new' };
  await addMeasure(db, as('Ada'), { service: 'buses', draft });
  expect(await refused(put([['bus-01', 40]], was))).toMatch(
    /bus-04, “Buses on time 4”, is “40” by now, and was nothing/,
  );
});

test('moving and publishing at once both end well, and the edition has one order or the other', async () => {
  for (const round of [1, 2, 3]) {
    await put([['bus-03', 20 + round]]);
    const here = await codes();
    const next = here.map((line) => line.replace(/^\d+ bus-02$/, `${10 + round} bus-02`));
    const ends = await Promise.all([
      ending(publish(`2026-08-17T1${round}:00:00Z`)),
      ending(put([['bus-02', 10 + round]])),
    ]);
    expect(ends).toEqual([{ done: expect.anything() }, { done: 'buses' }]);
    expect([here, next]).toContainEqual(await frozen(2 + round));
  }
});

test('while a release is announced the order stays', async () => {
  const dueAt = '2026-08-18T08:30:00Z';
  await put([['bus-03', 50]]);
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  const announced = { service: 'buses', asAt: today, note: null, dueAt, acknowledged };
  const { id } = await announceRelease(db, as('Ada', { at: '2026-08-17T14:00:00Z' }), announced);
  expect(await refused(put([['bus-03', 51]]))).toMatch(
    /^Edition \d is announced for .* with its measures in their order/,
  );
  expect((await order()).announced).toMatch(/is announced for/);
  await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Not yet.' });
});

test('a code may be another one until an edition has shown it; whoever takes one that is there is refused', async () => {
  const [own] = await db.select().from(measures).where(eq(measures.code, 'tram-01'));
  if (!own) throw new Error('tram-01 is not there');
  const change = (code: string, next: string) =>
    editMeasure(db, as('Ada'), {
      code,
      draft: { ...draftOf(own), code: next },
      was: measureFields({ ...draftOf(own), code }),
      reason: 'As the report has it.',
    });
  expect(await refused(change('tram-01', 'bus-01'))).toBe('“Buses on time 1” has the code bus-01 already.');
  expect(await change('tram-01', 'rail-01')).toBe('rail-01');
  expect((await keptMeasure(db, await person('Ada'), 'rail-01', today))?.isPublished).toBe(false);
  const [bus] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
  if (!bus) throw new Error('bus-01 is not there');
  const other = { ...draftOf(bus), code: 'bus-09' };
  expect(
    await refused(
      editMeasure(db, as('Ada'), { code: 'bus-01', draft: other, was: measureFields(draftOf(bus)), reason: 'x' }),
    ),
  ).toBe('Editions have shown this measure at /measures/bus-01, so its code stays.');
});

test('nobody else sees the page, and the record holds', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const)
    expect(await measureOrder(db, await person(name), 'buses')).toBeNull();
  expect(await measureOrder(db, await person('Ada'), 'nowhere')).toBeNull();
  expect((await verifyRecord(db)).tampered).toBeNull();
  const numbers = await db.select({ number: measures.number }).from(measures).orderBy(asc(measures.number));
  expect(new Set(numbers).size).toBe(numbers.length);
});
