import { expect, test } from 'vitest';
import { columns } from '@/lib/bring-in/our-columns';
import { kinds } from '@/lib/bring-in/wish';
import { day, percent, sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const names = {
  service: 'Services',
  person: 'People',
  measure: 'Measures',
  target: 'Targets',
  outturn: 'Outturns',
  comparator: 'Comparators',
  reading: 'Readings',
};

test.each(kinds)('a sheet of ours of the kind %s is taken whole, by its headings or by the names in files', (kind) => {
  const example = columns[kind].map(({ example: text }) => text);
  for (const heads of [columns[kind].map(({ heading }) => heading), columns[kind].map(({ name }) => name)]) {
    const { read, questions, left } = readFile(sheetOf(names[kind], [heads, example]));
    expect([questions, left]).toEqual([[], []]);
    expect(read.wishes.map((wish) => wish.kind)).toEqual([kind]);
    expect(Object.keys(read.wishes[0]?.fields ?? {})).toEqual(columns[kind].map(({ name }) => name));
  }
});

test('the words that people read become what a form takes', () => {
  const heads = [
    'Service',
    'Code',
    'Title',
    'Unit',
    'Better',
    'How often',
    'Covers',
    'Compared with',
    'Worked out',
    'First period',
    'Counts people',
    'Year begins',
  ];
  const row = [
    'Buses',
    'bus-07',
    'On time',
    '%',
    'higher is better',
    'Monthly',
    'The year so far',
    'The figure of the period before',
    '× 100',
    day('2018-04-01', 'Apr-18'),
    'Yes',
    'January',
  ];
  expect(
    readFile(sheetOf('Measures', [heads, row])).fields(
      'measure',
      'unit',
      'better',
      'frequency',
      'covers',
      'compared_with',
      'worked_out',
      'first_period',
      'counts_people',
      'year_begins',
    ),
  ).toEqual(['percent | higher | monthly | ytd | previous_period | 100 | April 2018 | yes | 1']);
});

test('targets, outturns and readings of ours', () => {
  const targets = sheetOf('Targets', [
    ['Measure', 'From', 'Shape', 'Green from', 'Decided on'],
    ['bus-07', 'April 2018', 'At least', percent('0.95', '95%'), day('2018-03-13')],
    ['bus-08', '2018-04', 'exactly', 3, ''],
  ]);
  const outturns = sheetOf('Outturns', [
    ['measure', 'year', 'figure', 'standing'],
    ['bus-07', '17/18', 93.4, 'Final'],
  ]);
  const readings = sheetOf('Readings', [
    ['Measure', 'Period', 'Figure', 'Mark', 'Action 2', 'Action 2 owner', 'State (for reading only)'],
    ['bus-07', 'Q1 2018/19', 92.5, '[p]', 'Hire', 'Manager', 'approved'],
    ['bus-07', 'Jul 2018', '', 'Not collected', '', '', 'draft'],
  ]);
  const { fields, questions, left } = readFile([targets, outturns, readings]);
  expect(questions).toEqual([]);
  expect(left).toEqual(['G1: the column “State (for reading only)”: it only goes out']);
  expect(fields('target', 'measure', 'from', 'shape', 'green_from', 'green_to', 'decided_on')).toEqual([
    'bus-07 | April 2018 | at_least | 95% | – | 13 March 2018',
    'bus-08 | 2018-04 | between | 3 | 3 | ',
  ]);
  expect(fields('outturn', 'year', 'figure', 'standing')).toEqual(['2017/18 | 93.4 | final']);
  expect(fields('reading', 'period', 'figure', 'mark', 'action_2', 'action_2_owner')).toEqual([
    'April 2018 | 92.5 | provisional | Hire | Manager',
    'July 2018 |  | not_collected |  | ',
  ]);
});

test('a heading that is none of ours, a cell under none, and a hidden row are named', () => {
  const sheet = sheetOf(
    'Services',
    [
      ['Name', 'Publishes', 'Colour'],
      ['Buses', 'By release', 'red', 'x'],
      ['Trams', 'rolling', ''],
    ],
    { hiddenRows: [3] },
  );
  const { fields, left } = readFile(sheet);
  expect(fields('service', 'name', 'publishes')).toEqual(['Buses | release']);
  expect(left).toEqual([
    'C1: the column “Colour”: none of our columns is called so',
    'D2: a cell under no heading',
    '3: a hidden row',
  ]);
  expect(
    readFile(sheet, { 'row:Services!3': 'data', 'column:service colour': 'notice' }).fields(
      'service',
      'name',
      'notice',
    ),
  ).toEqual(['Buses | red', 'Trams | ']);
});

test('a list of services may have their names alone; another sheet of one column is none of ours', () => {
  const names = readFile(sheetOf('Services', [['Name'], ['Buses'], ['Trams']]));
  expect([names.fields('service', 'name'), names.left]).toEqual([['Buses', 'Trams'], []]);
  expect(readFile(sheetOf('Measures', [['Code'], ['bus-07']])).fields('measure', 'code')).toEqual([]);
  expect(readFile(sheetOf('Notes', [['Name'], ['Buses']])).fields('service', 'name')).toEqual([]);
});
