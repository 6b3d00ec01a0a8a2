import { expect, test } from 'vitest';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { measureView } from '@/lib/edition/measure-view';
import { publishedReading } from '@/lib/series/published-reading';
import { trendTitle } from '@/lib/trend/trend-title';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const readings = ['2018-07-01', '2018-06-01', '2018-05-01', '2018-04-01', '2018-03-01'].map((start, index) =>
  signed(start, String([82, 79, 84, 81, 83][index])),
);
const record = recordOf({ comparator: 'previous_year', outturns: [{ year: 2017, value: '85' }], readings });
const { row, sheet } = freezeMeasure(record, { asAt: '2018-08-17', comparisonStart: 2017 });

/** The trend of a page whose row says these things of its figures. */
const trendOf = (more: Partial<FrozenRow> = {}) =>
  measureView({
    date: '2018-08-17',
    row: { ...row, ...more },
    sheet,
    readings: readings.map((reading) => publishedReading(record, reading)),
    span: 'recent',
    oldest: '2018-03-01',
    address: '/measures/csc-01',
  }).trend;

test('last year’s 85% stands at March, where its year ended, and heads the chart beside July’s 82%', () => {
  expect(trendOf().earlier).toEqual({ index: 0, value: 85, text: '85%', label: '2017/18', direction: 'worsening' });
  expect(trendTitle(trendOf())).toMatch(/^Fell from 85% in 2017\/18 to 82%/);
});

test('a hidden one stands nowhere, and a rounded one is not compared with', () => {
  const hidden = { ...row.previous, text: null, why: 'Few people.', hidden: true } as const;
  expect(trendOf({ previous: hidden }).earlier).toBeUndefined();
  expect(trendTitle(trendOf({ previous: hidden }))).not.toMatch(/2017\/18|85/);
  const rounded = { text: '90%', why: null, rounded: 'Few people.', label: '2017/18' } as const;
  expect(trendOf({ previous: rounded }).earlier).toMatchObject({ value: 90, direction: null });
  expect(trendTitle(trendOf({ previous: rounded }))).not.toContain('90');
});

test('one from before the trend is not drawn', () => {
  expect(trendOf({ previous: { text: '85%', why: null, label: '2016/17' } }).earlier).toBeUndefined();
});
