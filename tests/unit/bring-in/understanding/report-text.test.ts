import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '@/lib/bring-in/understanding/report-text';
import { readFile } from '../../../support/sheets/read-file';

/** A report as its print gives it up: tabs and blanks between cells, a sign for % that became two, and lines that lost their words. */
const report = `9/14/2018 Roads and Buses
Performance at 14 September 2018 for
Roads and Buses

COMMENTS: This belongs to a row whose title is lost.
	12	14	13	Jul 2018	Monthly	Red	Red	Up to date	~
1 Potholes mended within five days %	6	91	95	93	Jul 2018	Monthly	Green	Amber	Up to date	~~
COMMENTS: Fewer gangs were out in July. ACTIONS: Two gangs begin in October.
Average wait for a bus (minutes)	Minutes	9	8	7.5	Jul 2018	Monthly	Green	Green	Up to date
3 Accidents on the road	Number per 1000	0.4	0.3	0.25	Apr 2018	Quarterly	Green	Green	Up to date	V
COMMENTS: Below every year since 2010.
ACTIONS: None is needed.

4 Lamps that are out 5 6 7 Jul 2018 Monthly Red COMMENTS: All in one line. 5 Signs mended 80 90 85 Jul 2018 Monthly Green
`;

test('a report as text gives a row for each measure that is whole in one line, under the number of its line', () => {
  const { workbook } = readReport(report);
  const rows = workbook.sheets[0]?.rows.map(({ number, cells }) =>
    [number, ...cells.map((cell) => cell?.text ?? '')].join(' | '),
  );
  expect(rows).toEqual([
    '1 | 9/14/2018 Roads and Buses',
    '2 | Performance at 14 September 2018 for',
    '3 | Roads and Buses',
    '6 | Number | Measure | Unit | Figure 1 | Figure 2 | Figure 3 | Period | Frequency | Comments | Actions | Signs | Rest of the line',
    '7 | 1 | Potholes mended within five days | % 6 | 91 | 95 | 93 | Jul 2018 | Monthly | Fewer gangs were out in July. | Two gangs begin in October. | Green, Amber, Up to date | ~~',
    '9 |  | Average wait for a bus (minutes) | Minutes | 9 | 8 | 7.5 | Jul 2018 | Monthly |  |  | Green, Green, Up to date | ',
    '10 | 3 | Accidents on the road | Number per 1000 | 0.4 | 0.3 | 0.25 | Apr 2018 | Quarterly | Below every year since 2010. | None is needed. | Green, Green, Up to date | V',
  ]);
});

test('a line that is not read says so: words without a row, a row without words, two rows in one line', () => {
  const unread = readReport(report).lines.filter(({ text, read }) => text.trim() !== '' && !read);
  expect(unread.map(({ number }) => number)).toEqual([5, 6, 14]);
});

test('what the figures of a report are is asked, and so is a unit that the print spoiled', () => {
  const { workbook } = readReport(report);
  const context = { services: ['Roads and Buses'] };
  expect(readFile(workbook.sheets, {}, context).questions.slice(0, 4)).toEqual([
    'column:figure 1 at D6',
    'column:figure 2 at E6',
    'column:figure 3 at F6',
    'unit:% 6 at C7',
  ]);
  const answers = {
    'column:figure 1': 'outturn',
    'column:figure 2': 'target',
    'column:figure 3': 'reading',
    'unit:% 6': 'percent',
    'polarity:Report': 'higher',
  };
  const { fields, questions, read } = readFile(workbook.sheets, answers, context);
  expect(read.questions.filter(({ answer }) => answer === null)).toEqual([]);
  expect(questions).toHaveLength(5);
  expect(fields('measure', 'number', 'unit', 'frequency', 'service')).toEqual([
    '1 | percent | monthly | Roads and Buses',
    '– | minutes | monthly | Roads and Buses',
    '3 | per_1000 | quarterly | Roads and Buses',
  ]);
  expect(fields('reading', 'period', 'figure', 'comments', 'action')).toEqual([
    'July 2018 | 93 | Fewer gangs were out in July. | Two gangs begin in October.',
    'July 2018 | 7.5 | – | –',
    'April 2018 | 0.25 | Below every year since 2010. | None is needed.',
  ]);
});

test('a table that is pasted has tabs between its cells', () => {
  const { workbook, lines } = readReport('Roads\nMeasure\tGood\tJun 2018\nPotholes\tHigh\t91%\n\nTrees\tLow\t\n');
  expect(readFile(workbook.sheets).fields('reading', 'measure', 'period', 'figure')).toEqual([
    'potholes | June 2018 | 91%',
  ]);
  expect(lines.map(({ read }) => read)).toEqual([true, true, true, false, true, false]);
});

test('a table that is aligned by blanks keeps its empty cells empty', () => {
  const text = [
    'Indicator          Good   May 2018   Jun 2018   Lead',
    'Potholes mended    High                   91%   OT',
    'Trees felled       Low         3                OT',
  ].join('\n');
  const read = readFile(readReport(text).workbook.sheets, { quarters: 'month' });
  expect(read.fields('reading', 'measure', 'period', 'figure')).toEqual([
    'potholes-mended | June 2018 | 91%',
    'trees-felled | May 2018 | 3',
  ]);
});

test('any text is read without throwing, and each of its lines is there', () => {
  const pieces = fc.constantFrom(
    '\t',
    ' ',
    '\n',
    '%',
    'Jul 2018 Monthly',
    'COMMENTS:',
    '12',
    '9,3',
    'Measure',
    'Good',
    'Green',
    'x',
    '\u0000',
    '’',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join(' ');
      expect(readReport(text).lines.map((line) => line.text)).toEqual(text.split('\n'));
    }),
    { numRuns: 200 },
  );
});

test('a text that might hang a reader is read at once', () => {
  expect(
    readReport(`${'Jul 2018 '.repeat(20_000)}\n${'a '.repeat(100_000)}\n${'1 '.repeat(100_000)}Jul 2018 Monthly`).lines,
  ).toHaveLength(3);
});
