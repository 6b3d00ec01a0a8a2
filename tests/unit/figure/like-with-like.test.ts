import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeRow } from '@/lib/edition/freeze-row';
import { comparators, type MeasureFacts } from '@/lib/measure/measure';
import { alikeInLength, covered, type Span, spanOf } from '@/lib/measure/span';
import { comparatorOf } from '@/lib/series/compared-figure';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { councilYear } from '@/lib/time/council-year';
import { endOf, frequencies, type Period, periodContaining, shift, windows } from '@/lib/time/period';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };

/** The row of a measure with these figures, the newest first, each a period before the one before it. */
function rowOf(more: Partial<MeasureRecord>, latest: string, values: (string | null)[], at = cut) {
  const measure = recordOf({ unit: 'number', scale: null, ...more });
  const readings = values.map((value, index) => {
    const { start } = shift({ frequency: measure.frequency, start: latest }, -index);
    return signed(start, value);
  });
  const record = { ...measure, readings, periodsHere: readings.map(({ periodStart }) => periodStart) };
  return { row: freezeRow(record, at), record };
}

describe('like is compared with like', () => {
  test('a year to date of 4 months is not compared with the 12 of last year, but with 4', () => {
    const values = ['40', ...Array(11).fill('1'), '30'];
    const year = rowOf({ window: 'ytd', outturns: [{ year: 2017, value: '100' }] }, '2018-07-01', values);
    expect(year.row.travel.sentence).toBe(
      'Cannot be compared: 4 months (1 April to 31 July 2018) against 12 (2017/18).',
    );
    expect(year.row.previous).toMatchObject({ text: '100', label: '2017/18' });
    const period = rowOf({ window: 'ytd', comparator: 'previous_period' }, '2018-04-01', ['5', '100']);
    expect(period.row.travel.sentence).toMatch(/^Cannot be compared: 1 month \(1 to 30 April 2018\) against 12 /);
    const same = rowOf({ window: 'ytd', comparator: 'same_period_last_year' }, '2018-07-01', values);
    expect(same.row.travel.sentence).toBe(
      'Improving: 40 from 1 April to 31 July 2018 against 30 from 1 April to 31 July 2017, 10 higher, and higher is better.',
    );
    expect(same.row.previous.label).toBe('Apr to Jul 2017');
  });

  test('a year to date is compared with last year’s outturn once it is whole', () => {
    const wholeYear = rowOf({ window: 'ytd', outturns: [{ year: 2017, value: '90' }] }, '2019-03-01', ['100'], {
      asAt: '2019-04-20',
      comparisonStart: 2017,
    });
    expect(wholeYear.row.travel.direction).toBe('improving');
  });

  test('a month beside a year, as the founding table prints it, names both; not where the months add up', () => {
    const outturns = [{ year: 2017, value: '33' }];
    expect(rowOf({ outturns }, '2018-07-01', ['33']).row.travel.sentence).toBe(
      'No change: 33 in July 2018 against 33 in 2017/18.',
    );
    expect(rowOf({ outturns, periodsAddUp: true }, '2018-07-01', ['33']).row.travel.sentence).toBe(
      'Cannot be compared: 1 month (1 to 31 July 2018) against 12 (2017/18).',
    );
  });

  test('an annual figure is compared with the year before, not with itself: 50, then 40', () => {
    const outturns = [
      { year: 2016, value: '50' },
      { year: 2017, value: '40' },
    ];
    const { row } = rowOf({ frequency: 'annual', outturns, polarity: 'higher' }, '2017-04-01', ['40']);
    expect(row.travel).toMatchObject({
      direction: 'worsening',
      sentence: 'Worsening: 40 in 2017/18 against 50 in 2016/17, 10 lower, and higher is better.',
    });
    expect(row.previous).toMatchObject({ text: '50', label: '2016/17' });
    // Without an outturn, the reading of the year before is that year's figure.
    expect(rowOf({ frequency: 'annual' }, '2017-04-01', ['40', '45']).row.previous).toMatchObject({ text: '45' });
  });

  test('a year that starts in January has an outturn, a label and a comparison year of its own', () => {
    const outturns = [
      { year: 2017, value: '70' },
      { year: 2018, value: '80' },
    ];
    const calendar = { startMonth: 1, outturns };
    const summer = rowOf(calendar, '2018-07-01', ['75']).row;
    expect(summer.previous).toMatchObject({ text: '70', label: '2017' });
    const winter = { asAt: '2019-02-10', comparisonStart: 2017 };
    const row = rowOf(calendar, '2018-12-01', ['80'], winter).row;
    expect(row.previous).toMatchObject({ text: '80', label: '2018' });
    expect(row.travel.sentence).toMatch(
      /December 2018 is itself part of 2018, so this compares the figure with its own year/,
    );
    expect(rowOf({ ...calendar, startMonth: 9 }, '2018-07-01', ['75']).row.previous.label).toBe('year from Sep 2016');
  });

  test('a period that was answered “method changed” begins a break: the next figure is not compared', () => {
    const measure = recordOf({ comparator: 'same_period_last_year', unit: 'number', scale: null });
    const readings = [
      signed('2018-07-01', '90'),
      signed('2018-06-01', null, { missing: 'method_changed' }),
      ...Array.from({ length: 12 }, (_, i) =>
        signed(shift({ frequency: 'monthly', start: '2018-05-01' }, -i).start, '80'),
      ),
    ];
    const travel = (list: typeof readings) => freezeRow({ ...measure, readings: list }, cut).travel;
    expect(travel(readings).sentence).toMatch(/^Cannot be compared: .* because there is a break in the series/);
    const [first, , ...rest] = readings;
    if (!first) throw new Error('no reading');
    expect(travel([first, signed('2018-06-01', null), ...rest]).direction).toBe('improving');
  });
});

const measures = fc.record({
  frequency: fc.constantFrom(...frequencies),
  window: fc.constantFrom(...windows),
  startMonth: fc.constantFrom(1, 4, 9),
  comparator: fc.constantFrom(...comparators),
  periodsAddUp: fc.boolean(),
  compareAs: fc.constantFrom('shown' as const, 'stored' as const),
});
type Random = Pick<MeasureFacts, 'frequency' | 'window' | 'startMonth' | 'comparator' | 'compareAs'>;

/** The days that the earlier figure covers, worked out anew from what the cell is labelled with. */
function comparedSpan(measure: MeasureFacts, latest: Period, at: typeof cut): Span {
  if (measure.comparator === 'previous_period') return spanOf(shift(latest, -1), measure);
  const inYear = { monthly: 12, quarterly: 4, termly: 3, half_yearly: 2, annual: 1 }[measure.frequency];
  if (measure.comparator === 'same_period_last_year') return spanOf(shift(latest, -inYear), measure);
  const own = periodContaining(measure.frequency === 'annual' ? latest.start : at.asAt, {
    frequency: 'annual',
    startMonth: measure.startMonth,
  });
  return spanOf(shift(own, -1), measure);
}

test('of no window, frequency, year or comparator are two figures of unlike length compared, but for the one exception, which names both', () =>
  fc.assert(
    fc.property(
      measures,
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 700 }),
      (random: Random & { periodsAddUp: boolean }, figures, back) => {
        const asAt = new Date(Date.UTC(2018, 7, 17) - back * 86_400_000).toISOString().slice(0, 10);
        const at = { asAt, comparisonStart: councilYear(asAt).start - 1 };
        const since = random.window === 'since' ? '2001-01-01' : null;
        const calendar = { frequency: random.frequency, startMonth: random.startMonth };
        const latest = shift(periodContaining(asAt, calendar), -1);
        const outturns = Array.from({ length: 8 }, (_, n) => ({ year: 2012 + n, value: String(n * 7) }));
        const values = figures.map((figure) => String(figure / 10));
        const { row, record } = rowOf({ ...random, since, outturns, targets: [] }, latest.start, values, at);
        expect(row.period?.range).toBe(covered(latest, record));
        const compared = comparatorOf(record, record.readings, at);
        if (row.travel.direction === null) return;
        const [ours, theirs] = [spanOf(latest, record), comparedSpan(record, latest, at)];
        if (alikeInLength(ours, theirs)) return;
        expect(random.comparator).toBe('previous_year');
        expect(['single', 'snapshot', 'since']).toContain(random.window);
        expect(random.periodsAddUp).toBe(false);
        expect(row.travel.sentence).toContain(compared.when);
        expect(row.travel.sentence).toMatch(/ (in|at|from) .+ against .+ in /);
        expect(endOf(latest) < asAt).toBe(true);
      },
    ),
    { numRuns: 600 },
  ));
