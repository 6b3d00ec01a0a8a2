import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sheetsOf } from '@/lib/bring-in/plan/file-sheets';
import { allSteps } from '@/lib/bring-in/understanding/cell/steps';
import { type Proofread, proofreadSteps } from '@/lib/proofread/proofread';
import { reportLines } from '@/lib/proofread/report-lines';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';

const folder = 'tests/fixtures/commentary';
const reportDay = '2018-08-17';

async function proofread(bytes: Uint8Array, fileName: string): Promise<Proofread> {
  const read = await sheetsOf({ kind: fileName.endsWith('.txt') ? 'text' : 'workbook', bytes, fileName }, () => {});
  if ('refused' in read) throw new Error(read.refused);
  return allSteps(proofreadSteps(read.workbook, {}, reportDay));
}

const rulesByRow = ({ rows }: Proofread) =>
  rows.map(({ text, findings }) => [text.measure.title, [...new Set(findings.map(({ rule }) => rule))].sort()]);

const inTable = [
  ['Household waste recycled', []],
  ['Average days to relet a council home', ['B9', 'W1']],
  ['Fly-tips cleared in two working days', ['B2']],
];

test('a report as text is read with its figures, its colours and its actions', async () => {
  const result = await proofread(readFileSync(`${folder}/fenwater-report.txt`), 'report.txt');
  expect(rulesByRow(result)).toMatchObject([
    ['Household waste recycled', []],
    ['Average time to relet a council home', ['B9', 'W1']],
    ['Fly-tips cleared in two working days', ['B2']],
    ['Households in temporary accommodation', expect.arrayContaining(['B6', 'B9', 'W3'])],
    ['Minor planning applications decided in time', expect.arrayContaining(['B3'])],
    ['Missed bins per month', ['B10', 'W9']],
    ['Calls answered within two minutes', ['W5']],
  ]);
  expect(result.assumed).toEqual([
    'The figures of each line were read, from left to right, as last year’s figure, the target and the figure itself.',
  ]);
  const flyTips = result.rows[2]?.text;
  expect(flyTips).toMatchObject({
    measure: { polarity: 'higher' },
    figures: { value: '90', numerator: '171', denominator: '190' },
    target: { shape: 'at_least', green: '95' },
    colour: 'red',
    direction: 'worsening',
    actions: [{ owner: 'Street scene manager', due: '2018-08-31' }],
  });
});

test('the same table as CSV and as XLSX gives the same findings', async () => {
  const bytes = readFileSync(`${folder}/fenwater-table.csv`);
  expect(rulesByRow(await proofread(bytes, 'table.csv'))).toEqual(inTable);
  const read = await readWorkbook(bytes, 'table.csv');
  if ('refused' in read) throw new Error(read.refused);
  const rows = (read.workbook.sheets[0]?.rows ?? []).map(({ cells }) =>
    Array.from(cells, (cell) => (cell?.kind === 'number' ? Number(cell.value) : (cell?.text ?? null))),
  );
  const workbook = await writeWorkbook([{ name: 'Scorecard', rows }]);
  expect(rulesByRow(await proofread(workbook, 'table.xlsx'))).toEqual(inTable);
});

test('a row without a figure and without a reason is refused, and its words are read all the same', async () => {
  const csv = readFileSync(`${folder}/fenwater-table.csv`, 'utf8').replace(',22,27,', ',22,,');
  const result = await proofread(Buffer.from(csv), 'table.csv');
  const row = result.rows.find(({ title }) => title.startsWith('Average days'));
  expect(row?.findings.map(({ rule }) => rule)).toContain('B4');
  expect(row?.text.comments).toBe('It took 26 days on average to relet a home.');
});

test('what is not understood is named, with where it stands', async () => {
  const csv = readFileSync(`${folder}/fenwater-table.csv`, 'utf8').replace(',24,22,27,', ',24,about 22,27,');
  const { notUnderstood } = await proofread(Buffer.from(csv), 'table.csv');
  expect(notUnderstood.join('\n')).toContain('about 22');
});

test('a text that no terminal should obey is printed as harmless words', async () => {
  const csv = `Ref,Measure,Unit,Target 2018/19,Jul 2018,Comments\nE1,Bins \u001b[31mmissed\u001b]0;x\u0007,Number,5,9,"It was \u202e12\u202c \u001b[2J bins, =HYPERLINK(1)"\n`;
  const lines = reportLines(await proofread(Buffer.from(csv), 'table.csv'));
  expect(lines.join('\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(lines.at(-1)).toMatch(/^One row read/);
});

test('the counts at the end are those of the findings', async () => {
  const result = await proofread(readFileSync(`${folder}/fenwater-report.txt`), 'report.txt');
  const all = result.rows.flatMap(({ findings }) => findings);
  expect(result.blockers + result.warnings).toBe(all.length);
  expect(all.filter(({ rule }) => rule.startsWith('B'))).toHaveLength(result.blockers);
  expect(reportLines(result).at(-1)).toMatch(/^Seven rows read: .* faults? to mend before publication, /);
});
