import { expect, test } from 'vitest';
import { day, sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const periods = (read: ReturnType<typeof readFile>) => read.fields('reading', 'period', 'figure');

test('months take the year of the title, and January that of the next calendar year', () => {
  const sheet = sheetOf('Data', [
    ['Scorecard 2018/19'],
    ['Measure', 'Good', 'Dec', 'Jan', 'Feb'],
    ['Bins missed', 'Low', 1, 2, 3],
  ]);
  expect(periods(readFile(sheet))).toEqual(['December 2018 | 1', 'January 2019 | 2', 'February 2019 | 3']);
});

test('months take the year of the name of their sheet', () => {
  expect(
    periods(
      readFile(
        sheetOf('2017-18', [
          ['Measure', 'Good', 'Apr', 'May'],
          ['Bins missed', 'Low', 1, 2],
        ]),
      ),
    ),
  ).toEqual(['April 2017 | 1', 'May 2017 | 2']);
});

test('months without any year are asked about, and nothing is taken until then', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Apr', 'May'],
    ['Bins missed', 'Low', 1, 2],
  ]);
  const open = readFile(sheet);
  expect(open.questions).toEqual(['year:Data!1 at C1, D1']);
  expect(periods(open)).toEqual([]);
  expect(open.left).toContain('C2: a figure whose period is not settled yet');
  expect(periods(readFile(sheet, { 'year:Data!1': '2018' }))).toEqual(['April 2018 | 1', 'May 2018 | 2']);
});

test('a year that is not merged reaches over the months after it', () => {
  const sheet = sheetOf('Data', [
    ['', '', '2017/18', '', '2018/19', '', ''],
    ['Measure', 'Good', 'Feb', 'Mar', 'Apr', 'May', 'Lead'],
    ['Bins missed', 'Low', 1, 2, 3, 4, 'OT'],
  ]);
  expect(periods(readFile(sheet))).toEqual(['February 2018 | 1', 'March 2018 | 2', 'April 2018 | 3', 'May 2018 | 4']);
});

test('days as headings are the months that they lie in', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', day('2018-04-01', 'Apr-18'), day('2018-05-01', 'May-18')],
    ['Bins missed', 'Low', 1, 2],
  ]);
  const read = readFile(sheet);
  expect(periods(read)).toEqual(['April 2018 | 1', 'May 2018 | 2']);
  expect(read.columns[2]).toBe('C–D Apr-18 to May-18: Readings, monthly');
});

test('a target and a figure stand under each month', () => {
  const merged = [
    { top: 1, bottom: 1, left: 2, right: 3 },
    { top: 1, bottom: 1, left: 4, right: 5 },
  ];
  const sheet = sheetOf(
    'Roads',
    [
      ['Measure', 'Polarity', 'Apr 18', '', 'May 18', ''],
      ['', '', 'Target', 'Actual', 'Target', 'Actual'],
      ['Potholes', 'Higher is better', 90, 92, 91, 88],
    ],
    { merged },
  );
  const read = readFile(sheet);
  expect(periods(read)).toEqual(['April 2018 | 92', 'May 2018 | 88']);
  expect(read.fields('target', 'from', 'shape', 'green_from')).toEqual([
    'April 2018 | at_least | 90',
    'May 2018 | at_least | 91',
  ]);
});

test('a sheet for each month gives one measure with a reading from each', () => {
  const sheet = (name: string, figure: number) =>
    sheetOf(name, [
      ['Measure', 'Good', 'Figure'],
      ['Bins missed', 'Low', figure],
    ]);
  const read = readFile([sheet('June 2018', 5), sheet('July 2018', 7)]);
  expect(periods(read)).toEqual(['June 2018 | 5', 'July 2018 | 7']);
  expect(read.fields('measure', 'code', 'first_period')).toEqual(['bins-missed | June 2018']);
});

test('a title that may only date the report is asked about', () => {
  const sheet = sheetOf('Data', [
    ['Performance at August 2018'],
    ['Measure', 'Good', 'Figure'],
    ['Bins missed', 'Low', 5],
  ]);
  const read = readFile(sheet);
  expect(read.read.questions[0]).toMatchObject({ id: 'period:Data!2', answer: null });
  expect(periods(read)).toEqual([]);
  expect(periods(readFile(sheet, { 'period:Data!2': 'monthly 2018-06-01' }))).toEqual(['June 2018 | 5']);
});

test('one row for each measure and period', () => {
  const rows = [
    ['Measure', 'Good', 'Period', 'Actual', 'Comments'],
    ['Bins missed', 'Low', 'Apr 2018', '5', 'Wind'],
    ['Bins missed', 'Low', 'May 2018', '6', ''],
    ['Trees', 'High', 'Q1 2018/19', '7', ''],
  ];
  const read = readFile(sheetOf('data', rows));
  expect(read.fields('reading', 'measure', 'period', 'figure', 'comments')).toEqual([
    'bins-missed | April 2018 | 5 | Wind',
    'bins-missed | May 2018 | 6 | –',
    'trees | April 2018 | 7 | –',
  ]);
  expect(read.fields('measure', 'code', 'frequency')).toEqual(['bins-missed | monthly', 'trees | quarterly']);
  expect(read.questions).toEqual([]);
});

test('rows that say themselves whether they are figures or targets', () => {
  const merged = [{ top: 2, bottom: 3, left: 0, right: 0 }];
  const sheet = sheetOf(
    'Data',
    [
      ['Measure', 'Type', 'Good', 'Apr-18', 'May-18'],
      ['Sickness', 'Target', 'Low', 8, 8],
      ['', 'Actual', '', 8.2, 7.9],
    ],
    { merged },
  );
  const read = readFile(sheet);
  expect(periods(read)).toEqual(['April 2018 | 8.2', 'May 2018 | 7.9']);
  expect(read.fields('target', 'from', 'shape', 'green_from')).toEqual(['April 2018 | at_most | 8']);
});

test('a year that is over is an outturn, and one that is not is left out', () => {
  const read = readFile(
    sheetOf('Data', [
      ['Measure', 'Good', '16/17', '17/18', '18/19'],
      ['Rent', 'Low', 5, 6, 7],
    ]),
  );
  expect(read.fields('outturn', 'year', 'figure', 'source')).toEqual([
    '2016/17 | 5 | The council’s own workbook, sheet “Data”',
    '2017/18 | 6 | The council’s own workbook, sheet “Data”',
  ]);
  expect(read.left).toEqual(['E1: the column “18/19”: figures of a year that is not over']);
});

test.each([
  ['the day, where a date shows it', ['30/04/2018', '31/05/2018'], [], ['April 2018 | 1', 'May 2018 | 2']],
  ['asked, where every date can be read both ways', ['03/04/2018', '03/05/2018'], ['dates at C2, C3'], []],
  ['asked, where a date has the month first', ['04/30/2018', '05/31/2018'], ['dates at C2, C3'], []],
])('which number of a date is the day: %s', (_, [one = '', two = ''], questions, readings) => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Date', 'Value'],
    ['Rent', 'Low', one, 1],
    ['Rent', 'Low', two, 2],
  ]);
  const read = readFile(sheet);
  expect(read.questions).toEqual(questions);
  expect(periods(read)).toEqual(readings);
});

test('a date is read as it was answered, and a serial number too', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Date', 'Value'],
    ['Rent', 'Low', '03/04/2018', 1],
    ['Trees', 'Low', 43191, 2],
  ]);
  expect(readFile(sheet).questions).toEqual(['dates at C2', 'serials at C3']);
  expect(periods(readFile(sheet, { dates: 'day', serials: '1900' }))).toEqual(['April 2018 | 1', 'April 2018 | 2']);
  expect(periods(readFile(sheet, { dates: 'month', serials: 'no' }))).toEqual(['March 2018 | 1']);
});

test('columns at the ends of quarters alone may be quarters', () => {
  const sheet = sheetOf('Data', [['Scorecard 2018/19'], ['Measure', 'Good', 'Jun', 'Sep'], ['Rent', 'Low', 1, 2]]);
  expect(readFile(sheet).read.questions[0]).toMatchObject({
    id: 'quarters',
    gloss: 'The measure Rent has figures under one month of each quarter only.',
  });
  expect(periods(readFile(sheet))).toEqual(['April 2018 | 1', 'July 2018 | 2']);
  expect(periods(readFile(sheet, { quarters: 'month' }))).toEqual(['June 2018 | 1', 'September 2018 | 2']);
});
