import { expect, test } from 'vitest';
import { understand } from '@/lib/bring-in/understanding/understand';
import type { Answers } from '@/lib/bring-in/understanding-shape';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { childrenQuarters, childrenRows } from '../../../fixtures/workbooks/made/children-quarters';
import { corporateScorecard } from '../../../fixtures/workbooks/made/corporate-scorecard';
import { financeLists, pensionRows, revenueRows, treasuryRows } from '../../../fixtures/workbooks/made/finance-lists';
import { highwaysRows, highwaysTracker } from '../../../fixtures/workbooks/made/highways-tracker';
import { housingMarks, housingRows } from '../../../fixtures/workbooks/made/housing-marks';
import { type Sheet, spreadsheet } from '../../../fixtures/workbooks/made/spreadsheet';

/** What an empty council in November 2026 understands of a workbook. */
async function understood(sheets: Sheet[], answers: Answers = {}, codes: string[] = []) {
  const read = await readWorkbook(await spreadsheet(sheets), 'workbook.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const council = { today: '2026-11-29', services: [], people: [], codes };
  const { wishes, questions, leftOut } = understand(read.workbook, answers, council);
  const titles = new Map(
    wishes.flatMap(({ kind, fields }) => (kind === 'measure' ? [[fields.code, fields.title]] : [])),
  );
  /** The fields of the wishes of a kind, under the title of their measure; percentages without their sign. */
  const fields = (kind: string, ...names: string[]) =>
    wishes
      .filter((wish) => wish.kind === kind)
      .map(({ fields: its }) =>
        [
          ...(kind === 'measure' || kind === 'service' ? [] : [titles.get(its.measure)]),
          ...names.map((name) => (its[name] ?? '–').replace(/%$/, '')),
        ].join(' | '),
      )
      .sort();
  const open = questions.filter(({ answer, proposed }) => answer === null && proposed === undefined);
  return { fields, open: open.map(({ id }) => id), left: leftOut.map(({ why }) => why) };
}

const shapes = { High: 'at_least', Low: 'at_most', Maximise: 'at_least', Minimise: 'at_most' } as const;
const polarities = { High: 'higher', Low: 'lower', Monitor: 'none', Maximise: 'higher', Minimise: 'lower' } as const;

test('a sheet a quarter with merged headings: 18 measures of one service, without a question', async () => {
  const { fields, open, left } = await understood(childrenQuarters);
  expect(open).toEqual([]);
  expect(fields('service', 'name')).toEqual(['Children and Families']);
  expect(fields('measure', 'title', 'theme', 'better', 'frequency')).toEqual(
    childrenRows.map(({ title, theme, better }) => `${title} | ${theme} | ${polarities[better]} | quarterly`).sort(),
  );
  expect(fields('outturn', 'year', 'figure')).toEqual(
    childrenRows.map(({ title, outturn }) => `${title} | 2025/26 | ${outturn}`).sort(),
  );
  expect(fields('target', 'from', 'shape', 'green_from')).toEqual(
    childrenRows
      .flatMap(({ title, better, target }) =>
        better === 'Monitor' ? [] : [`${title} | April 2026 | ${shapes[better]} | ${target}`],
      )
      .sort(),
  );
  // Their two numbers come in once the measures say what they count.
  const again = await understood(childrenQuarters, {}, fields('measure', 'code'));
  expect(fields('reading', 'first_number').filter((row) => !row.endsWith('–'))).toEqual([]);
  expect(again.fields('reading', 'period', 'figure', 'mark', 'first_number', 'second_number')).toEqual(
    childrenRows
      .flatMap(({ title, quarters }) =>
        quarters.map(({ value, parts }, quarter) => {
          const figure = value === 'Not yet available' ? '– | not_available_yet' : `${value} | –`;
          return `${title} | ${['April', 'July'][quarter]} 2026 | ${figure} | ${parts?.join(' | ') ?? '– | –'}`;
        }),
      )
      .sort()
      .map((row) => row.replace('| – | not_available_yet', '|  | not_available_yet')),
  );
  expect(left).not.toContain('a heading that we do not know');
});

test('months as columns with a hidden column and row, arrows, a total and notes: 14 measures, two units asked', async () => {
  const { fields, open, left } = await understood(highwaysTracker);
  expect(open).toEqual(['unit:thousand', 'unit:km']);
  expect(fields('service', 'name')).toEqual(['Highways and Transport']);
  const polarity = { Bigger: 'higher', Smaller: 'lower' } as const;
  expect(fields('measure', 'title', 'better')).toEqual(
    highwaysRows.map(({ title, better }) => `${title} | ${better ? polarity[better] : 'none'}`).sort(),
  );
  const months = ['April', 'May', 'June', 'July', 'August', 'September', 'October'];
  expect(fields('reading', 'period', 'figure')).toEqual(
    highwaysRows
      .flatMap(({ title, months: figures }) =>
        figures.flatMap((figure, at) => (figure === null ? [] : [`${title} | ${months[at]} 2026 | ${figure}`])),
      )
      .sort(),
  );
  expect(fields('target', 'green_from')).toEqual(
    highwaysRows.flatMap(({ title, target }) => (target === null ? [] : [`${title} | ${target}`])).sort(),
  );
  expect(left).toEqual(expect.arrayContaining(['a hidden row', 'a total', 'a note']));
  expect(left).toContain('the column “Internal notes”: a hidden column');
});

test('figures with colours, parts as 45/61 and 0.875 as 87.5%: 15 measures, two words asked', async () => {
  const { fields, open } = await understood(housingMarks);
  expect(open).toEqual(['word:new', 'word:tbc']);
  expect(fields('service', 'name')).toEqual(['Housing']);
  expect(fields('measure', 'title', 'theme', 'better', 'unit')).toEqual(
    housingRows
      .map(({ title, theme, aim, kind }) => {
        const unit = { '%': 'percent', days: 'days', '£': 'pounds', number: 'number' }[kind];
        return `${title} | ${theme} | ${polarities[aim]} | ${unit}`;
      })
      .sort(),
  );
  // Their two numbers come in once the measures say what they count.
  const again = await understood(housingMarks, {}, fields('measure', 'code'));
  expect(fields('reading', 'first_number').filter((row) => !row.endsWith('–'))).toEqual([]);
  expect(again.fields('reading', 'period', 'figure', 'mark', 'first_number', 'second_number')).toEqual(
    housingRows
      .flatMap(({ title, months, parts }) =>
        months.flatMap(({ value }, at) => {
          const numbers = at === 2 && parts ? parts.replace(/,/g, '').replace('/', ' | ') : '– | –';
          const shown = housingFigure(title, value);
          return value === null
            ? []
            : [`${title} | ${['August', 'September', 'October'][at]} 2026 | ${shown} | – | ${numbers}`];
        }),
      )
      .sort(),
  );
  expect(fields('target', 'green_from').map((row) => row.replace(/\.0$/, ''))).toEqual(
    housingRows.flatMap(({ title, target }) => (target === null ? [] : [`${title} | ${target}`])).sort(),
  );
});

/** A figure as its cell writes it: shares and days have one decimal. */
function housingFigure(title: string, value: number | null): string | null {
  const kind = housingRows.find((row) => row.title === title)?.kind;
  return value === null ? null : kind === '%' || kind === 'days' ? value.toFixed(1) : String(value);
}

test('a row a measure and month, £000, decimal commas and American dates: asked what a person could not tell', async () => {
  const asked = await understood(financeLists);
  expect(asked.open).toEqual([
    'service:revenues £000',
    'dates',
    'service:treasury export',
    'service:pensions',
    'polarity:Revenues (£000)',
    'polarity:Treasury export',
    'polarity:Pensions',
  ]);
  const finance = {
    'service:revenues £000': 'Finance',
    'service:treasury export': 'Finance',
    'service:pensions': 'Finance',
  };
  const { fields, open } = await understood(financeLists, {
    ...finance,
    dates: 'month',
    'polarity:Revenues (£000)': 'higher',
    'polarity:Treasury export': 'lower',
    'polarity:Pensions': 'higher',
  });
  expect(open).toEqual([]);
  const months = ['April', 'May', 'June', 'July', 'August', 'September'];
  expect(fields('reading', 'period', 'figure')).toEqual(
    [...revenueRows, ...treasuryRows, ...pensionRows]
      .flatMap(({ title, months: figures }) => figures.map((figure, at) => `${title} | ${months[at]} 2026 | ${figure}`))
      .sort(),
  );
  const units = fields('measure', 'title', 'unit', 'covers');
  expect(units).toContain('Council tax collected in the month | pounds_thousand | –');
  expect(units).toContain('Savings delivered to date | pounds_thousand | ytd');
  expect(units).toContain('Pension fund return over one year (%) | percent | –');
  expect(fields('target', 'from', 'green_from')).toContain('Pension fund return over one year (%) | April 2026 | 6.5');
});

test('a tidy scorecard: five measures with owners, targets and outturns, and one unit asked', async () => {
  const { fields, open } = await understood(corporateScorecard);
  expect(open).toEqual(['unit:seconds']);
  expect(fields('measure', 'code', 'owner', 'better')).toEqual([
    'cs1 | olive.marsh@westmere.gov.uk | higher',
    'cs2 | olive.marsh@westmere.gov.uk | lower',
    'cs3 | olive.marsh@westmere.gov.uk | higher',
    'cs4 | piet.vaughan@westmere.gov.uk | higher',
    'cs5 | piet.vaughan@westmere.gov.uk | lower',
  ]);
  expect(fields('target', 'from')).toHaveLength(5);
  expect(fields('outturn', 'year')).toHaveLength(5);
  expect(fields('reading', 'figure')).toHaveLength(10);
});
