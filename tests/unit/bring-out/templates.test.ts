import { expect, test } from 'vitest';
import { columns } from '@/lib/bring-in/our-columns';
import { kinds } from '@/lib/bring-in/wish';
import { type DueMeasure, dueRows } from '@/lib/bring-out/due-rows';
import { dueSheets, emptySheets } from '@/lib/bring-out/templates';
import { wantedFileOf } from '@/lib/bring-out/wanted-file';

const buses: DueMeasure = {
  code: 'bus-01',
  title: 'Buses on time',
  frequency: 'monthly',
  startMonth: 4,
  lagDays: 20,
  requiredFrom: '2026-04-01',
  retiredOn: null,
  here: ['2026-04-01', '2026-05-01'],
  awaited: [],
};
const periods = (more: Partial<DueMeasure>, today: string) =>
  dueRows([{ ...buses, ...more }], today).map(({ period, due_by }) => `${period}, by ${due_by}`);

test('on any day of August the figures of June, which is late, and of July, due on the 20th, are asked for', () => {
  const expected = ['June 2026, by 20 July 2026', 'July 2026, by 20 August 2026'];
  for (const day of ['2026-08-01', '2026-08-20', '2026-08-31']) expect(periods({}, day)).toEqual(expected);
});

test('a period that is here is not asked for, nor one that is due next month or after the measure ended', () => {
  expect(periods({ here: ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'] }, '2026-08-17')).toEqual([]);
  expect(periods({ lagDays: 31 }, '2026-08-17')).toEqual([
    'June 2026, by 31 July 2026',
    'July 2026, by 31 August 2026',
  ]);
  expect(periods({ lagDays: 32 }, '2026-08-17')).toEqual(['June 2026, by 1 August 2026']);
  expect(periods({ retiredOn: '2026-06-30' }, '2026-08-17')).toEqual([]);
  expect(periods({ frequency: 'quarterly', here: [] }, '2026-07-01')).toEqual(['April 2026, by 20 July 2026']);
});

test('a figure that was expected by a day of this month is asked for, one of next month is not', () => {
  const here = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'];
  const awaited = (until: string) => periods({ here, awaited: [{ start: '2026-07-01', until }] }, '2026-08-17');
  expect(awaited('2026-08-31')).toEqual(['July 2026, by 20 August 2026']);
  expect(awaited('2026-09-01')).toEqual([]);
});

test('of a measure that nobody has read for years the latest 36 periods are asked for', () => {
  expect(periods({ requiredFrom: '2010-04-01', here: [] }, '2026-08-17')).toHaveLength(36);
});

test('an empty workbook has the headings alone, and explains each column on a sheet of its own', () => {
  const sheets = emptySheets();
  expect(sheets.map(({ rows }) => rows.length).slice(0, -1)).toEqual(kinds.map(() => 1));
  const guide = sheets.at(-1);
  expect(guide?.name).toBe('How to fill this in');
  expect(guide?.rows).toHaveLength(1 + kinds.reduce((total, kind) => total + columns[kind].length, 0));
  expect(guide?.rows).toContainEqual(['Measures', 'Code', 'yes', columns.measure[2]?.gloss, 'hwy-07']);
});

test('the file of what is due has its rows with the figures empty, and says by when', () => {
  const [sheet, guide] = dueSheets(dueRows([buses], '2026-08-17'));
  const headings = sheet?.rows[0] ?? [];
  expect(headings.slice(0, 3)).toEqual(['Measure', 'Period', 'Figure']);
  expect(headings.slice(-2)).toEqual(['Title (for reading only)', 'Due by (for reading only)']);
  expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['bus-01', 'June 2026', null]);
  expect(guide?.name).toBe('How to fill this in');
});

test.each([
  ['out', 'council', 'workbook.xlsx', 'record xlsx performance 7'],
  ['out', 'council', 'people.csv', 'record csv people 1'],
  ['out', 'own', 'workbook.xlsx', 'record xlsx performance 5'],
  ['out', 'own', 'readings.csv', 'record csv readings 1'],
  ['templates', 'council', 'empty.xlsx', 'empty xlsx template 7'],
  ['templates', 'council', 'measures.csv', 'empty csv template-measures 1'],
  ['templates', 'council', 'due.xlsx', 'due xlsx readings-due 1'],
  ['templates', 'own', 'readings.xlsx', 'empty xlsx template-readings 1'],
  ['templates', 'own', 'due.csv', 'due csv readings-due 1'],
] as const)('%s, %s: %s is a file', (what, whose, file, expected) => {
  const wanted = wantedFileOf(what, whose, file);
  expect(wanted && `${wanted.content} ${wanted.form} ${wanted.name} ${wanted.kinds.length}`).toBe(expected);
});

test.each([
  ['out', 'own', 'people.csv'],
  ['out', 'own', 'services.csv'],
  ['out', 'council', 'readings.xlsx'],
  ['out', 'council', 'due.csv'],
  ['templates', 'own', 'empty.xlsx'],
  ['templates', 'own', 'measures.csv'],
  ['templates', 'council', 'workbook.xlsx'],
  ['out', 'council', '../readings.csv'],
  ['out', 'council', 'readings.csv\r\nX: 1'],
  ['out', 'council', 'constructor.csv'],
  ['out', 'council', ''],
] as const)('%s, %s: %s is none', (what, whose, file) => expect(wantedFileOf(what, whose, file)).toBeNull());
