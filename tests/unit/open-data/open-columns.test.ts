import { describe, expect, test } from 'vitest';
import { sizeWords } from '@/lib/open-data/data-bytes';
import { openColumns, sharedCount } from '@/lib/open-data/open-columns';
import { fileIn } from '@/lib/open-data/open-file';
import { measureRows, scorecardRow } from '@/lib/open-data/open-rows';
import { plainFigure } from '@/lib/open-data/plain-figure';
import { timePeriod, timePeriodOfSpan } from '@/lib/open-data/time-period';
import type { Frequency } from '@/lib/time/period';
import { headOf, known, measureOf, rowOf } from '../../support/open-data/measure-file';
import { publishedOf, sheetOf } from '../../support/reference/frozen-measure';

const council = { name: 'Testshire', areaCode: 'E06000999', licence: 'Open Government Licence v3.0' };

describe('the columns', () => {
  test('those that others have too stand first, in their order', () => {
    expect(openColumns.slice(0, sharedCount).map(({ name }) => name)).toEqual(
      `measure_id measure area_code area_name time_period time_identifier period_start period_end value value_marker
      numerator denominator unit decimal_places target performance_rag baseline_name baseline_value direction_of_travel
      change status_marker first_published last_revised edition licence`.split(/\s+/),
    );
  });

  test('each has a name of its own in snake case, of 35 characters at most', () => {
    const names = openColumns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z_]{0,34}$/);
  });
});

describe('a period as the Department for Education writes it', () => {
  test.each<[Frequency, string, string]>([
    ['monthly', '2018-07-01', '2018 July'],
    ['quarterly', '2018-04-01', '201819 Financial year Q1'],
    ['quarterly', '2018-07-01', '201819 Financial year Q2'],
    ['quarterly', '2018-10-01', '201819 Financial year Q3'],
    ['quarterly', '2019-01-01', '201819 Financial year Q4'],
    ['termly', '2018-09-01', '201819 Autumn term'],
    ['termly', '2019-01-01', '201819 Spring term'],
    ['termly', '2019-05-01', '201819 Summer term'],
    ['half_yearly', '2018-04-01', '201819 Part 1 (April to September)'],
    ['half_yearly', '2018-10-01', '201819 Part 2 (October to March)'],
    ['annual', '1999-04-01', '199900 Financial year'],
    ['annual', '2018-09-01', '201819 Academic year'],
    ['annual', '2018-01-01', '2018 Calendar year'],
    ['annual', '2018-07-01', '2018 Reporting year'],
  ])('%s from %s is %s', (frequency, start, written) => {
    expect(Object.values(timePeriod({ frequency, start })).join(' ')).toBe(written);
  });

  test('of a span that is one, and of no other', () => {
    const year = { from: '2017-04-01', until: '2018-03-31' };
    expect(timePeriodOfSpan(year)).toEqual({ time_period: '201718', time_identifier: 'Financial year' });
    expect(timePeriodOfSpan({ from: '2018-02-01', until: '2018-04-30' })).toBeNull();
    expect(timePeriodOfSpan({ from: '2018-03-31', until: '2018-03-31' })).toBeNull();
  });
});

test.each([
  ['1,613', '1613'],
  ['99.7%', '99.7'],
  ['£1,200', '1200'],
  ['−£2.5k', '-2.5'],
  ['−2', '-2'],
  ['30 to 40', null],
  ['[c] hidden', null],
])('%s is the plain figure %s', (shown, plain) => expect(plainFigure(shown)).toBe(plain));

test('80% less 82.5% is a change of −2.5, and none where the two are not compared', () => {
  const row = {
    period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
    current: { text: '80.0%', why: null, marks: [] },
    previous: { text: '82.5%', why: null, label: '2017/18' },
    travel: { direction: 'worsening' as const, colour: 'red' as const, sentence: 'Worsening.' },
  };
  const latest = known([publishedOf('2018-07-01', '80.0')])[0] ?? null;
  const compared = scorecardRow(measureOf(sheetOf({ decimals: 1 }), row, council), latest);
  expect(compared).toMatchObject({
    value: '80.0',
    decimal_places: '1',
    baseline_name: '2017/18',
    baseline_value: '82.5',
    direction_of_travel: 'worsening',
    change: '-2.5',
    data_status: 'overdue',
    target: '80',
    target_rule: 'at least 80%',
    green_from: '80',
  });
  const apart = { ...row, travel: { direction: null, colour: null, sentence: 'Cannot be compared: x.' } };
  expect(scorecardRow(measureOf(sheetOf(), apart, council), latest)).toMatchObject({
    change: '',
    direction_of_travel: '',
  });
});

test('the row of an edition from before there were readings: the last point of its trend, and the span of its words', () => {
  const row = rowOf({
    covers: 'since 1 January 2015',
    period: { label: 'Jun 2018', range: '1 January 2015 to 30 June 2018', start: '2018-06-01' },
    current: { text: '83.50%', why: null, marks: ['p'] },
    trend: { points: [{ start: '2018-06-01', value: '83.50', illustrative: true }], target: null },
  });
  const old = scorecardRow({ head: headOf(), council, row, sheet: null, date: '2018-08-17' }, null);
  expect(old).toMatchObject({
    value: '83.50',
    status_marker: '[p]',
    illustrative: 'true',
    period_start: '2015-01-01',
    period_end: '2018-06-30',
    baseline_marker: '[x]',
  });
});

test('what was first published and what was published again otherwise have days of their own', () => {
  const [first] = known([publishedOf('2018-06-01', '83')]);
  const again = {
    reading: publishedOf('2018-07-01', '84'),
    firstAt: '2018-08-17T08:30:00Z',
    latestAt: '2018-09-17T23:30:00Z',
  };
  if (!first) throw new Error('there is no reading');
  const rows = measureRows(measureOf(sheetOf(), {}, council), [first, again]);
  expect(rows.map(({ first_published, last_revised }) => [first_published, last_revised])).toEqual([
    ['2018-08-17', ''],
    ['2018-08-17', '2018-09-18'],
  ]);
});

test('the names of files are the ones that there are', () => {
  expect(fileIn('data.csv', ['data'])).toEqual({ file: 'data', form: 'csv' });
  expect(fileIn('data.csv-metadata.json', ['data'])).toEqual({ file: 'data', form: 'metadata' });
  for (const name of [
    'data',
    'data.ods',
    'other.csv',
    'data.csv.csv',
    '../data.csv',
    'DATA.csv',
    'data.json-metadata.json',
  ])
    expect(fileIn(name, ['data'])).toBeNull();
});

test.each([
  [850, false, '850 bytes'],
  [8_400, false, '8 kB'],
  [210_000, true, 'about 210 kB'],
  [1_240_000, false, '1.2 MB'],
])('%i bytes (about: %s) is %s', (bytes, isAbout, words) => expect(sizeWords({ bytes, isAbout })).toBe(words));
