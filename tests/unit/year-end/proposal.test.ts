import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { periodsOfYear } from '@/lib/series/measure-year';
import { isCertain, proposeOutturn } from '@/lib/year-end/proposal';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const months = periodsOfYear({ frequency: 'monthly', startMonth: 4 }, 2018).map(({ start }) => start);
const parts = (start: string, numerator: number, denominator: number, more: Partial<ReadingRecord> = {}) =>
  signed(start, null, { missing: null, numerator: String(numerator), denominator: String(denominator), ...more });
const propose = (readings: ReadingRecord[], more: Partial<MeasureRecord> = {}) =>
  proposeOutturn(recordOf({ ...more, readings }), 2018, [{ start: '2019-03-01', revision: 0, person: 'Olive Turner' }]);
/** 4,268 of 4,290 in twelve months, of very different sizes. */
const year = months.map((start, index) => parts(start, index === 0 ? 3_168 : 100, index === 0 ? 3_168 : 102));

describe('single periods', () => {
  test('are pooled: 4,268 of 4,290 is 99.487…%, and never the mean of twelve rates', () => {
    const { value, how, words, open } = propose(year);
    expect([value?.slice(0, 8), how, words, open]).toEqual([
      '99.48717',
      'pooled',
      'Pooled: 4,268 of 4,290 in the 12 months',
      [],
    ]);
  });

  test('that add up are added: twelve times 5 is 60', () => {
    const counts = months.map((start) => signed(start, '5'));
    const { value, words } = propose(counts, { periodsAddUp: true, scale: null, unit: 'number' });
    expect([value, words]).toEqual(['60', 'Added up: the 12 months']);
  });

  test('without parts are typed', () => {
    const { value, how, open } = propose(months.map((start) => signed(start, '90')));
    expect([value, how, open]).toEqual([
      null,
      'typed',
      [{ kind: 'typed', sentence: 'No parts are kept, so the 12 months cannot be pooled' }],
    ]);
  });

  test('across a break are typed, and those of part of a year are not certain', () => {
    const broken = propose(year, { breaks: [{ start: '2018-10-01', reason: 'Trams left.' }] });
    expect(broken.open[0]?.sentence).toBe(
      'The 12 months are not alike, because there is a break in the series between them',
    );
    const late = propose(year, { requiredFrom: '2018-08-01' });
    expect(late.words).toBe('Pooled: 800 of 816 in the 8 months');
    expect(late.open).toEqual([
      { kind: 'part_of_year', sentence: 'Only 8 of its 12 months are counted, from August 2018' },
    ]);
  });

  test('a month in which nobody was counted adds nothing: 0 of 0 is no reason to wait', () => {
    const none = parts('2018-05-01', 0, 0, { missing: 'not_applicable' });
    const { value, open } = propose(year.map((reading) => (reading.periodStart === '2018-05-01' ? none : reading)));
    expect([value?.slice(0, 7), open]).toEqual(['99.5224', []]);
  });

  test('the one period of an annual measure is its year', () => {
    const { value, words, open } = propose([signed('2018-04-01', '62')], { frequency: 'annual' });
    expect([value, words, open]).toEqual(['62', 'The figure of April 2018 to March 2019', []]);
  });
});

describe('what waits', () => {
  test('a period that is not here is named, with the day and the person', () => {
    const { value, open } = propose(year.slice(0, 11));
    expect(value).toBeNull();
    expect(open).toEqual([
      { kind: 'missing', sentence: 'March 2019 is not here yet: due 14 April 2019, with Olive Turner' },
    ]);
  });

  test('a provisional figure, a suppressed one and a correction on its way', () => {
    const some = (index: number, more: Partial<ReadingRecord>) =>
      year.map((reading, at) => (at === index ? { ...reading, ...more } : reading));
    expect(propose(some(3, { provisional: true })).open.map(({ sentence }) => sentence)).toEqual([
      'Pooled: 4,268 of 4,290 in the 12 months; July 2018 is still provisional',
    ]);
    expect(propose(some(3, { illustrative: true })).open.map(({ sentence }) => sentence)).toEqual([
      'Pooled: 4,268 of 4,290 in the 12 months, with figures that were invented for the demonstration',
    ]);
    const hidden = { numerator: null, denominator: null, missing: 'suppressed_at_source' } as const;
    expect(propose(some(11, hidden))).toMatchObject({
      value: null,
      open: [{ kind: 'no_figure', sentence: 'March 2019 has no figure: suppressed at source' }],
    });
    const corrected = proposeOutturn(recordOf({ readings: year }), 2018, [
      { start: '2018-07-01', revision: 1, person: 'Hana Malik for approval' },
    ]);
    expect(corrected.open).toEqual([
      { kind: 'correction', sentence: 'A correction of July 2018 is on its way, with Hana Malik for approval' },
    ]);
    expect(isCertain(corrected)).toBe(false);
  });
});

test.each<[MeasureRecord['window'], string]>([
  ['snapshot', 'The last figure, at 31 March 2019: 209 of 268'],
  ['rolling12', 'The 12 months to 31 March 2019: 209 of 268'],
  ['ytd', 'The year to date, 1 April 2018 to 31 March 2019: 209 of 268'],
  ['since', 'The figure from 1 January 2015 to 31 March 2019: 209 of 268'],
])('of a %s the last figure stands for the year', (window, words) => {
  const readings = [...year.slice(0, 11), parts('2019-03-01', 209, 268)];
  const since = window === 'since' ? '2015-01-01' : null;
  const proposal = propose(readings, { window, since });
  expect([proposal.words, proposal.value?.slice(0, 5), proposal.open]).toEqual([words, '77.98', []]);
  // A gap before it means nothing; without it there is nothing.
  expect(isCertain(propose(readings.slice(5), { window, since }))).toBe(true);
  expect(propose(readings.slice(0, 11), { window, since }).value).toBeNull();
});

const pair = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 5_000 })).map(([a, b]) => ({
  numerator: Math.min(a, b),
  denominator: b,
}));
const wholeYear = fc.array(pair, { minLength: 12, maxLength: 12 });
const readingsOf = (pairs: { numerator: number; denominator: number }[]) =>
  pairs.map(({ numerator, denominator }, index) => parts(months[index] as string, numerator, denominator));

describe('for any year of parts', () => {
  test('the pooled figure lies between the least and the greatest rate, and is exactly Σ over Σ', () => {
    fc.assert(
      fc.property(wholeYear, (pairs) => {
        const value = Number(propose(readingsOf(pairs)).value);
        const rates = pairs.map(({ numerator, denominator }) => (100 * numerator) / denominator);
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
        const [n, d] = pairs.reduce(([a, b], each) => [a + each.numerator, b + each.denominator], [0, 0]);
        expect(value).toBeCloseTo((100 * n) / d, 9);
      }),
    );
  });

  test('it is not the mean of the rates, once one period outweighs the others and differs from them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 0, max: 9 }), (weight, tenths) => {
        const pairs = months.map((_, index) =>
          index === 0 ? { numerator: 10 * weight, denominator: 10 * weight } : { numerator: tenths, denominator: 10 },
        );
        const mean = (100 + 11 * 10 * tenths) / 12;
        expect(Math.abs(Number(propose(readingsOf(pairs)).value) - mean)).toBeGreaterThan(1e-6);
      }),
    );
  });

  test('the order of the periods does not matter', () => {
    const shuffled = wholeYear.chain((pairs) => {
      const readings = readingsOf(pairs);
      const mixed = fc.shuffledSubarray(readings, { minLength: 12, maxLength: 12 });
      return fc.tuple(fc.constant(readings), mixed);
    });
    fc.assert(
      fc.property(shuffled, ([readings, mixed]) => {
        expect(propose(mixed)).toEqual(propose(readings));
      }),
    );
  });

  test('a missing period never gives a certain proposal', () => {
    fc.assert(
      fc.property(wholeYear, fc.integer({ min: 0, max: 11 }), fc.boolean(), (pairs, gone, addUp) => {
        const proposal = propose(
          readingsOf(pairs).filter((_, index) => index !== gone),
          { periodsAddUp: addUp },
        );
        expect(isCertain(proposal)).toBe(false);
        expect(proposal.open.map(({ kind }) => kind)).toContain('missing');
      }),
    );
  });
});
