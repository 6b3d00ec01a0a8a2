import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rebaseMeasure } from '@/db/commands/measure/rebase';
import { setScreening } from '@/db/commands/measure/screening';
import { breakSeries } from '@/db/commands/measure/series-breaks';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { factsOf } from '@/db/facts/measure-facts';
import { measures, readings } from '@/db/schema';
import { at, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 2 });
const council = await workingCouncil(db, { buses: 2, from: '2010-01-01' });
const { as, buses, id } = council;
const measureId = council.measures[0]?.id ?? 0;
await db.update(measures).set({ countsPeople: true }).where(eq(measures.id, measureId));

/** Months up to July 2026, the latest first: 100 of 90% and 91% in turn, after 50 of 60%, each out of 1,000. */
await db.execute(sql`
  insert into readings (measure_id, period_start, state, numerator, denominator, authors, submitted_by, submitted_at,
    approved_by, approved_at, approved_hash, published_at)
  select ${measureId}, (date '2026-07-01' - make_interval(months => m))::date, 'published',
    case when m >= 100 then 600 when m % 2 = 0 then 900 else 910 end, 1000, array[${id.Olive}::int], ${id.Olive}, now(),
    ${id.Hana}, now(), repeat('0', 64), now()
  from generate_series(0, 149) m`);
const begun = '2018-04-01';

const process = async () => {
  const next = await nextEdition(db, buses, today, 'signed');
  const found = next.pages[0]?.sheet.process;
  if (found?.refused !== null) throw new Error('refused');
  return found;
};
const record = async () => (await factsOf(db, { measureId }, today, 'signed'))[0];

test('without a baseline all 150 figures are worked with: (50 × 60 + 50 × 90 + 50 × 91) ÷ 150 = 80.33', async () => {
  const { starts, segments, restarts } = await process();
  expect([starts.length, starts[0], restarts]).toEqual([150, '2014-02-01', []]);
  expect(segments.map(({ centre, count }) => [Number(centre).toFixed(2), count])).toEqual([['80.33', 150]]);
});

test('a baseline 100 months ago, with what was before it left where it is: the mean of all hundred is 90.5', async () => {
  await rebaseMeasure(db, as('Ada'), { code: 'bus-01', periodStart: begun, reason: 'A new timetable.' });
  const { starts, segments, restarts } = await process();
  expect([starts.length, starts[0]]).toEqual([100, begun]);
  expect(restarts).toEqual([{ start: begun, why: 'rebased: A new timetable.' }]);
  expect(segments.map(({ centre, count }) => [centre, count])).toEqual([['90.5', 100]]);
  // Only the figures themselves are fetched beyond the last sixty periods, and none from before the baseline.
  const { readings: latest, earlier } = (await record()) ?? { readings: [] };
  expect([latest.length, earlier?.length, earlier?.[0]?.periodStart]).toEqual([60, 40, begun]);
  expect(Object.keys(earlier?.[0] ?? {}).sort()).toEqual([
    'denominator',
    'illustrative',
    'numerator',
    'periodStart',
    'value',
  ]);
});

test('a break ten months ago leaves the baseline before it whole: 90 figures with their mean, and ten', async () => {
  await breakSeries(db, { who: null, at }, { code: 'bus-01', periodStart: '2025-10-01', reason: 'Trams left.' });
  const { segments } = await process();
  expect(segments.map(({ count, centre }) => [count, centre])).toEqual([
    [90, '90.5'],
    [10, '90.5'],
  ]);
});

test('of a period of long ago the newest revision that is signed counts, and a draft does not', async () => {
  const january = async () => (await record())?.earlier?.find(({ periodStart }) => periodStart === '2019-01-01');
  const figures = { numerator: '100', denominator: '1000', authors: [id.Olive] };
  const revised = { publicNote: 'Counted twice.', revisionReason: 'error' } as const;
  await db.insert(readings).values({ measureId, periodStart: '2019-01-01', revision: 1, ...figures, ...revised });
  expect(await january()).toMatchObject({ numerator: '900' });
  await db
    .update(readings)
    .set({
      state: 'published',
      submittedBy: id.Olive,
      submittedAt: at,
      approvedBy: id.Hana,
      approvedAt: at,
      approvedHash: '0'.repeat(64),
      publishedAt: at,
    })
    .where(eq(readings.revision, 1));
  expect(await january()).toMatchObject({ numerator: '100' });
});

test('a figure of long ago that is approved counts where it is taken in, and the one before it where it is not; invented ones say so', async () => {
  const periodStart = '2019-02-01';
  const february = async (counted: Parameters<typeof factsOf>[3]) =>
    (await factsOf(db, { measureId }, today, counted))[0]?.earlier?.filter(
      (figure) => figure.periodStart === periodStart,
    );
  const signed = {
    state: 'approved',
    submittedBy: id.Olive,
    submittedAt: at,
    approvedBy: id.Hana,
    approvedAt: at,
    approvedHash: '0'.repeat(64),
  } as const;
  const figures = { numerator: '250', denominator: '1000', authors: [id.Olive], illustrative: true };
  const revised = { publicNote: 'Counted twice.', revisionReason: 'error' } as const;
  const [correction] = await db
    .insert(readings)
    .values({ measureId, periodStart, revision: 1, ...figures, ...revised, ...signed })
    .returning({ id: readings.id });
  const before = [{ periodStart, value: null, numerator: '910', denominator: '1000', illustrative: false }];
  const corrected = [{ ...before[0], numerator: '250', illustrative: true }];
  expect(await february({ approved: [] })).toEqual(before);
  expect(await february({ approved: [correction?.id ?? 0] })).toEqual(corrected);
  expect(await february('signed')).toEqual(corrected);
});

test('screening that is turned on is frozen with the next edition', async () => {
  expect((await process()).screening).toBeUndefined();
  await setScreening(db, as('Ada'), { code: 'bus-01', on: true, reason: 'Snow in March.' });
  expect((await process()).screening).toBe('Snow in March.');
});
