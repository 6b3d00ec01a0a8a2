import { expect, test } from 'vitest';
import type { FrozenRow } from '@/lib/edition/edition';
import { exampleIn } from '@/lib/scorecard/worked-example';

const figure = (text: string) => ({ text, why: null });
const row = (code: string, more: Partial<FrozenRow> = {}): FrozenRow => ({
  number: 1,
  code,
  title: code,
  definition: '',
  unit: 'Number',
  frequency: 'monthly',
  covers: null,
  previous: { ...figure('80'), label: '2017/18' },
  target: { ...figure('76'), rule: 'at most 76' },
  current: { ...figure('83'), marks: [] },
  period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
  travel: { direction: 'worsening', colour: 'red', sentence: '' },
  rag: { colour: 'red', sentence: '' },
  realTerms: null,
  comments: null,
  actions: [],
  notes: [],
  trend: { points: [], target: null },
  schedule: {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 20,
    from: '2018-04-01',
    until: null,
    latest: '2018-07-01',
    gaps: [],
  },
  ...more,
});
const green = row('green', { rag: { colour: 'green', sentence: '' } });
const judged = row('judged', {
  rag: { colour: 'red', sentence: '', judged: { colour: 'green', reason: '', by: 'head of service' } },
});
const hidden = row('hidden', { current: { text: null, why: 'Kept back.', marks: [] } });
const red = row('red');
const inWords = row('red-in-words', { realTerms: '7 cases too many' });

test.each([
  ['nothing published', [], undefined],
  ['a Red with the sum in words before another Red', [green, red, inWords], 'red-in-words'],
  ['a Red before a Green', [green, judged, hidden, red], 'red'],
  ['a Green, where a Red lacks a figure or is judged', [hidden, judged, green], 'green'],
  ['none, where every line lacks something', [hidden, judged], undefined],
])('the example of %s', (_, rows, code) => expect(exampleIn(rows)?.code).toBe(code));
