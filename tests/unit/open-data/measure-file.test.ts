import { describe, expect, test } from 'vitest';
import type { PublishedReading } from '@/lib/series/published-reading';
import { safeCell } from '@/lib/text/safe-cell';
import { linesOf, measureFile } from '../../support/open-data/measure-file';
import { publishedOf, sheetOf } from '../../support/reference/frozen-measure';

const council = { name: 'Testshire', areaCode: 'E06000999', licence: 'Open Government Licence v3.0' };

describe('every figure as a file', () => {
  const readings: PublishedReading[] = [
    publishedOf('2018-07-01', '-2.5', {
      provisional: true,
      revision: 1,
      corrects: { was: '−3', reason: 'error', note: 'x' },
    }),
    publishedOf('2018-06-01', null, { missing: 'not_collected', why: 'Not collected' }),
    publishedOf('2018-05-01', '40', { illustrative: true }),
  ];
  const sheet = sheetOf({
    benchmarks: [
      {
        name: '=England',
        source: '@gov',
        alike: true,
        note: 'The same.',
        values: [{ from: '2017-04-01', until: '2018-03-31', value: '78.4' }],
      },
    ],
  });
  const csv = measureFile('Buses', sheet, readings, council);
  const lines = linesOf(csv);

  test('a line for each period, the oldest first, then the figures of others; opened as UTF-8', () => {
    expect(csv.startsWith('\ufeffmeasure_id,measure,area_code,area_name,time_period,time_identifier,')).toBe(true);
    expect(lines.map(({ series, period_start, period_end }) => `${series} ${period_start} ${period_end}`)).toEqual([
      'This council 2018-05-01 2018-05-31',
      'This council 2018-06-01 2018-06-30',
      'This council 2018-07-01 2018-07-31',
      "'=England 2017-04-01 2018-03-31",
    ]);
    expect(lines.map(({ value }) => value)).toEqual(['40', '', '-2.5', '78.4']);
    expect(lines.map(({ time_period, time_identifier }) => `${time_period} ${time_identifier}`)).toEqual([
      '2018 May',
      '2018 June',
      '2018 July',
      '201718 Financial year',
    ]);
  });

  test('markers in columns of their own, numbers stay numbers, and no text is a formula', () => {
    expect(lines.map(({ value_marker }) => value_marker)).toEqual(['', '[x]', '', '']);
    expect(lines.map(({ status_marker }) => status_marker)).toEqual(['', '', '[p] [r]', '']);
    expect(lines.map(({ illustrative }) => illustrative)).toEqual(['true', 'false', 'false', '']);
    expect(lines[1]).toMatchObject({ value_note: 'Not collected', performance_rag: '' });
    expect(lines[2]).toMatchObject({ target: '80', green_from: '80', green_to: '', corrected_from: '−3' });
    expect(lines[3]).toMatchObject({ source: "'@gov", counted_alike: 'true' });
  });

  test('the council’s own figures have its area code, its name and the licence, those of others have none', () => {
    const own = { area_code: 'E06000999', area_name: 'Testshire', licence: 'Open Government Licence v3.0' };
    expect(lines[0]).toMatchObject(own);
    expect(lines[3]).toMatchObject({ area_code: '', area_name: "'=England", licence: '' });
  });
});

test('a text with line ends stays one cell, so that nothing behind them can be a formula', () => {
  const texts = ['\r=1+1', '\n=1+1', 'a\r=1+1', 'a\n=1+1', 'a\r\n=1+1', 'a,"b"\n=1+1'];
  const benchmarks = texts.map((name) => ({
    name,
    source: name,
    alike: false,
    note: 'x',
    values: [{ from: '2017-04-01', until: '2018-03-31', value: '-12.5' }],
  }));
  const file = measureFile('Buses', sheetOf({ benchmarks }), [], council);
  const read = linesOf(file);
  expect(read.map((row) => [row.series, row.source, row.value])).toEqual(
    texts.map((text) => [safeCell(text), safeCell(text), '-12.5']),
  );
  // Some readers end a line at any line end: outside of quotes there is none but those of the lines.
  expect(file.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  for (const row of read) for (const text of Object.values(row)) expect(text).not.toMatch(/^\s*[=+@]/);
});

test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1'])('%j is no formula', (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
});
test.each(['England', '3 = 3', 'a-b', '', '’=1', '% of trains'])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text);
});
