import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedMeasure, CountedReading, ShownReading, Total } from '@/lib/disclosure/counted-measure';
import { hiddenNumbers } from '@/lib/disclosure/hidden-numbers';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { largeService } from '../../support/disclosure/large-service';
import { countedMeasure, randomService } from '../../support/disclosure/random-service';
import { processorTime } from '../../support/processor-time';

const count = { unit: 'number', scale: null, numeratorLabel: null, denominatorLabel: null } as const;

const hiddenIn = (measure: CountedMeasure) => hiddenOf([measure], [])[0];

/** What is hidden of the only reading of a measure. */
const one = (differences: Partial<CountedMeasure>, reading: Partial<CountedReading>) =>
  hiddenIn(countedMeasure('m', differences, [reading]))?.readings[0] ?? null;

describe('a small count of people', () => {
  test('3 of 389 plans: 0.8% can only be 3, so that the value is hidden with the count', () => {
    const hidden = one({ decimals: 1 }, { numerator: '3', denominator: '389' });
    expect(hidden).toMatchObject({
      parts: ['value', 'numerator'],
      decimals: null,
      because: 'small',
      hidesSignal: true,
    });
  });

  test('5 custodial sentences of 27,023 stay Green: 1 to 5 of them would all be', () => {
    const target = { shape: 'at_most', green: '0.2', amber: null } as const;
    const rate = {
      unit: 'per_1000',
      scale: 1000,
      decimals: 2,
      polarity: 'lower',
      numeratorLabel: 'sentences',
    } as const;
    const hidden = one(rate, { numerator: '5', denominator: '27023', target });
    expect(hidden).toMatchObject({ parts: ['value', 'numerator'], decimals: null, hidesColour: false });
  });

  test('5 of 5 young offenders: all of so few are hidden with how many they are, and with the colour that says all', () => {
    const target = { shape: 'at_least', green: '100', amber: null } as const;
    const hidden = one({}, { numerator: '5', denominator: '5', target });
    expect(hidden).toMatchObject({ parts: ['value', 'numerator', 'denominator'], decimals: null, hidesColour: true });
  });

  test.each([
    ['88', '91'],
    ['361', '362'],
  ])('%s of %s: the few who are left are hidden too', (numerator, denominator) => {
    expect(one({}, { numerator, denominator })).toMatchObject({ parts: ['value', 'numerator'], because: 'small' });
  });

  test.each([
    ['0', '20', false],
    ['20', '20', false],
    ['0', '19', true],
    ['19', '19', true],
    ['6', '12', false],
    ['6', '11', true],
    ['200', '267', false],
  ])('%s of %s is hidden: %s', (numerator, denominator, isHidden) => {
    expect(one({}, { numerator, denominator }) !== null).toBe(isHidden);
  });

  test('3 children took 500 days: how many they are is hidden, and 166.7 becomes 167, since no other number of children gives 166.7', () => {
    const days = { unit: 'days', scale: 1, decimals: 1, numeratorLabel: 'took … days' } as const;
    expect(one(days, { numerator: '500', denominator: '3' })).toMatchObject({
      parts: ['value', 'numerator', 'denominator'],
      decimals: 0,
    });
    expect(one(days, { numerator: '3834', denominator: '23' })).toBeNull();
  });

  test('0 is shown, 5 is hidden, 6 is shown; with a threshold of 1, 1 and 2 are hidden, since 1 alone would say itself', () => {
    const at = (value: string, threshold = 5) => {
      const policy = { method: 'hide', threshold, reason: 'Few.', decidedBy: 'Ada', decidedOn: '2018-03-01' } as const;
      return one({ ...count, policy }, { value }) !== null;
    };
    expect(['0', '1', '5', '6'].map((value) => at(value))).toEqual([false, true, true, false]);
    expect(['0', '1', '2', '3'].map((value) => at(value, 1))).toEqual([false, true, true, false]);
  });

  test('homes, and counts that are decided to be shown, are not hidden; nor is an exception', () => {
    expect(one({ ...count, policy: null }, { value: '3' })).toBeNull();
    const show = { method: 'show', threshold: 5, reason: 'Staff.', decidedBy: 'Ada', decidedOn: '2018-03-01' } as const;
    expect(one({ ...count, policy: show }, { value: '3' })).toBeNull();
    const exceptions = [{ start: '2018-04-01', revision: 0, reason: 'The family asked for it.' }];
    expect(one({ ...count, exceptions }, { value: '3' })).toBeNull();
  });
});

describe('what gives a hidden count away', () => {
  const row = (code: string, value: string) => countedMeasure(code, count, [{ value }]);
  const sum = (code: string, ...parts: string[]): Total => ({
    whole: { code, part: 'value' },
    parts: parts.map((part) => ({ code: part, part: 'value' })),
  });
  const hiddenRows = (rows: CountedMeasure[], wholes: Total[]) =>
    hiddenOf(rows, wholes).flatMap(({ code, readings }) =>
      readings.some(({ parts }) => parts.length > 0) ? [code] : [],
    );

  test('a total: another row is hidden with the small one', () => {
    expect(
      hiddenRows([row('all', '20'), row('a', '3'), row('b', '10'), row('c', '7')], [sum('all', 'a', 'b', 'c')]),
    ).toHaveLength(2);
  });

  test.each([
    ['1', '1', '2'],
    ['5', '5', '10'],
  ])('%s and %s make %s, which says both: the total is hidden too', (a, b, all) => {
    expect(hiddenRows([row('all', all), row('a', a), row('b', b)], [sum('all', 'a', 'b')])).toEqual(['all', 'a', 'b']);
  });

  test('4 and 4 make 8: each could be 3, 4 or 5, so that the total stays', () => {
    expect(hiddenRows([row('all', '8'), row('a', '4'), row('b', '4')], [sum('all', 'a', 'b')])).toEqual(['a', 'b']);
  });

  test('a year to date: 41 in May after 38 in April would tell of 3 in May', () => {
    const ytd = { ...count, window: 'ytd' } as const;
    const readings = [
      { start: '2018-06-01', value: '60' },
      { start: '2018-05-01', value: '41' },
      { start: '2018-04-01', value: '38' },
    ];
    const hidden = hiddenIn(countedMeasure('m', ytd, readings));
    expect(hidden?.readings.filter(({ parts }) => parts.length > 0)).toHaveLength(1);
    expect(hidden?.readings.some(({ start, parts }) => start === '2018-06-01' && parts.length > 0)).toBe(false);
  });

  test('a correction: 218 after 216 would tell of 2, so that the figure that was corrected goes', () => {
    const hidden = hiddenIn(countedMeasure('m', count, [{ revision: 1, value: '218' }, { value: '216' }]));
    expect(hidden?.readings).toMatchObject([{ revision: 0, parts: ['value'], because: 'other' }]);
  });

  test('a year: three quarters and their total would tell the fourth', () => {
    const yearly = {
      ...count,
      frequency: 'quarterly',
      periodsAddUp: true,
      outturns: [{ year: 2018, value: '63' }],
    } as const;
    const readings = ['2019-01-01', '2018-10-01', '2018-07-01', '2018-04-01'].map((start, at) => ({
      start,
      value: ['20', '3', '19', '21'][at] as string,
    }));
    const hidden = hiddenIn(countedMeasure('m', { ...yearly, outturns: [...yearly.outturns] }, readings));
    expect(
      (hidden?.readings.filter(({ parts }) => parts.length > 0).length ?? 0) + (hidden?.outturns.length ?? 0),
    ).toBe(2);
  });

  test('a year to date is its last month: 4 in March hides the final figure', () => {
    const ytd = { ...count, window: 'ytd', outturns: [{ year: 2017, value: '4' }] } as const;
    const hidden = hiddenIn(
      countedMeasure('m', { ...ytd, outturns: [...ytd.outturns] }, [{ start: '2018-03-01', value: '4' }]),
    );
    expect(hidden?.outturns).toMatchObject([{ year: 2017 }]);
  });

  test('no change from a figure that is shown: the direction would say the count, so that it is hidden', () => {
    const readings = [
      { start: '2018-05-01', value: '3' },
      { start: '2018-04-01', value: '6' },
    ];
    expect(hiddenIn(countedMeasure('m', count, readings))?.readings).toMatchObject([{ hidesTravel: false }]);
    const rising = [
      { start: '2018-05-01', value: '6' },
      { start: '2018-04-01', value: '3' },
    ];
    expect(hiddenIn(countedMeasure('m', count, rising))?.readings).toMatchObject([{ start: '2018-04-01' }]);
    const fromNone = [
      { start: '2018-06-01', value: '1' },
      { start: '2018-05-01', value: '4' },
      { start: '2018-04-01', value: '0' },
    ];
    expect(hiddenIn(countedMeasure('m', count, fromNone))?.readings).toMatchObject([
      { start: '2018-06-01', hidesTravel: true },
      { start: '2018-05-01', hidesTravel: false },
    ]);
  });

  test('at most 1 is Green: that colour would say 1, so that none of 1 to 5 has a colour', () => {
    const target = { shape: 'at_most', green: '1', amber: null } as const;
    const colours = ['1', '3'].map((value) => one({ ...count, polarity: 'lower' }, { value, target })?.hidesColour);
    expect(colours).toEqual([true, true]);
  });

  test('what was public already is hidden from now on, and staff are told that it cannot be taken back', () => {
    const known: ShownReading = {
      start: '2018-04-01',
      revision: 0,
      target: null,
      value: '3',
      numerator: null,
      denominator: null,
      decimals: null,
      colour: false,
    };
    const rows = [row('all', '20'), { ...row('a', '3'), alreadyPublic: [known] }, row('b', '17')];
    const hidden = hiddenOf(rows, [sum('all', 'a', 'b')]);
    expect(hidden.map(({ readings }) => readings.length)).toEqual([0, 1, 0]);
    expect(hidden[1]?.alreadyTold).toEqual([
      'The figure for April 2018 was published before it was hidden, and hiding it now cannot take that back.',
    ]);
  });
});

test('nothing is hidden where no measure counts people, and the same services give the same answer in the same order', () => {
  fc.assert(
    fc.property(randomService, ({ service, wholes }) => {
      const hidden = hiddenOf(service, wholes);
      expect(hiddenOf(structuredClone(service), structuredClone(wholes))).toEqual(hidden);
      expect(hidden.map(({ code }) => code)).toEqual(service.map(({ code }) => code));
      const nobody = service.map((measure) => ({ ...measure, policy: null }));
      expect(hiddenOf(nobody, wholes).flatMap(({ readings, outturns }) => [...readings, ...outturns])).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the numbers that words must not say: the count, the rest, and the value', () => {
  const measure = countedMeasure('m', { decimals: 1 }, [{ numerator: '3', denominator: '389' }]);
  expect(hiddenNumbers(measure, hiddenOf([measure], [])[0] as never)).toEqual([
    { value: '3', what: 'people of m that were counted by m' },
    { value: '386', what: 'the rest of the people of m' },
    { value: '0.8', what: 'the figure itself' },
  ]);
});

test('50 measures with 48 months each are weighed in a moment', () => {
  const { service, wholes } = largeService();
  hiddenOf(service, wholes);
  const time = processorTime(() => hiddenOf(service, wholes));
  console.log(`50 measures of 48 months: ${Math.round(time)} ms of the processor`);
  expect(time).toBeLessThan(1500);
});
