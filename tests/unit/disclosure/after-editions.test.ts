import { describe, expect, test } from 'vitest';
import type { CountedMeasure, HiddenReading, ShownReading, Total } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { countedMeasure } from '../../support/disclosure/random-service';

const count = { unit: 'number', scale: null, numeratorLabel: null, denominatorLabel: null } as const;
const ytd = { window: 'ytd', frequency: 'quarterly', decimals: 1 } as const;

/** What an edition showed of a figure. */
const shown = (start: string, more: Partial<ShownReading>): ShownReading => ({
  start,
  revision: 0,
  target: null,
  value: null,
  numerator: null,
  denominator: null,
  decimals: null,
  colour: false,
  ...more,
});

/** What an edition hid of a figure. */
const hid = (start: string, parts: HiddenReading['parts']): HiddenReading => ({
  start,
  revision: 0,
  parts,
  decimals: null,
  hidesColour: true,
  hidesTravel: true,
  hidesSignal: true,
  why: 'Hidden so that another figure cannot be worked out.',
  because: 'other',
});

const partsOf = (measure: CountedMeasure) =>
  Object.fromEntries((hiddenOf([measure], [])[0]?.readings ?? []).map(({ start, parts }) => [start, parts]));
const told = (measure: CountedMeasure) => hiddenOf([measure], [])[0]?.alreadyTold;

describe('what editions have shown and hidden', () => {
  test('109 people are public, whatever is hidden of them by now: the next total, of 113, is hidden', () => {
    const quarters = [
      { start: '2017-01-01', numerator: '97', denominator: '113' },
      { start: '2016-10-01', numerator: '90', denominator: '109' },
    ];
    const october = { alreadyPublic: [shown('2016-10-01', { denominator: '109' })] };
    const hidden = partsOf(countedMeasure('m', { ...ytd, ...october }, quarters));
    expect(hidden['2017-01-01']).toContain('denominator');
    expect(hidden['2016-10-01'] ?? []).not.toContain('denominator');
  });

  test('67 stays public although what it is out of is hidden: 71 after it would tell of 4', () => {
    const quarters = [
      { start: '2018-01-01', numerator: '71', denominator: '169' },
      { start: '2017-10-01', numerator: '67', denominator: '102' },
    ];
    const october = {
      alreadyPublic: [shown('2017-10-01', { numerator: '67' })],
      alreadyHidden: [hid('2017-10-01', ['value', 'denominator'])],
    };
    expect(partsOf(countedMeasure('m', { ...ytd, ...october }, quarters))['2018-01-01']).toContain('numerator');
  });

  test('a row that an edition hid protects the small one still, and no other is hidden in its place', () => {
    const row = (code: string, value: string, more: Partial<CountedMeasure> = {}) =>
      countedMeasure(code, { ...count, ...more }, [{ value }]);
    const part = 'value' as const;
    const wholes: Total[] = [{ whole: { code: 'all', part }, parts: ['a', 'b', 'c'].map((code) => ({ code, part })) }];
    for (const kept of ['b', 'c']) {
      const alreadyHidden = [hid('2018-04-01', ['value'])];
      const rows = [row('all', '20'), row('a', '3'), row('b', '10'), row('c', '7')];
      const service = rows.map((measure) => (measure.code === kept ? { ...measure, alreadyHidden } : measure));
      const hidden = hiddenOf(service, wholes).filter(({ readings }) => readings.some(({ parts }) => parts.length > 0));
      expect(hidden.map(({ code }) => code)).toEqual(['a', kept]);
    }
  });

  test('0.8%, as an edition rounded it, and a colour that it said, are known although they are hidden by now', () => {
    const figures = [{ numerator: '3', denominator: '389' }];
    expect(told(countedMeasure('m', { decimals: 2 }, figures))).toEqual([]);
    const rounded = { decimals: 2, alreadyPublic: [shown('2018-04-01', { decimals: 1 })] };
    expect(told(countedMeasure('m', rounded, figures))).toEqual([expect.stringContaining('can be worked out')]);
    const target = { shape: 'at_most', green: '1', amber: null } as const;
    const one = (colour: boolean) =>
      countedMeasure('m', { ...count, polarity: 'lower', alreadyPublic: [shown('2018-04-01', { colour })] }, [
        { value: '1', target },
      ]);
    expect([told(one(false)), told(one(true))]).toEqual([[], [expect.stringContaining('can be worked out')]]);
  });
});

describe('a total since the start of the year that stays at none', () => {
  test('none of 28 would say that it was none of 1 before', () => {
    const quarters = [
      { start: '2016-07-01', numerator: '0', denominator: '28' },
      { start: '2016-04-01', numerator: '0', denominator: '1' },
    ];
    const measure = countedMeasure('m', ytd, quarters);
    expect(partsOf(measure)['2016-07-01']).toContain('numerator');
    expect(told(measure)).toEqual([]);
  });

  test('nor is its colour said, where none alone is Red', () => {
    const target = { shape: 'at_least', green: '13', amber: null } as const;
    const months = ['2017-06-01', '2017-05-01', '2017-04-01'];
    const people = ['20', '18', '15'];
    const measure = countedMeasure(
      'm',
      {
        window: 'ytd',
        policy: { method: 'hide', threshold: 3, reason: 'Few.', decidedBy: 'Ada', decidedOn: '2017-03-01' },
      },
      months.map((start, at) => ({ start, target, numerator: '0', denominator: people[at] as string })),
    );
    const june = hiddenOf([measure], [])[0]?.readings.find(({ start }) => start === '2017-06-01');
    expect(june).toMatchObject({ hidesColour: true, parts: expect.arrayContaining(['numerator']) });
    expect(told(measure)).toEqual([]);
  });
});
