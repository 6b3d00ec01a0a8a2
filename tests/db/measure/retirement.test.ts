import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { retireMeasure, takeRetirementBack } from '@/db/commands/measure/retire';
import { nameSource } from '@/db/commands/measure/source';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { openRecord } from '@/db/events/opening';
import { keptMeasure } from '@/db/queries/framework/measure';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { departureOf, departuresOf, lastRowOf } from '@/db/queries/published/retired';
import { readingPage } from '@/db/queries/reading/reading-page';
import { releasePage } from '@/db/queries/release/release-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { workOf } from '@/db/queries/work/work';
import { departures, editions, events, measures, readings } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, id, person } = await workingCouncil(db, { buses: 3 });
await openRecord(db, at);
const server = { who: null, at };
const decision = { reason: 'The national count ended.', decidedBy: 'Cabinet', decidedOn: '2026-08-10' };
const retire = (more: Partial<Parameters<typeof retireMeasure>[2]> = {}) =>
  retireMeasure(db, server, { code: 'bus-02', retiredOn: '2026-08-31', ...decision, ...more });
const olive = await person('Olive');
const ada = await person('Ada');
/** Ada publishes, with an answer to whatever the checklist warns of. */
async function publish(asAt: string) {
  const page = await releasePage(db, ada, 'buses', asAt);
  const acknowledged = (page?.findings.warnings ?? []).map((warning) => ({ finding: warning.id, reason: 'Late.' }));
  const acting = as('Ada', { at: `${asAt}T10:00:00Z`, today: asAt });
  return publishEdition(db, acting, { service: 'buses', asAt, note: null, acknowledged, seen: page?.seen ?? null });
}
const canary = 'Zwischenzeit quokka';
const end = (day: string) => `${day}T23:00:00.000Z`;

test('an edition with all three measures is published; a draft that nobody publishes waits', async () => {
  for (const [who, code] of [
    ['Olive', 'bus-01'],
    ['Olive', 'bus-02'],
  ] as const)
    await approveReading(db, as('Hana'), await submitted(db, as(who), code));
  const draft = { code: 'bus-03', periodStart: '2026-07-01', version: null, content: content({ comments: canary }) };
  await saveReading(db, as('Oskar'), draft);
  await publish(today);
  expect((await rowsOf(db, (await editionInForce(db, 'buses', end(today)))?.id ?? 0)).map(({ code }) => code)).toEqual([
    'bus-01',
    'bus-02',
    'bus-03',
  ]);
});

describe('to retire a measure', () => {
  test.each([
    ['no day', { retiredOn: '2026-08-32' }, 'Write each day as 2018-08-17.'],
    ['no reason', { reason: ' ' }, /^Say why/],
    ['nobody who decided', { decidedBy: '' }, /^Say who/],
    ['a decision to come', { decidedOn: '2026-08-18' }, '18 August 2026 has not come yet.'],
    ['a measure that is not there', { code: 'bus-99' }, 'There is no measure “bus-99”.'],
    [
      'a day that an edition has told of otherwise',
      { retiredOn: '2026-08-16' },
      'Edition 1 shows this measure as at 17 August 2026: its last day cannot come before that.',
    ],
  ])('%s is refused', async (_, more, sentence) => {
    expect(await refused(retire(more))).toMatch(sentence);
    expect(await db.$count(events, eq(events.kind, 'measure_retired'))).toBe(0);
  });

  test('only the performance officer or an administrator may; of two at once one is told that it is done', async () => {
    const retirement = { code: 'bus-02', retiredOn: '2026-08-31', ...decision };
    for (const who of [id.Cal, id.Hana, id.Olive])
      expect(await refused(retireMeasure(db, { who, at }, retirement))).toBe(
        'Only the performance officer or an administrator can retire measures.',
      );
    const both = await Promise.all([refused(retire()), refused(retireMeasure(db, { who: id.Adam, at }, retirement))]);
    expect(both.sort()).toEqual(['Buses on time 2 was retired after 31 August 2026.', 'accepted']);
    const found = await db.select().from(events).where(eq(events.kind, 'measure_retired'));
    expect(found.map(({ kind, details }) => eventSentence({ kind, details, who: 'Adam' }))).toEqual([
      'Adam retired measure 2: The national count ended.',
    ]);
    const [measure] = await db.select().from(measures).where(eq(measures.code, 'bus-02'));
    expect(measure).toMatchObject({
      retiredOn: '2026-08-31',
      retiredReason: 'The national count ended.',
      retiredDecidedBy: 'Cabinet',
      retiredDecidedOn: '2026-08-10',
    });
  });
});

describe('a retirement that no edition has told of', () => {
  const back = (reason = 'The count goes on.') => takeRetirementBack(db, as('Ada'), { code: 'bus-02', reason });

  test('is taken back with a reason, and both are in the history; of two at once one is told', async () => {
    expect(await refused(back(' '))).toBe('Say why it is taken back.');
    expect((await keptMeasure(db, ada, 'bus-02', today))?.retired).toMatchObject({ stays: null });
    const both = await Promise.all([refused(back()), refused(back())]);
    expect(both.sort()).toEqual(['Buses on time 2 is not retired.', 'accepted']);
    const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
    expect(eventSentence({ kind: 'measure_changed', details: event?.details ?? {}, who: 'Ada' })).toBe(
      'Ada changed measure 2: the last day from “31 August 2026” to nothing, and why it was retired from “The national count ended.” to nothing: The count goes on.',
    );
    const [measure] = await db.select().from(measures).where(eq(measures.code, 'bus-02'));
    expect(measure).toMatchObject({ retiredOn: null, retiredReason: null, retiredDecidedBy: null });
    await retire();
  });
});

describe('after its last day', () => {
  const itemsOn = async (day: string) =>
    (await workOf(db, olive, day)).items.map(({ code, period }) => [code, period?.start]);

  test('no figure is asked for a period that had not ended by it, nor can one be entered', async () => {
    expect(await itemsOn('2026-09-20')).toEqual([['bus-01', '2026-08-01']]);
    expect(await readingPage(db, olive, 'bus-02', '2026-08-01', '2026-09-20')).toBeNull();
    expect(await readingPage(db, olive, 'bus-02', '2026-07-01', '2026-09-20')).not.toBeNull();
    const late = { code: 'bus-02', periodStart: '2026-08-01', version: null, content: content() };
    expect(await refused(saveReading(db, as('Olive', { today: '2026-09-20' }), late))).toBe(
      'This measure is retired after 31 August 2026, and has no later figures.',
    );
  });

  test('the release of a later day is without it and says why it goes; that of its last day still has it', async () => {
    const page = await releasePage(db, ada, 'buses', '2026-09-20');
    expect(page?.preview?.rows.map(({ code }) => code)).toEqual(['bus-01', 'bus-03']);
    expect(page?.readiness.map(({ code }) => code)).toEqual(['bus-01', 'bus-03', 'bus-03']);
    expect(page?.differences.at(-1)).toMatchObject({
      change: 'retired',
      code: 'bus-02',
      sentence:
        'No longer on the scorecard. Retired after 31 August 2026: The national count ended. Decided by Cabinet on 10 August 2026.',
    });
    const before = await releasePage(db, ada, 'buses', '2026-08-31');
    expect(before?.preview?.rows.map(({ code }) => code)).toEqual(['bus-01', 'bus-02', 'bus-03']);
  });

  test('an approved figure of it is not published with an edition that does not show it', async () => {
    const [shown] = await db
      .select({ id: readings.id, version: readings.version })
      .from(readings)
      .innerJoin(measures, eq(measures.id, readings.measureId))
      .where(eq(measures.code, 'bus-02'));
    const begun = await beginCorrection(db, as('Olive'), { readingId: shown?.id ?? 0, version: shown?.version ?? 0 });
    const fixed = content({ value: '93', publicNote: 'A depot was missed.' });
    const own = { code: 'bus-02', periodStart: '2026-07-01', version: begun.version, content: fixed };
    const seen = await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), own));
    await approveReading(db, as('Hana'), seen);
    expect(await publish('2026-09-20')).toEqual({ number: 2 });
    const [after] = await db.select({ state: readings.state }).from(readings).where(eq(readings.id, seen.readingId));
    expect(after?.state).toBe('approved');
  });

  test('the first edition without it tells so, once, in words that the public reads', async () => {
    expect((await db.select().from(departures)).map(({ editionId: _, ...each }) => each)).toEqual([
      {
        code: 'bus-02',
        number: 2,
        title: 'Buses on time 2',
        retiredOn: '2026-08-31',
        ...decision,
      },
    ]);
    expect(await refused(publish('2026-09-20'))).toBe(
      'The next edition would be the same as edition 2, which is in force.',
    );
    await nameSource(db, server, { code: 'bus-01', source: 'The drivers’ own count', ownerRole: 'Head of Buses' });
    expect(await publish('2026-09-21')).toEqual({ number: 3 });
    expect(await db.$count(departures)).toBe(1);
  });

  test('once it has told the public the retirement stays, as the page says', async () => {
    const stays =
      'Edition 2 has told the public that this measure is retired, so it stays. A measure that counts again is a new one: add it.';
    expect((await keptMeasure(db, ada, 'bus-02', '2026-09-21'))?.retired).toMatchObject({ stays });
    const taken = takeRetirementBack(db, as('Ada'), { code: 'bus-02', reason: 'The count goes on.' });
    expect(await refused(taken)).toBe(stays);
  });
});

describe('the public wall', () => {
  test('a retirement shows from the edition that brought it, and not a moment before', async () => {
    expect(await departuresOf(db, 'buses', '2026-09-20T10:00:00Z')).toEqual([]);
    expect(await departureOf(db, 'bus-02', '2026-09-20T10:00:00Z')).toBeNull();
    const [departure] = await departuresOf(db, 'buses', end('2026-09-20'));
    expect(departure).toEqual({
      code: 'bus-02',
      number: 2,
      title: 'Buses on time 2',
      retiredOn: '2026-08-31',
      edition: 2,
      ...decision,
      service: { slug: 'buses', name: 'Buses' },
    });
    expect(await departureOf(db, 'bus-02', end('2026-09-20'))).toEqual(departure);
    expect(await departuresOf(db, 'trams', end('2026-09-20'))).toEqual([]);
    expect(await departureOf(db, 'bus-01', end('2026-09-20'))).toBeNull();
  });

  test('its last row is that of the last edition with it, in force until the day before', async () => {
    expect(await lastRowOf(db, 'bus-02', end('2026-09-20'))).toMatchObject({
      service: 'buses',
      edition: 1,
      lastDay: '2026-09-19',
      row: { code: 'bus-02', current: { text: '91%' } },
    });
    expect(await lastRowOf(db, 'bus-02', end('2026-08-20'))).toMatchObject({ edition: 1, lastDay: '2026-08-20' });
    expect(await lastRowOf(db, 'bus-99', end('2026-09-20'))).toBeNull();
    expect(await lastRowOf(db, 'tram-01', end('2026-09-20'))).toBeNull();
  });

  test('nothing that is not published comes through', async () => {
    const all = [
      await departuresOf(db, 'buses', end('2026-10-01')),
      await lastRowOf(db, 'bus-03', end('2026-10-01')),
      await lastRowOf(db, 'bus-01', end('2026-10-01')),
    ];
    expect(JSON.stringify(all)).not.toContain(canary);
    // Retired, but not in any edition yet: the public is not told.
    await retireMeasure(db, server, { code: 'bus-03', retiredOn: '2026-12-31', ...decision, reason: canary });
    const [departure] = [await departureOf(db, 'bus-03', end('2026-10-01'))];
    expect(departure).toBeNull();
  });

  test('with the edition withdrawn that brought it, the measure has not left; the next one tells of it again', async () => {
    const later = await db.select().from(editions).orderBy(desc(editions.number));
    const withdrawing = as('Ada', { at: '2026-09-22T09:00:00Z', today: '2026-09-22' });
    const reason = 'It was another council’s.';
    await withdrawEdition(db, withdrawing, { service: 'buses', number: 2, reason });
    expect(later).toHaveLength(3);
    expect(await departureOf(db, 'bus-02', end('2026-09-21'))).not.toBeNull();
    expect(await departureOf(db, 'bus-02', end('2026-09-22'))).toBeNull();
    expect(await lastRowOf(db, 'bus-01', end('2026-09-21'))).toMatchObject({ edition: 3 });
    expect(await lastRowOf(db, 'bus-01', end('2026-09-22'))).toMatchObject({ edition: 3 });
    await nameSource(db, server, { code: 'bus-01', source: 'The depots’ own count', ownerRole: 'Head of Buses' });
    expect(await publish('2026-09-25')).toEqual({ number: 4 });
    expect(await db.$count(departures)).toBe(2);
    expect(await departureOf(db, 'bus-02', end('2026-09-25'))).toMatchObject({ edition: 4 });
  });
});

test('an edition that is withdrawn does not hold the last day back; one that stands does', async () => {
  const before = { code: 'bus-01', retiredOn: '2026-09-23', ...decision };
  expect(await refused(retireMeasure(db, server, before))).toBe(
    'Edition 4 shows this measure as at 25 September 2026: its last day cannot come before that.',
  );
  const withdrawing = as('Ada', { at: '2026-09-26T09:00:00Z', today: '2026-09-26' });
  await withdrawEdition(db, withdrawing, { service: 'buses', number: 4, reason: 'By mistake.' });
  expect(await refused(retireMeasure(db, server, { ...before, retiredOn: '2026-09-20' }))).toMatch(/^Edition 3 shows/);
  expect(await refused(retireMeasure(db, server, before))).toBe('accepted');
});

test('the record holds', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
});
