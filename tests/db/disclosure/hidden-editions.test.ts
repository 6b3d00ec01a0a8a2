import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { decideForMeasure, decideForService } from '@/db/commands/disclosure/decide';
import { askException, confirmException } from '@/db/commands/disclosure/exceptions';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { hiddenNumbersOf } from '@/db/facts/disclosure/hidden-numbers-of';
import { measurePage } from '@/db/queries/measure/measure-page';
import { frozenPage, readingsPublished } from '@/db/queries/published/measures';
import { releasePage } from '@/db/queries/release/release-page';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { verifyRecord } from '@/db/queries/verify/verify';
import { disclosureDecisions, disclosureExceptions, editionReadings, editionRows, editionSheets } from '@/db/schema';
import { canonical } from '@/lib/record/canonical';
import { countingCouncil, decided } from '../../support/council/counting-council';
import { today } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, id, person, few, buses, measures } = await countingCouncil(db, { buses: 4, counting: 3 });
const why = 'Hidden, because it could tell of 1 to 5 people.';
const publish = async (hour: number) => {
  const at = `2026-08-17T${hour}:00:00Z`;
  return publishAsIs(db, { actorId: id.Ada, publisher: 'performance officer', service: 'buses', asAt: today, at });
};
/** Everything that an edition froze of a measure, as one text. */
const frozenText = async (editionId: number, code: string) => {
  const page = await frozenPage(db, editionId, code);
  const readings = await db.select().from(editionReadings).where(eq(editionReadings.editionId, editionId));
  return canonical({ page, readings: readings.filter((row) => row.code === code).map(({ reading }) => reading) });
};
const rowOf = async (editionId: number, code: string) => (await frozenPage(db, editionId, code))?.row;

await decideForService(db, as('Ada'), { service: 'buses', decision: decided(), was: 0 });
await few('bus-01');
const first = await publish(10);

describe('3 of 40 passengers, in a measure whose small counts are hidden', () => {
  test('are in nothing that the edition froze', async () => {
    expect((await rowOf(first.id, 'bus-01'))?.current).toEqual({
      text: null,
      why,
      marker: 'c',
      hidden: true,
      marks: [],
    });
    const text = await frozenText(first.id, 'bus-01');
    expect(text).not.toMatch(/"numerator":"3"|"3"|3 of 40|"8"|8%|37|7\.5/);
    const [reading] = await readingsPublished(db, { editionId: first.id, code: 'bus-01', most: 9 });
    expect(reading).toMatchObject({ value: null, numerator: null, hidden: { why } });
  });

  test('stay on the pages of the staff, beside what the public sees', async () => {
    const desk = await measurePage(db, await person('Olive'), 'bus-01', today);
    expect(desk?.row.current.text).toBe('8%');
    expect(desk?.hidden).toEqual([
      expect.objectContaining({
        period: 'Jul 2026',
        figure: expect.stringContaining('3 of 40'),
        shown: '[c] hidden, Red',
        why,
      }),
    ]);
    const working = await workingScorecard(db, await person('Olive'), 'buses', today);
    const rows = working?.groups.flatMap((group) => group.rows) ?? [];
    const row = rows.find(({ readiness }) => readiness.code === 'bus-01');
    expect(row?.published).toMatchObject({ text: '8%', publicly: '[c] hidden' });
  });

  test('are numbers that its words must not say', async () => {
    const reading = { start: '2026-07-01', revision: 0, value: null, numerator: '4', denominator: '40', target: null };
    const measureId = measures[0]?.id ?? 0;
    const numbers = await hiddenNumbersOf(
      db,
      { measure: { id: measureId, serviceId: buses.id, countsPeople: true }, reading },
      today,
      'signed',
    );
    expect(numbers.map(({ value }) => value)).toEqual(expect.arrayContaining(['4', '36', '10']));
  });

  test('are shown by the next edition, and counted, once an exception is confirmed', async () => {
    await askException(db, as('Olive'), { code: 'bus-01', periodStart: '2026-07-01', reason: 'The family agreed.' });
    const [exception] = await db.select().from(disclosureExceptions);
    await confirmException(db, as('Hana'), { id: exception?.id ?? 0 });
    const before = await frozenText(first.id, 'bus-01');
    const second = await publish(11);
    expect(await rowOf(second.id, 'bus-01')).toMatchObject({ current: { text: '8%' }, excepted: 1 });
    const [reading] = await readingsPublished(db, { editionId: second.id, code: 'bus-01', most: 9 });
    expect(reading).toMatchObject({ value: '8', numerator: '3', again: true });
    expect(await frozenText(first.id, 'bus-01')).toBe(before);
  });
});

test('what an edition showed is hidden by the next, which says to the staff that it cannot be taken back', async () => {
  const [standard] = await db.select().from(disclosureDecisions).orderBy(asc(disclosureDecisions.id));
  expect(standard?.method).toBe('hide');
  await decideForMeasure(db, as('Ada'), { code: 'bus-02', decision: decided({ method: 'show' }), was: 0 });
  await few('bus-02');
  const shown = await publish(12);
  expect((await rowOf(shown.id, 'bus-02'))?.current.text).toBe('8%');
  const newest = await db.$count(disclosureDecisions);
  await decideForMeasure(db, as('Ada'), { code: 'bus-02', decision: decided(), was: newest });
  const page = await releasePage(db, await person('Ada'), 'buses', today);
  expect(page?.findings.warnings.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^Measure 2: The figure for July 2026 was published before it was hidden/),
  );
  expect(page?.differences.map(({ sentence }) => sentence)).toContain('Jul 2026 is hidden now.');
  expect(page?.hidden).toEqual([expect.objectContaining({ code: 'bus-02', shown: '[c] hidden, Red' })]);
  const hidden = await publish(13);
  expect((await rowOf(hidden.id, 'bus-02'))?.current).toMatchObject({ text: null, hidden: true });
  const [reading] = await readingsPublished(db, { editionId: hidden.id, code: 'bus-02', most: 9 });
  expect(reading).toMatchObject({ value: null, numerator: null, again: true, hidden: { why } });
});

test('a measure that counts no people is frozen as ever, and the record holds', async () => {
  const rows = await db.select({ row: editionRows.row }).from(editionRows).where(eq(editionRows.code, 'bus-04'));
  const sheets = await db.select().from(editionSheets).where(eq(editionSheets.code, 'bus-04'));
  expect(canonical({ rows, sheets })).not.toMatch(/"hidden"|"rounded"|"excepted"/);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
