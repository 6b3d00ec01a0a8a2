import { expect, test } from 'vitest';
import { day, sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const heads = ['Ref', 'Measure', 'Good', 'Figure'];

test('a month whose own year is not that of the year above it is asked about', () => {
  const rows = [
    ['', '', '', '2018/19', '', ''],
    ['Ref', 'Measure', 'Good', 'Aug 18', 'Sept 17', 'Oct 18'],
    ['A1', 'Rent', 'Low', 1, 2, 3],
  ];
  const sheet = sheetOf('Data', rows, { merged: [{ top: 1, bottom: 1, left: 3, right: 5 }] });
  expect(readFile(sheet).questions).toEqual(['year:Data!E2 at E2']);
  expect(readFile(sheet).fields('reading', 'period')).toEqual(['August 2018', 'October 2018']);
  expect(readFile(sheet, { 'year:Data!E2': '2018' }).fields('reading', 'period', 'figure')).toContain(
    'September 2018 | 2',
  );
});

test('a sheet whose title says another month than its name is asked about', () => {
  const sheet = sheetOf('June 2018', [['Performance May 2018'], heads, ['A1', 'Rent', 'Low', 1]]);
  const read = readFile(sheet);
  expect(read.read.questions[0]).toMatchObject({
    id: 'period:June 2018!2',
    gloss: 'The sheet is called “June 2018”, and its title says May 2018.',
    answer: null,
  });
  expect(readFile(sheet, { 'period:June 2018!2': 'monthly 2018-05-01' }).fields('reading', 'period')).toEqual([
    'May 2018',
  ]);
});

test('the day on which a sheet was filled in is neither a heading nor its period', () => {
  const sheet = sheetOf('June 2018', [
    ['Completed by:', 'Bev H', 'Date:', day('2018-07-09', '09/07/2018')],
    heads,
    ['A1', 'Rent', 'Low', 1],
  ]);
  const { questions, fields, columns } = readFile(sheet);
  expect(questions).toEqual([]);
  expect(columns.at(-1)).toBe('D Figure: Readings of June 2018');
  expect(fields('reading', 'period')).toEqual(['June 2018']);
});

test('two figures of one measure and one period are asked about, and neither is taken until then', () => {
  const sheet = sheetOf('June 2018', [heads, ['A1', 'Rent', 'Low', 1], ['A1', 'Rent', 'Low', 2]]);
  expect(readFile(sheet).questions).toEqual(['figure:June 2018!D3 at D2, D3']);
  expect(readFile(sheet).fields('reading', 'figure')).toEqual([]);
  expect(readFile(sheet, { 'figure:June 2018!D3': 'D3' }).fields('reading', 'figure')).toEqual(['2']);
  expect(readFile(sheet, { 'figure:June 2018!D3': 'D2' }).fields('reading', 'figure')).toEqual(['1']);
});

test('a letter O in a reference is asked about where there is one with a zero', () => {
  const sheet = (name: string, ref: string) => sheetOf(name, [heads, [ref, 'Rent', 'Low', 1]]);
  const sheets = [sheet('May 2018', 'PL-02'), sheet('June 2018', 'PL-O2')];
  expect(readFile(sheets).questions).toEqual(['code:June 2018!A2 at A2']);
  expect(readFile(sheets, { 'code:June 2018!A2': 'same' }).fields('reading', 'measure', 'period')).toEqual([
    'pl-02 | May 2018',
    'pl-02 | June 2018',
  ]);
  expect(readFile(sheets, { 'code:June 2018!A2': 'another' }).fields('measure', 'code')).toEqual(['pl-02', 'pl-o2']);
});

test('a target in words is asked about once, and what is typed stands for all of them', () => {
  const rows = ['Apr 2018', 'May 2018'].map((month) => ['Rent', 'Low', month, '65 a month', 60]);
  const sheet = sheetOf('Data', [['Measure', 'Good', 'Period', 'Target', 'Actual'], ...rows]);
  expect(readFile(sheet).questions).toEqual(['target:65 a month at D2, D3']);
  expect(readFile(sheet).fields('target', 'green_from')).toEqual(['65 a month']);
  expect(readFile(sheet, { 'target:65 a month': '65' }).fields('target', 'shape', 'green_from')).toEqual([
    'at_most | 65',
  ]);
});

test('a column of years gives the months of each row their year', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Year', 'Apr', day('2018-05-01', 'May')],
    ['Tax', 'High', '2017/18', 1, 2],
    ['Tax', 'High', '2018/19', 3, 4],
  ]);
  const { fields, questions } = readFile(sheet);
  expect(questions).toEqual([]);
  expect(fields('reading', 'period', 'figure')).toEqual([
    'April 2017 | 1',
    'May 2017 | 2',
    'April 2018 | 3',
    'May 2018 | 4',
  ]);
});

test('the same month of last year is a reading of that month', () => {
  const sheet = sheetOf('June 2018', [
    [...heads, 'Same month last year'],
    ['A1', 'Rent', 'Low', 1, 2],
  ]);
  expect(readFile(sheet).fields('reading', 'period', 'figure')).toEqual(['June 2018 | 1', 'June 2017 | 2']);
});

test('the mark of a footnote is no part of a reference', () => {
  expect(readFile(sheetOf('June 2018', [heads, ['A1²', 'Rent', 'Low', 1]])).fields('measure', 'code')).toEqual(['a1']);
});

test('a service that stands once above its rows holds for them', () => {
  const sheet = sheetOf('June 2018', [
    ['Service', ...heads],
    ['Roads', 'A1', 'Rent', 'Low', 1],
    ['', 'A2', 'Trees', 'Low', 2],
    ['Buses', 'A3', 'Stops', 'Low', 3],
  ]);
  expect(readFile(sheet).fields('measure', 'code', 'service')).toEqual(['a1 | Roads', 'a2 | Roads', 'a3 | Buses']);
  expect(readFile(sheet).fields('service', 'name')).toEqual(['Roads', 'Buses']);
});

test('a list of people in the file names the leads of its measures', () => {
  const people = sheetOf('Owners', [
    ['Name', 'Email', 'Job'],
    ['Imran Sheikh', 'imran.sheikh@council.example', 'Manager'],
    ['', '', 'x'],
  ]);
  const measures = sheetOf('June 2018', [
    [...heads, 'Lead'],
    ['A1', 'Rent', 'Low', 1, 'IS'],
  ]);
  const read = readFile([measures, people], {}, { people: [] });
  expect(read.fields('person', 'name', 'email')).toEqual(['Imran Sheikh | imran.sheikh@council.example']);
  expect(read.fields('measure', 'owner')).toEqual(['imran.sheikh@council.example']);
  expect(read.left).toEqual(['C1: the column “Job”: it has no place here', '3: a row without an address']);
  expect(readFile(measures, {}, { people: [] }).left).toEqual(['E2: “IS”: nobody is here yet who could be meant']);
});

test('the lists of a drop-down are no measures', () => {
  expect(
    readFile(
      sheetOf('Lists', [
        ['Unit', 'Good'],
        ['%', 'High'],
      ]),
    ).left,
  ).toEqual(['1: a sheet that names no measures', '2: a sheet that names no measures']);
});

test('percentages that all lie from 0 to 1 are asked about where the file does not show them as percentages', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Unit', 'Tgt 18/19', 'Jul 2018', 'Aug 2018'],
    ['Fostered', 'High', '%', 0.9, 0.875, 0.88],
  ]);
  expect(readFile(sheet).questions).toEqual(['fractions at A2']);
  const read = readFile(sheet, { fractions: 'times_100' });
  expect(read.fields('reading', 'figure')).toEqual(['87.5', '88']);
  expect(read.fields('target', 'green_from')).toEqual(['90']);
  expect(read.fields('measure', 'decimals')).toEqual(['1']);
  expect(readFile(sheet, { fractions: 'as_they_are' }).fields('reading', 'figure')).toEqual(['0.875', '0.88']);
});

test('the service of a measure that is here stays as it is', () => {
  const sheet = sheetOf('June 2018', [
    ['Service', ...heads],
    ['Roads', 'A1', 'Rent', 'Low', 1],
  ]);
  expect(readFile(sheet, {}, { codes: ['a1'] }).fields('measure', 'code', 'service')).toEqual(['a1 | –']);
});
