import { expect, test } from 'vitest';
import { percent, sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const of100 = (figure: number) => percent(String(figure / 100), `${figure}%`);

/** A scorecard as a council keeps it: a title, two rows of headings, sections, marks, a slip, a total and a note. */
const scorecard = sheetOf(
  'Scorecard',
  [
    ['Childrens scorecard 2018/19 – Q1 (draft v3)'],
    ['', '', '', 'Last yr', 'Tgt', '2018/19'],
    ['Ref', 'Indicator', 'Good', '17/18', '18/19', 'Apr', 'May', 'Jun', 'Lead'],
    ['CHILDREN IN CARE'],
    ['C2', '% fostered in house', '↑', of100(81), of100(80), of100(80), of100(80), of100(81), 'OT'],
    ['C7', 'Long term placements', '↑', of100(70), of100(69), of100(70), 'n/k', of100(71), 'OT'],
    ['C4', 'Days to adoption', '↓', 552, 550, 520, 514, '5O9', 'OT'],
    ['YOUTH JUSTICE'],
    ['Y1', 'Re-offending', '↓', 55, 50, '', '', '55 (p)', 'OT'],
    ['Y2', 'Custody per 1,000', '↓', 0.19, 0.2, '', '', 0.19, 'OT'],
    ['Y3', 'Suitable home', '↑', of100(100), of100(95), of100(100), of100(96), of100(100), 'OT'],
    ['E1', 'Assessments a month', '↑', 95, 110, 94, 97, 96, 'OT'],
    ['', 'TOTAL', '', '', '', 18, 17, 20],
    ['p = provisional. Source: ICS, run 02/07/18'],
  ],
  { merged: [{ top: 2, bottom: 2, left: 5, right: 7 }] },
);

test('each column says what it was understood as', () => {
  expect(readFile(scorecard).columns).toEqual([
    'A Ref: Code',
    'B Indicator: Title',
    'C Good ↑ ↓: More is better, less is better',
    'D Last yr 17/18: Outturn of 2017/18',
    'E Tgt 18/19: Target from April 2018: at least or at most, after column C',
    'F–H Apr to Jun 2018/19: Readings, monthly; “(p)” is provisional',
    'I Lead “OT”: Olive Turner, data owner',
  ]);
});

test('a title, a total and a note are left out, and sections are themes', () => {
  const { uses, left, fields } = readFile(scorecard);
  expect(uses.map((use) => use[0]).join('')).toBe('lhhsdddsddddll');
  expect(left).toEqual(['1: a title', '13: a total', '14: a note']);
  expect(fields('measure', 'code', 'theme', 'owner')).toEqual([
    'c2 | CHILDREN IN CARE | olive.turner@council.example',
    'c7 | CHILDREN IN CARE | olive.turner@council.example',
    'c4 | CHILDREN IN CARE | olive.turner@council.example',
    'y1 | YOUTH JUSTICE | olive.turner@council.example',
    'y2 | YOUTH JUSTICE | olive.turner@council.example',
    'y3 | YOUTH JUSTICE | olive.turner@council.example',
    'e1 | YOUTH JUSTICE | olive.turner@council.example',
  ]);
});

test('the month or the quarter, n/k and a letter O are asked about at their cells', () => {
  const { questions, read } = readFile(scorecard);
  expect(questions).toEqual(['word:n/k at G6', 'cell:Scorecard!H7 at H7', 'quarters at H9, H10']);
  const [word, slip, quarters] = read.questions;
  expect(word?.sentence).toBe('What does “n/k” mean?');
  expect(slip).toMatchObject({
    sentence: '“5O9” has the letter O in it.',
    gloss: 'Left out unless you mend it.',
    mend: '509',
  });
  expect(quarters).toMatchObject({
    sentence: 'Is “Jun” the month, or the quarter from April to June?',
    gloss: 'The measures Y1 and Y2 have figures under Jun only.',
    proposed: 'quarter',
    answer: null,
  });
});

test('figures become readings, targets and outturns, each at its cell', () => {
  const { fields, read } = readFile(scorecard);
  expect(fields('outturn', 'measure', 'year', 'figure').slice(0, 3)).toEqual([
    'c2 | 2017/18 | 81%',
    'c7 | 2017/18 | 70%',
    'c4 | 2017/18 | 552',
  ]);
  expect(fields('target', 'measure', 'from', 'shape', 'green_from').slice(1, 3)).toEqual([
    'c7 | April 2018 | at_least | 69%',
    'c4 | April 2018 | at_most | 550',
  ]);
  expect(fields('measure', 'code', 'unit', 'decimals', 'better', 'frequency', 'first_period')).toEqual([
    'c2 | percent | 0 | higher | monthly | April 2018',
    'c7 | percent | 0 | higher | monthly | April 2018',
    'c4 | days | 0 | lower | monthly | April 2018',
    'y1 | number | 0 | lower | quarterly | April 2018',
    'y2 | per_1000 | 2 | lower | quarterly | April 2018',
    'y3 | percent | 0 | higher | monthly | April 2018',
    'e1 | number | 0 | higher | monthly | April 2018',
  ]);
  expect(fields('reading', 'measure', 'period', 'figure', 'mark')).toContain('y1 | April 2018 | 55 | provisional');
  const may = read.wishes.find(
    ({ kind, fields: { measure, period } }) => kind === 'reading' && measure === 'c4' && period === 'May 2018',
  );
  expect(may?.places.figure).toEqual({ sheet: 'Scorecard', row: 7, column: 'G' });
});

test('answers are followed, and those that name no cell hold for the next file', () => {
  const answers = {
    'word:n/k': 'not_collected',
    'cell:Scorecard!H7': '509',
    quarters: 'month',
    'row:Scorecard!13': 'data',
  };
  const { fields, read } = readFile(scorecard, answers);
  const readings = fields('reading', 'measure', 'period', 'figure', 'mark');
  expect(readings).toContain('c7 | May 2018 |  | not_collected');
  expect(readings).toContain('c4 | June 2018 | 509 | –');
  expect(readings).toContain('y2 | June 2018 | 0.19 | –');
  expect(fields('measure', 'code')).toContain('total');
  expect(read.remembered).toEqual({ 'word:n/k': 'not_collected', quarters: 'month' });
  expect(
    readFile(scorecard, read.remembered)
      .read.questions.filter(({ answer }) => answer === null)
      .map(({ id }) => id),
  ).toEqual(['cell:Scorecard!H7']);
});

test('a slip that is not mended stays as it is, for the record to refuse', () => {
  expect(readFile(scorecard).fields('reading', 'measure', 'figure')).toContain('c4 | 5O9');
});

test('guesses about a measure are named, and one answer changes them', () => {
  const guesses = readFile(scorecard).read.sheets[0]?.measures ?? [];
  expect(guesses.map(({ key, meaning }) => `${key} ${meaning}`)).toContain(
    'measure:c4:unit Unit: a number of days, as its figures and words look',
  );
  expect(readFile(scorecard, { 'measure:c4:unit': 'weeks' }).fields('measure', 'code', 'unit')[2]).toBe('c4 | weeks');
});

test('of measures that are here, only what the row itself says is asked for', () => {
  const { fields } = readFile(scorecard, {}, { codes: ['c2'] });
  expect(fields('measure', 'code', 'title', 'unit', 'definition', 'first_period', 'service')[0]).toBe(
    'c2 | % fostered in house | – | – | – | –',
  );
});

test('a column is left out, or means another thing, by one answer', () => {
  const left = readFile(scorecard, { 'column:2018/19 apr to 2018/19 jun': 'left_out' });
  expect(left.fields('reading', 'figure')).toEqual([]);
  expect(left.columns[5]).toBe('F–H Apr to Jun 2018/19: Left out: left out as you chose');
  expect(readFile(scorecard, { 'column:lead': 'owner_role' }).fields('measure', 'owner_role', 'owner')[0]).toBe(
    'OT | –',
  );
});
