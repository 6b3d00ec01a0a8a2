import { describe, expect, test } from 'vitest';
import { freezeRow } from '@/lib/edition/freeze-row';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { trendOf } from '@/lib/edition/trend-of';
import { publishedReading } from '@/lib/series/published-reading';
import type { Decision, TargetRecord } from '@/lib/target/target-in-force';
import { shift } from '@/lib/time/period';
import { trendSummary } from '@/lib/trend/trend-summary';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
const months = (count: number) =>
  Array.from({ length: count }, (_, index) => shift({ frequency: 'monthly', start: '2018-07-01' }, -index).start);
const decided = (decidedOn: string): Decision => ({ reason: 'A new plan.', decidedBy: 'Cabinet', decidedOn });

let ids = 0;
const target = (effectiveFrom: string, green: string, decision: Decision | null = null): TargetRecord => {
  ids += 1;
  return { id: ids, effectiveFrom, target: { shape: 'at_least', green, amber: null }, decision };
};

const measure = (targets: TargetRecord[], value = '95') =>
  recordOf({ unit: 'number', scale: null, targets, readings: months(25).map((start) => signed(start, value)) });

describe('a target has no past before it was set', () => {
  const record = measure([target('2018-07-01', '90')]);

  test('nothing is drawn, counted or written of the periods before', () => {
    expect(freezeRow(record, cut).trend.targets).toEqual([{ start: '2018-07-01', value: '90' }]);
    const { sheet } = freezeMeasure(record, cut);
    const published = record.readings.map((reading) => publishedReading(record, reading));
    const trend = trendOf(sheet, published);
    expect(trend.periods.filter(({ bands }) => bands !== null).map(({ start }) => start)).toEqual(['2018-07-01']);
    expect(trendSummary(trend)).toContain(
      'The target is at least 90, which the latest figure meets; no target was set for the periods before.',
    );
    expect(published.filter(({ colour }) => colour !== null)).toHaveLength(1);
  });

  test('a target that was ended is drawn no further', () => {
    const none: TargetRecord = { ...target('2018-06-01', '0'), target: { shape: 'none' } };
    expect(freezeRow(measure([target('2016-01-01', '90'), none]), cut).trend.targets).toEqual([
      { start: '2016-07-01', value: '90' },
      { start: '2018-06-01', value: null },
    ]);
  });
});

describe('every change of target within the last year is told, the oldest first, with its colour', () => {
  test('90, then 100, then 110: a figure of 95 would be Green on the first and Red on the second', () => {
    const targets = [
      target('2016-01-01', '90', decided('2015-12-01')),
      target('2017-10-01', '100', decided('2017-09-20')),
      target('2018-04-01', '110', decided('2018-03-20')),
    ];
    expect(freezeRow(measure(targets), cut).notes).toEqual([
      'Target changed from 90 to 100 from Oct 2017 by Cabinet on 20 September 2017: A new plan. On the old target this would be Green.',
      'Target changed from 100 to 110 from Apr 2018 by Cabinet on 20 March 2018: A new plan. On the old target this would be Red.',
    ]);
  });

  test('a change is told for a year: the one of July 2017 is not any more in July 2018', () => {
    const on = (start: string) => freezeRow(measure([target('2016-01-01', '90'), target(start, '100')]), cut).notes;
    expect(on('2017-07-01')).toEqual([]);
    expect(on('2017-08-01')).toHaveLength(1);
  });

  test('the steps of a profile are one decision: passing from one to the next is no change', () => {
    const steps = months(6)
      .reverse()
      .map((start, index) => target(start, String(80 + index), decided('2018-01-31')));
    expect(freezeRow(measure([target('2016-01-01', '70'), ...steps]), cut).notes).toEqual([
      'Target changed from 70 to 80 from Feb 2018 by Cabinet on 31 January 2018: A new plan. On the old target this would be Green.',
    ]);
    expect(freezeRow(measure(steps), cut).notes).toEqual([]);
  });
});

describe('a cell without a figure', () => {
  test('says which marker stands for it, why, and when the figure is expected', () => {
    const reading = signed('2018-07-01', null, { missing: 'not_available_yet', expectedOn: '2018-08-31' });
    const current = freezeRow({ ...recordOf(), readings: [reading] }, cut).current;
    expect(current).toEqual({
      text: null,
      why: 'Not available yet; expected 31 August 2018.',
      marker: 'x',
      marks: [],
    });
    const because = (missing: 'not_applicable' | 'suppressed_at_source') =>
      freezeRow({ ...recordOf(), readings: [signed('2018-07-01', null, { missing })] }, cut).current;
    expect(because('not_applicable')).toMatchObject({ marker: 'z' });
    expect(because('suppressed_at_source')).toMatchObject({ marker: 'c' });
  });
});

test('printed digits follow the figure where a measure says so: 98 beside 99.7, compared at one decimal', () => {
  const record = recordOf({
    decimals: 1,
    digitsFollow: true,
    outturns: [{ year: 2017, value: '98' }],
    scale: null,
    readings: [signed('2018-07-01', '99.7')],
  });
  const { row, sheet } = freezeMeasure(record, cut);
  expect([row.previous.text, row.current.text, sheet.digitsFollow]).toEqual(['98%', '99.7%', true]);
  expect(row.travel.sentence).toContain('99.7% in July 2018 against 98% in 2017/18, 1.7 percentage points higher');
  const fixed = freezeMeasure({ ...record, digitsFollow: false }, cut);
  expect([fixed.row.previous.text, 'digitsFollow' in fixed.sheet]).toEqual(['98.0%', false]);
  const near = { ...record, readings: [signed('2018-07-01', '98.04')] };
  expect(freezeMeasure(near, cut).row.travel.direction).toBe('no_change');
});
