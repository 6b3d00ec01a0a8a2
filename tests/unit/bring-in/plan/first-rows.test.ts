import { expect, test } from 'vitest';
import { firstRows } from '@/lib/bring-in/plan/first-rows';
import type { Planned, Task } from '@/lib/bring-in/plan/row/planned';
import { blankContent } from '@/lib/reading/content';
import { draft, target } from '../../../support/council/drafts';

const place = { sheet: 'Scorecard', row: 5, column: '' };
const planned = (task: Task | null): Planned => ({
  wish: { kind: 'measure', fields: {}, places: {}, place },
  row: { kind: 'measure', post: null, action: 'create', place, what: '', sentence: '', changes: [], history: false },
  task,
});
const count = { unit: 'number', decimals: 0, scale: null, numeratorLabel: null, denominatorLabel: null } as const;
const add = (code: string, some = {}) =>
  planned({
    step: 'add_measure',
    slug: 'childrens',
    theme: null,
    draft: draft({ ...count, code, title: `Of ${code}`, ...some }),
  });
const aim = (code: string, effectiveFrom: string, green: string) =>
  planned({
    step: 'set_target',
    code,
    draft: target(green, { effectiveFrom, target: { shape: 'at_least', green, amber: null } }),
  });
const write = (code: string, start: string, value: string | null) =>
  planned({ step: 'write_reading', code, start, readingId: null, content: { ...blankContent, value } });

test('the latest figure is judged by the target of its own period, as the scorecard would', () => {
  const rows = firstRows(
    [
      add('e1', { requiredFrom: '2018-04-01' }),
      aim('e1', '2018-07-01', '90'),
      aim('e1', '2018-04-01', '110'),
      write('e1', '2018-05-01', '120'),
      write('e1', '2018-06-01', '96'),
    ],
    '2018-08-17',
  );
  expect(rows).toEqual([
    { code: 'e1', title: 'Of e1', target: 'at least 110', figure: '96', period: 'Jun 2018', colour: 'red' },
  ]);
});

test('three measures, those with a figure first; without one there is no colour, and why is said', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((code) => add(code));
  expect(firstRows(all, '2018-08-17').map(({ code, colour }) => [code, colour])).toEqual([
    ['a', null],
    ['b', null],
    ['c', null],
  ]);
  const some = [...all, write('d', '2018-06-01', '3'), planned(null)];
  expect(firstRows(some, '2018-08-17').map(({ code }) => code)).toEqual(['d']);
  expect(firstRows([planned(null)], '2018-08-17')).toEqual([]);
});
