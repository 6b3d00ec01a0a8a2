import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { understand } from '@/lib/bring-in/understanding/understand';
import { parseFigure } from '@/lib/figure/figure-entry';
import { readWorkbook } from '@/lib/workbook/workbook-reading';

type Fact = { measure: string; what: string; period: string; value: string };

const folder = 'tests/fixtures/workbooks';
const context = { today: '2026-11-29', services: [], people: [], codes: [] };
const code = (ref: string) =>
  ref
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month with which a period begins, as wishes name it: of 2026-04, 2026/27 Q1 and 2026/27 it is April 2026. */
function firstMonth(period: string): string {
  const [, year = '', month] = /^(\d{4})-(\d\d)$/.exec(period) ?? [];
  if (month) return months.format(new Date(`${year}-${month}-01`));
  const [, begins = '', quarter = '1'] = /^(\d{4})\/\d\d(?: Q(\d))?$/.exec(period) ?? [];
  return months.format(new Date(Date.UTC(Number(begins), Number(quarter) * 3, 1)));
}

const number = { unit: 'number', outsideHundred: true, countsPeople: false } as const;
const percent = { ...number, unit: 'percent' } as const;

/** A figure as a form would take it, or its words where it would not. */
function figureOf(text: string): string {
  const parsed = parseFigure(text, text.endsWith('%') ? percent : number);
  return 'value' in parsed ? String(Number(parsed.value)) : text;
}

/** What is read of a workbook without any answer, beside what a careful person reads out of it. */
async function figuresOf(name: string) {
  const read = await readWorkbook(readFileSync(`${folder}/${name}.xlsx`), `${name}.xlsx`);
  if ('refused' in read) throw new Error(read.refused);
  const { wishes } = understand(read.workbook, {}, context);
  const facts: Fact[] = parse(readFileSync(`${folder}/${name}.expected.csv`), { columns: true });
  const expected = new Map(
    facts
      .filter(({ what }) => what === 'figure')
      .map(({ measure, period, value }) => [`${code(measure)} ${firstMonth(period)}`, figureOf(value)]),
  );
  const found = wishes
    .filter(({ kind, fields }) => kind === 'reading' && fields.figure)
    .map(({ fields }) => [`${fields.measure} ${fields.period}`, figureOf(fields.figure ?? '')] as const);
  const right = found.filter(([key, figure]) => expected.get(key) === figure);
  const wrong = found.filter(([key, figure]) => expected.get(key) !== figure);
  return { right: right.length, wrong };
}

test.each([
  ['aldermarsh-long', 151],
  ['brackenhythe-board-report', 124],
  ['castlewick-monthly', 103],
  ['dunmere-finance', 115],
  ['elverstoke-export', 61],
  ['fenbourne-sixty', 716],
])('%s: no figure is read wrongly, and %i are read without a question', async (name, atOnce) => {
  const { right, wrong } = await figuresOf(name);
  expect(right).toBe(atOnce);
  // What is no number, such as 1O7, is refused at its cell until somebody mends it.
  expect(wrong.filter(([, figure]) => !Number.isNaN(Number(figure)))).toEqual([]);
});
