import { expect, test } from 'vitest';
import { polarityIn } from '@/lib/bring-in/understanding/cell/word-meanings';
import { sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const heads = ['Measure', 'Good', 'Jun 2018', 'Jul 2018'];

test('colours beside figures are left out; R is red where another is amber or green', () => {
  const coloured = readFile(
    sheetOf('Data', [heads, ['Rent', 'Low', '55 (R)', '54.2 days (A)'], ['Trees', 'High', '87% (Green)', '£7 (G)']]),
  );
  expect(coloured.questions).toEqual([]);
  expect(coloured.fields('reading', 'figure', 'mark')).toEqual(['55 | –', '54.2 | –', '87% | –', '7 | –']);
  expect(coloured.left).toContain('D2: the colour “A”: Candour works it out itself; its figure is taken');
});

test('R by itself stays the mark of a revised figure', () => {
  const revised = readFile(sheetOf('Data', [heads, ['Rent', 'Low', '55 (R)', '54']]));
  expect(revised.questions).toEqual([]);
  expect(revised.left).toContain('C2: the mark “r”; its figure is taken');
});

test('two numbers in one cell are the parts of the figure of their period', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Jul 2018', 'Jul 2018 (n/d)'],
    ['Trees', 'High', '73.8%', '45/61'],
    ['Rent', 'High', '84.1%', '1,402 of 1,667'],
    ['Bins', 'High', '9%', 'unknown'],
  ]);
  const read = readFile(sheet, {}, { codes: ['trees', 'rent', 'bins'] });
  expect(read.fields('reading', 'figure', 'first_number', 'second_number')).toEqual([
    '73.8% | 45 | 61',
    '84.1% | 1402 | 1667',
    '9% | – | –',
  ]);
  expect(read.left).toContain('D4: “unknown” is not two numbers');
});

test('a column called Aim says which way is better by its words, and is the target by its figures', () => {
  const words = sheetOf('Data', [
    ['Measure', 'Aim', 'Jul 2018'],
    ['Rent', 'Minimise', 5],
    ['Trees', 'Monitor', 7],
  ]);
  expect(readFile(words).fields('measure', 'better')).toEqual(['lower', 'none']);
  const figures = sheetOf('Data', [
    ['Measure', 'Good', 'Aim', 'Jul 2018'],
    ['Rent', 'Low', 6, 5],
  ]);
  expect(readFile(figures).fields('target', 'green_from', 'shape')).toEqual(['6 | at_most']);
});

test.each(['Monitor', 'Monitoring only', 'For information', 'Watched'])('%s: neither way is better', (word) => {
  expect(polarityIn(word)).toBe('none');
});

test('under a year the council’s own name stands for its outturn, and another name for nothing', () => {
  const sheet = (name: string) =>
    sheetOf('Data', [
      ['Westmere Borough Council'],
      ['Measure', 'Good', `2016/17 ${name}`, 'Jul 2018'],
      ['Rent', 'Low', 4, 5],
    ]);
  expect(readFile(sheet('Westmere')).fields('outturn', 'year', 'figure')).toEqual(['2016/17 | 4']);
  expect(readFile(sheet('Eastmere')).fields('outturn', 'year', 'figure')).toEqual([]);
});

test('a total in the column of references is no measure', () => {
  const sheet = sheetOf('Data', [
    ['Ref', 'Measure', 'Good', 'Jul 2018'],
    ['H1', 'Rent', 'Low', 5],
    ['Total works orders', '', '', 5],
  ]);
  expect(readFile(sheet).fields('measure', 'code')).toEqual(['h1']);
});

test.each([
  [
    'Westmere Borough Council',
    'Children and Families: performance scorecard, Quarter 1 2018/19',
    'Children and Families',
  ],
  ['Highways and Transport: monthly KPI tracker 2018/19', 'Updated 16 August 2018', 'Highways and Transport'],
  ['Housing performance report', 'July 2018 (month 4)', 'Housing'],
])('“%s” over “%s” proposes %s', (first, second, service) => {
  const sheet = sheetOf('Q1', [[first], [second], heads, ['Rent', 'Low', 1, 2]]);
  expect(readFile(sheet, {}, { services: [] }).fields('service', 'name')).toEqual([service]);
});

test('two names that a sheet could mean are both named, and neither is taken', () => {
  const sheet = sheetOf('Revenues', [['Finance KPIs 2018/19'], heads, ['Rent', 'Low', 1, 2]]);
  const read = readFile(sheet, {}, { services: [] });
  expect(read.fields('service', 'name')).toEqual([]);
  expect(read.read.questions[0]?.gloss).toContain('Perhaps “Finance” or “Revenues”');
});

test('the meaning of a target names the month with which it will begin', () => {
  const meaning = (first: string, second: string) =>
    readFile(
      sheetOf('Data', [
        ['Measure', 'Good', 'Target 2018/19', first, second],
        ['Rent', 'Low', 6, 5, 4],
      ]),
    ).read.sheets[0]?.columns.find(({ role }) => role === 'target')?.meaning;
  expect(meaning('Apr 2018', 'May 2018')).toContain('Target from April 2018:');
  expect(meaning('Jun 2018', 'Jul 2018')).toContain('Target from June 2018:');
});

test('the same target on a second sheet is said to stand on the first', () => {
  const sheet = (name: string, period: string, target: number) =>
    sheetOf(name, [
      ['Ref', 'Measure', 'Good', 'Target 2018/19', period],
      ['H1', 'Rent', 'Low', target, 5],
    ]);
  const both = (target: number) =>
    readFile([sheet('Q1', 'Q1 2018/19', 6), sheet('Q2', 'Q2 2018/19', target)], {}, { today: '2018-11-17' });
  expect(both(6).left).toContain('D2: the same target stands in Q1, D2');
  expect(both(7).fields('target', 'green_from')).toEqual(['7']);
});

test.each([
  ['Visits', 51_230, [4108, 3921], 'yes'],
  ['Open cases', 4200, [4108, 3921], '–'],
  ['Late visits (%)', 80, [4, 3], '–'],
])('%s: an outturn of %d beside %j adds up: %s', (title, outturn, figures, addsUp) => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Outturn 2017/18', 'Jun 2018', 'Jul 2018'],
    [title, 'Low', outturn, ...figures],
  ]);
  const read = readFile(sheet);
  expect(read.fields('measure', 'periods_add_up')).toEqual([addsUp]);
  const answered = readFile(sheet, { 'measure:visits:adds_up': 'no' });
  expect(answered.fields('measure', 'periods_add_up')).toEqual(['–']);
});

test('two numbers of a new measure are left out by name, since no sheet says what they count; its figure is taken', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Numerator', 'Denominator', 'Jul 2018'],
    ['Trees', 'High', 45, 61, '73.8%'],
  ]);
  const read = readFile(sheet, { 'period:Data!1': 'monthly 2018-07-01' });
  expect(read.fields('reading', 'figure', 'first_number', 'second_number')).toEqual(['73.8% | – | –']);
  expect(read.left.filter((each) => /one of two numbers of a new measure/.test(each))).toHaveLength(2);
});

test('the only service of a council is not that of a sheet whose title names another', () => {
  const sheet = (title: string) => sheetOf('Q1', [[title], heads, ['Rent', 'Low', 1, 2]]);
  expect(readFile(sheet('Childrens scorecard')).fields('measure', 'service')).toEqual(['Children’s Social Care']);
  expect(readFile(sheet('Scorecard')).fields('measure', 'service')).toEqual(['Children’s Social Care']);
  const other = readFile(sheet('Highways and Transport: KPI tracker'));
  expect(other.fields('measure', 'service')).toEqual(['–']);
  expect(other.read.questions[0]).toMatchObject({
    id: 'service:highways and transport',
    choices: [
      { value: 'Children’s Social Care', label: 'Children’s Social Care' },
      { value: 'Highways and Transport', label: 'a new service, “Highways and Transport”' },
    ],
  });
});

test('a new service that is chosen for one sheet is offered for the others', () => {
  const sheets = [
    sheetOf('Revenues', [['Finance KPIs 2018/19'], heads, ['Rent', 'Low', 1, 2]]),
    sheetOf('Treasury', [heads, ['Cash', 'High', 1, 2]]),
  ];
  const services = ['Housing', 'Highways'];
  const answered = { 'service:revenues': 'Finance', 'service:treasury': 'Finance' };
  const first = readFile(sheets, {}, { services }).read.questions.map(({ choices }) =>
    choices.map(({ value }) => value),
  );
  expect(first).toEqual([
    ['Housing', 'Highways', 'Finance', 'Revenues'],
    ['Housing', 'Highways', 'Treasury'],
  ]);
  expect(readFile(sheets, answered, { services }).fields('measure', 'service')).toEqual(['Finance', 'Finance']);
});
