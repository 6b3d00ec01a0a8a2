import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { eventLink } from '@/lib/record/event-address';
import { eventChanges } from '@/lib/record/event-changes';
import { historyColumns, historyCsv } from '@/lib/record/history-csv';

const at = '2018-08-17T09:00:00.000Z';
const line = {
  id: 3,
  at,
  who: 'Olive',
  sentence: 'Olive changed it.',
  changes: [],
  href: '/readings/csc-02/2018-07-01',
};

test('a line for each thing that an event changed, and one where it changed none', () => {
  const changes = [
    { what: 'figure', before: null, after: '82%' },
    { what: 'comments', before: 'One\ntwo', after: '"Three", four' },
  ];
  const rows = parse(historyCsv([{ ...line, changes }, line])) as string[][];
  expect(rows).toEqual([
    [...historyColumns],
    ['3', at, 'Olive', 'Olive changed it.', 'figure', '', '82%', line.href],
    ['3', at, 'Olive', 'Olive changed it.', 'comments', 'One\ntwo', '"Three", four', line.href],
    ['3', at, 'Olive', 'Olive changed it.', '', '', '', line.href],
  ]);
});

test('no cell is a formula to a spreadsheet', () => {
  const changes = [{ what: 'comments', before: '=1+1', after: '@SUM(A1)' }];
  const text = historyCsv([{ ...line, who: '+44', sentence: '-Olive', changes }]);
  const [, row] = parse(text) as string[][];
  expect(row?.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  const tabbed = historyCsv([{ ...line, sentence: 'a\t=1+1', who: 'b;=1+1' }]);
  expect(tabbed).toContain('"b;=1+1","a\t=1+1"');
});

test('what an event itself changed, by its details', () => {
  expect(eventChanges('person_renamed', { was: 'Ada', name: 'Ada Byrne' })).toEqual([
    { what: 'name', before: 'Ada', after: 'Ada Byrne' },
  ]);
  expect(eventChanges('deputy_ended', { was: '2018-09-14', untilDay: '2018-08-31' })).toEqual([
    { what: 'last day', before: '14 September 2018', after: '31 August 2018' },
  ]);
  expect(eventChanges('signed_in', { was: 'x', name: 'y' })).toEqual([]);
  const changes = [
    ['the name', 'Buses', 'Buses and coaches'],
    ['the notice', '', 'Counted by depots.'],
  ];
  expect(eventChanges('service_changed', { changes })).toEqual([
    { what: 'name', before: 'Buses', after: 'Buses and coaches' },
    { what: 'notice', before: null, after: 'Counted by depots.' },
  ]);
  expect(eventChanges('meeting_moved', { day: '2018-09-06', toDay: '2018-09-13' })).toEqual([
    { what: 'meeting', before: '6 September 2018', after: '13 September 2018' },
  ]);
  expect(eventChanges('theme_set', { was: '', theme: 'Getting about' })).toEqual([
    { what: 'theme', before: null, after: 'Getting about' },
  ]);
  expect(eventChanges('service_changed', { changes: ['x', null, [], [7]] })).toEqual([
    { what: '7', before: null, after: null },
  ]);
});

test.each([
  ['reading_saved', { code: 'csc-02', periodStart: '2018-07-01' }, '/readings/csc-02/2018-07-01'],
  ['measure_rebased', { code: 'csc-02', periodStart: '2018-07-01' }, '/measures/csc-02/working'],
  ['edition_published', { number: 2 }, '/scorecards/childrens-social-care/editions/2'],
  ['meeting_moved', { slug: 'travel', day: '2018-09-06' }, '/committees/travel'],
  ['term_explained', { term: 'FTE' }, '/glossary'],
  ['term_removed', { term: 'FTE' }, null],
  ['history_laid', { batch: 1 }, '/services/childrens-social-care/history-from-elsewhere'],
  ['signed_in', {}, null],
] as const)('%s leads to what it is about', (kind, details, href) => {
  expect(eventLink(kind, details, 'childrens-social-care')).toBe(href);
});
