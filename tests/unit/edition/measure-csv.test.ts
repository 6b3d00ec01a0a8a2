import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvColumns, measureCsv } from '@/lib/edition/measure-csv';
import type { PublishedReading } from '@/lib/series/published-reading';
import { safeCell } from '@/lib/text/safe-cell';
import { publishedOf, sheetOf } from '../../support/reference/frozen-measure';

const lines = (csv: string) =>
  csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
const council = { name: 'Testshire', areaCode: 'E06000999', licence: 'Open Government Licence v3.0' };
const at = (csv: string, row: number, column: (typeof csvColumns)[number]) =>
  lines(csv)[row]?.[csvColumns.indexOf(column)];

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
  const csv = measureCsv('Buses', sheet, readings, council);

  test('a line for each period, the oldest first, then the figures of others; opened as UTF-8', () => {
    expect(csv.startsWith('\ufeffmeasure,series,period_start,period_end')).toBe(true);
    expect(lines(csv).map(([, series, from]) => `${series} ${from}`)).toEqual([
      'series period_start',
      'This council 2018-05-01',
      'This council 2018-06-01',
      'This council 2018-07-01',
      "'=England 2017-04-01",
    ]);
    expect([1, 2, 3, 4].map((row) => at(csv, row, 'value'))).toEqual(['40', '', '-2.5', '78.4']);
  });

  test('markers in a column of their own, numbers stay numbers, and no text is a formula', () => {
    expect([1, 2, 3].map((row) => at(csv, row, 'markers'))).toEqual(['[illustrative]', '[x]', '[p] [r]']);
    expect(at(csv, 2, 'why_no_value')).toBe('Not collected');
    expect(at(csv, 3, 'green_from')).toBe('80');
    expect(at(csv, 3, 'corrected_from')).toBe('−3');
    expect(at(csv, 4, 'source')).toBe("'@gov");
    expect(at(csv, 4, 'counted_alike')).toBe('yes');
  });

  test('the council’s own figures have its area code, its name and the licence, those of others have none', () => {
    expect([1, 4].map((row) => at(csv, row, 'area_code'))).toEqual(['E06000999', '']);
    expect([1, 4].map((row) => at(csv, row, 'area_name'))).toEqual(['Testshire', '']);
    expect([1, 4].map((row) => at(csv, row, 'licence'))).toEqual(['Open Government Licence v3.0', '']);
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
  const file = measureCsv('Buses', sheetOf({ benchmarks }), [], council);
  const read = parse(file, { bom: true, columns: true }) as Record<string, string>[];
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
