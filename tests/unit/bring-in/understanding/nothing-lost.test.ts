import fc from 'fast-check';
import { expect, test } from 'vitest';
import { understand } from '@/lib/bring-in/understanding/understand';
import type { Understanding } from '@/lib/bring-in/understanding-shape';
import { columnLetters, type Sheet } from '@/lib/workbook/workbook';
import { sheetOf, type Written, workbookOf } from '../../../support/sheets/hand-made-workbook';

const context = {
  today: '2018-09-18',
  services: ['Children’s Social Care'],
  people: [{ name: 'Olive Turner', email: 'olive.turner@council.example' }],
  codes: ['c4'],
};

const headings =
  'Ref,Indicator,Good,17/18,Tgt 18/19,Apr,May,Jun,Lead,RAG,Comments,Period,Actual,Weight,Unit,Frequency,Type'.split(
    ',',
  );
const contents: Written[] = [
  'C2',
  'C4',
  '% fostered in house',
  'Days to adoption',
  '↑',
  'Low',
  81,
  '81%',
  '55 (p)',
  '55p',
  '5O9',
  'n/k',
  '-',
  '<5',
  '12,5',
  '1.234,5',
  '£1.2m',
  '(123)',
  'OT',
  'Olive Turner',
  'Jo Nobody',
  'Green',
  'Total',
  'Average',
  'p = provisional',
  'CHILDREN IN CARE',
  'Jun 2018',
  '03/04/2018',
  '43191',
  'Q1',
  '≥ 80',
  'between 80 and 90',
  '<12',
  'Monthly',
  'Furlongs',
  'Target',
  'Actual',
  'A comment of some length about what happened in the quarter',
  '#',
  '2018/19',
  '?',
  '%',
];

/** A sheet of headings and contents that anybody may have put together in any order. */
const sheets = fc
  .record({
    name: fc.constantFrom('Scorecard', 'June 2018', 'Measures', 'x'),
    titles: fc.array(fc.array(fc.constantFrom<Written>(...contents, null), { maxLength: 3 }), { maxLength: 2 }),
    heading: fc.shuffledSubarray(headings, { minLength: 2 }),
    rows: fc.array(fc.array(fc.constantFrom<Written>(...contents, null, null), { maxLength: 18 }), { maxLength: 8 }),
    hiddenColumns: fc.uniqueArray(fc.nat(10), { maxLength: 2 }),
    hiddenRows: fc.uniqueArray(fc.nat(10), { maxLength: 2 }),
    hidden: fc.boolean(),
  })
  .map(({ name, titles, heading, rows, ...options }) => sheetOf(name, [...titles, heading, ...rows], options));

/** What several rows of one measure say again: where they differ, the difference is named. */
const repeats = new Set(
  'code title number service theme definition unit decimals better frequency owner target'.split(' '),
);

/** The cells of a sheet of which the understanding says nothing. */
function unnamed(sheet: Sheet, understanding: Understanding): string[] {
  const meaning = understanding.sheets.find(({ name }) => name === sheet.name);
  const places = [
    ...understanding.wishes.flatMap((wish) => [wish.place, ...Object.values(wish.places)]),
    ...understanding.questions.flatMap((question) => question.places),
    ...understanding.leftOut.map(({ place }) => place),
  ];
  const named = new Set(places.map(({ row, column }) => `${column}${row}`));
  const uses = new Map(meaning?.rows.map(({ number, use }) => [number, use]));
  const leftColumns = new Set(meaning?.columns.filter(({ role }) => role === 'left_out').map(({ letters }) => letters));
  const roles = new Map(meaning?.columns.map(({ letters, role }) => [letters, role]));
  const wished = new Set(understanding.wishes.map(({ place }) => place.row));
  return sheet.rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell, column) => {
      const letters = columnLetters(column);
      const isNamed = named.has(`${letters}${number}`) || named.has(String(number));
      const isFrame = uses.get(number) === 'heading' || uses.get(number) === 'section';
      const isSame = wished.has(number) && (repeats.has(roles.get(letters) ?? '') || roles.get(letters) === 'row_kind');
      return !cell || isNamed || isFrame || isSame || leftColumns.has(letters)
        ? []
        : [`${letters}${number} ${cell.text}`];
    }),
  );
}

test('every cell of any sheet is in a wish, a heading, a section or a question, or is left out by its name', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      expect(unnamed(sheet, understand(workbookOf(sheet), {}, context))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('what was answered once is not asked again, but for what names a cell or a row', () => {
  fc.assert(
    fc.property(sheets, fc.nat(20), (sheet, number) => {
      const workbook = workbookOf(sheet);
      const first = understand(workbook, {}, context);
      const answers = Object.fromEntries(
        first.questions.flatMap(({ id, choices }) => {
          const choice = choices[number % Math.max(1, choices.length)];
          return choice ? [[id, choice.value]] : [];
        }),
      );
      const { remembered } = understand(workbook, answers, context);
      const open = understand(workbook, remembered, context).questions.filter(({ answer }) => answer === null);
      const isOfFile = (id: string) => /^(cell|row|code|heading|year|period|polarity|figure):/.test(id);
      expect(open.map(({ id }) => id).filter((id) => id in answers && !isOfFile(id))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any answers give the same understanding twice, and never throw', () => {
  fc.assert(
    fc.property(sheets, fc.dictionary(fc.string(), fc.string()), (sheet, answers) => {
      const workbook = workbookOf(sheet);
      expect(understand(workbook, answers, context)).toEqual(understand(workbook, answers, context));
    }),
    { numRuns: 50 },
  );
});
