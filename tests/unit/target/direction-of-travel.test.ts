import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureFacts } from '@/lib/measure/measure';
import { spanOf } from '@/lib/measure/span';
import { breaks, type Comparison, inYear, lengthsApart, polarityBy, travel } from '@/lib/target/direction-of-travel';
import { facts } from '../../support/reference/measure-facts';

const against = (
  value: string | null,
  then: string | null,
  more: Partial<MeasureFacts> = {},
  rest: Partial<Comparison> = {},
) =>
  travel({
    value,
    comparator: { value: then, label: '2017/18' },
    measure: facts({ unit: 'number', ...more }),
    ...rest,
  });

describe('direction of travel', () => {
  test('83 against 80 with lower better is worsening, by 3', () =>
    expect(against('83', '80', { polarity: 'lower' })).toEqual({
      direction: 'worsening',
      colour: 'red',
      sentence: 'Worsening: 83 against 80 in 2017/18, 3 higher, and lower is better.',
    }));

  test('506 days against 552 is improving, by 46 days', () =>
    expect(against('505.6', '552', { unit: 'days', polarity: 'lower' })).toEqual({
      direction: 'improving',
      colour: 'green',
      sentence: 'Improving: 506 days against 552 days in 2017/18, 46 days lower, and lower is better.',
    }));

  test('216 of 267 = 80.899 is shown as 81 and equals 81: no change, Green', () =>
    expect(against('80.899', '81', { unit: 'percent' })).toEqual({
      direction: 'no_change',
      colour: 'green',
      sentence: 'No change: 81% against 81% in 2017/18.',
    }));

  test('14.3% against 16% is 1.7 percentage points lower', () =>
    expect(against('14.3', '16', { unit: 'percent', decimals: 1, polarity: 'lower' }).sentence).toBe(
      'Improving: 14.3% against 16.0% in 2017/18, 1.7 percentage points lower, and lower is better.',
    ));

  test('inside a band of 2 is no change, its end included, and 3 is not', () => {
    expect(against('78', '80', { noChangeBand: '2' })).toEqual({
      direction: 'no_change',
      colour: 'green',
      sentence: 'No change: 78 against 80 in 2017/18, 2 lower, which is within the 2 that count as no change.',
    });
    expect(against('77', '80', { noChangeBand: '2' }).direction).toBe('worsening');
  });

  test('without polarity 92 against 95 is decreasing, with no colour', () => {
    expect(against('92', '95', { polarity: 'none' })).toEqual({
      direction: 'decreasing',
      colour: null,
      sentence: 'Decreasing: 92 against 95 in 2017/18, 3 lower, and neither higher nor lower is better.',
    });
    expect(against('98', '95', { polarity: 'none' }).direction).toBe('increasing');
    expect(against('95', '95', { polarity: 'none' })).toMatchObject({ direction: 'no_change', colour: null });
  });

  test('what cannot be compared says why', () => {
    expect(against(null, '80', {}, { whyNoValue: 'it was not collected' })).toEqual({
      direction: null,
      colour: null,
      sentence: 'Cannot be compared: there is no current figure, because it was not collected.',
    });
    expect(
      against('83', null, {}, { comparator: { value: null, label: '2017/18', why: 'the measure began in April 2018' } })
        .sentence,
    ).toBe('Cannot be compared: there is no figure for 2017/18, because the measure began in April 2018.');
    expect(against('83', '80', {}, { break: breaks.series })).toEqual({
      direction: null,
      colour: null,
      sentence:
        'Cannot be compared: this figure and the one for 2017/18 are not alike, because there is a break in the series between them.',
    });
  });

  test('January to March 2018 is itself part of 2017/18, and the sentence says so', () => {
    const quarter = { frequency: 'quarterly', start: '2018-01-01' } as const;
    const council = { from: '2017-04-01', until: '2018-03-31' };
    expect(inYear(quarter, council)).toBe(true);
    expect(inYear({ ...quarter, start: '2018-04-01' }, council)).toBe(false);
    expect(inYear({ frequency: 'annual', start: '2017-09-01' }, council)).toBe(false);
    expect(inYear({ frequency: 'annual', start: '2016-09-01' }, council)).toBe(false);
    // A year that starts in January is a comparison year as well.
    expect(inYear(quarter, { from: '2018-01-01', until: '2018-12-31' })).toBe(true);
    expect(inYear(quarter, { from: '2017-01-01', until: '2017-12-31' })).toBe(false);
    const found = against('85', '85', { unit: 'percent' }, { selfComparison: true, period: 'January to March 2018' });
    expect(found.direction).toBe('no_change');
    expect(found.sentence).toBe(
      'No change: 85% against 85% in 2017/18; January to March 2018 is itself part of 2017/18, so this compares the figure with its own year.',
    );
  });

  test('a year to date of 4 months is never compared with 12, nor April with March, and both spans are named', () => {
    const ytd = facts({ window: 'ytd' });
    const span = (start: string) => spanOf({ frequency: 'monthly', start }, ytd);
    const july = { span: span('2018-07-01'), words: '1 April to 31 July 2018' };
    const year = { span: { from: '2017-04-01', until: '2018-03-31' }, words: '2017/18' };
    expect(lengthsApart(july, year)).toBe('4 months (1 April to 31 July 2018) against 12 (2017/18)');
    expect(lengthsApart({ span: span('2018-03-01'), words: 'so far' }, year)).toBeNull();
    expect(lengthsApart(july, { span: span('2017-07-01'), words: 'then' })).toBeNull();
    expect(lengthsApart({ span: span('2018-04-01'), words: 'now' }, { span: span('2018-03-01'), words: 'then' })).toBe(
      '1 month (now) against 12 (then)',
    );
    expect(against('50', '40', {}, { lengths: '4 months against 12' })).toEqual({
      direction: null,
      colour: null,
      sentence: 'Cannot be compared: 4 months against 12.',
    });
  });

  test('compared as stored, 98.04 is better than 98.01 although both are shown as 98.0', () => {
    const shown = { unit: 'percent', decimals: 1 } as const;
    expect(against('98.04', '98.01', shown).direction).toBe('no_change');
    expect(against('98.04', '98.01', { ...shown, compareAs: 'stored' })).toEqual({
      direction: 'improving',
      colour: 'green',
      sentence: 'Improving: 98.04% against 98.01% in 2017/18, 0.03 percentage points higher, and higher is better.',
    });
  });

  describe('a range of 30 to 40 is met from both sides', () => {
    const target = { shape: 'between', green: '30', greenTo: '40', amber: null, amberTo: null } as const;
    const ranged = (value: string, then: string) => against(value, then, {}, { target });

    test('60 after 50 is further away, although the measure says that higher is better', () =>
      expect(ranged('60', '50')).toEqual({
        direction: 'worsening',
        colour: 'red',
        sentence:
          'Worsening: 60 against 50 in 2017/18, 10 higher, further from the range 30 to 40 (20 away now, 10 away then).',
      }));

    test('45 after 20 is nearer; 25 after 45 is as near; 31 after 39 lies in it as well', () => {
      expect(ranged('45', '20').direction).toBe('improving');
      expect(ranged('25', '45')).toMatchObject({ direction: 'no_change', colour: 'green' });
      expect(ranged('31', '39').sentence).toBe(
        'No change: 31 against 39 in 2017/18, 8 lower, both within the range 30 to 40.',
      );
      expect(ranged('35', '28').sentence).toMatch(/\(within it now, 2 away then\)\.$/);
    });

    test('a watched measure is not judged by its range, and nearest without a target only goes up or down', () => {
      expect(polarityBy('none', target)).toBe('none');
      expect(polarityBy('higher', { shape: 'at_least', green: '30', amber: null })).toBe('higher');
      expect(against('60', '50', { polarity: 'nearest' })).toMatchObject({ direction: 'increasing', colour: null });
    });
  });

  const tenths = fc.integer({ min: -5000, max: 5000 }).map((n) => String(n / 10));
  const opposite = { improving: 'worsening', worsening: 'improving', no_change: 'no_change' } as const;

  test('turning the polarity turns the direction, and nothing else', () =>
    fc.assert(
      fc.property(tenths, tenths, fc.constantFrom(null, '0.5', '3'), (value, then, noChangeBand) => {
        const up = against(value, then, { polarity: 'higher', noChangeBand }).direction as keyof typeof opposite;
        expect(against(value, then, { polarity: 'lower', noChangeBand }).direction).toBe(opposite[up]);
      }),
    ));

  test('swapping the two figures turns the direction', () =>
    fc.assert(
      fc.property(tenths, tenths, (value, then) => {
        const there = against(value, then).direction as keyof typeof opposite;
        expect(against(then, value).direction).toBe(opposite[there]);
      }),
    ));
});
