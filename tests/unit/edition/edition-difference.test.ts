import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { FrozenRow } from '@/lib/edition/edition';
import type { EditionChange } from '@/lib/edition/edition-change';

const row = (number: number, more: Partial<FrozenRow> = {}): FrozenRow => ({
  number,
  code: `bus-0${number}`,
  title: `Buses ${number}`,
  definition: 'How many.',
  unit: '%',
  covers: null,
  frequency: 'monthly',
  previous: { text: '88%', why: null, label: 'Jun 2026' },
  target: { text: '90%', why: null, rule: 'at least 90%' },
  current: { text: '91%', why: null, marks: [] },
  period: { label: 'Jul 2026', range: '1 to 31 July 2026', start: '2026-07-01' },
  travel: { direction: 'improving', colour: 'green', sentence: 'Improving.' },
  rag: { colour: 'green', sentence: 'Green.' },
  realTerms: null,
  comments: 'Fewer breakdowns.',
  actions: [],
  notes: [],
  trend: {
    points: [
      { start: '2026-06-01', value: '88', illustrative: false },
      { start: '2026-07-01', value: '91', illustrative: false },
    ],
    target: '90',
  },
  schedule: {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 14,
    from: '2026-06-01',
    until: null,
    latest: '2026-07-01',
    gaps: [],
  },
  ...more,
});

/** Each kind of change, planted by itself in a row. */
const planted: Record<
  Exclude<EditionChange, 'new' | 'retired' | 'comparator' | 'break' | 'baseline'>,
  (row: FrozenRow) => FrozenRow
> = {
  figure: (old) => ({ ...old, current: { text: '92%', why: null, marks: old.current.marks } }),
  corrected: (old) => ({
    ...old,
    trend: { ...old.trend, points: old.trend.points.map((point, i) => (i === 0 ? { ...point, value: '87' } : point)) },
    notes: [...old.notes, 'Revised for June 2026: was 88%, now 87%; counted twice.'],
  }),
  colour: (old) => ({ ...old, rag: { colour: 'red', sentence: 'Red.' } }),
  judgement: (old) => ({
    ...old,
    rag: {
      ...old.rag,
      judged: { colour: 'amber', reason: 'A strike took half of July.', by: 'head of service' },
    },
  }),
  direction: (old) => ({ ...old, travel: { direction: 'worsening', colour: 'red', sentence: 'Worsening.' } }),
  target: (old) => ({
    ...old,
    target: { text: '95%', why: null, rule: 'at least 95%' },
    trend: { ...old.trend, target: '95' },
  }),
  comparison: (old) => ({ ...old, previous: { text: '86%', why: null, label: '2025/26' } }),
  signal: (old) => ({
    ...old,
    signal: { variation: { kind: 'common_cause', way: null }, assurance: null, sentence: 'Within its normal range.' },
  }),
  words: (old) => ({ ...old, comments: 'It rained.' }),
  overdue: (old) => ({ ...old, schedule: { ...old.schedule, gaps: ['2026-06-01'] } }),
  calendar: (old) => ({ ...old, schedule: { ...old.schedule, lagDays: 20 } }),
};
const kinds = Object.keys(planted) as (keyof typeof planted)[];
const asAt = '2026-08-17';

test('what is reported between two editions is exactly what was planted', () => {
  const changes = fc.array(fc.subarray(kinds), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(changes, fc.subarray([1, 2, 3, 4, 5]), fc.subarray([6, 7]), (perRow, kept, added) => {
      const before = [1, 2, 3, 4, 5].map((number) => row(number));
      const after = [
        ...before
          .filter(({ number }) => kept.includes(number))
          .map((old) => (perRow[old.number - 1] ?? []).reduce((changed, kind) => planted[kind](changed), old)),
        ...added.map((number) => row(number)),
      ];
      const expected = [
        ...kept.flatMap((number) => (perRow[number - 1] ?? []).map((kind) => `${number} ${kind}`)),
        ...added.map((number) => `${number} new`),
        ...[1, 2, 3, 4, 5].filter((number) => !kept.includes(number)).map((number) => `${number} retired`),
      ];
      const found = editionDifferences({ asAt, rows: before }, { asAt, rows: after });
      expect(found.map(({ number, change }) => `${number} ${change}`).sort()).toEqual(expected.sort());
      for (const { sentence } of found) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    }),
    { numRuns: 250 },
  );
});

const sentences = (after: FrozenRow, before = row(1)) =>
  editionDifferences({ asAt, rows: [before] }, { asAt, rows: [after] }).map(({ sentence }) => sentence);

test('a new period tells its figure and what it was, not that its words are new', () => {
  const august = { label: 'Aug 2026', range: '1 to 31 August 2026', start: '2026-08-01' };
  const next = row(1, { period: august, current: { text: '85%', why: null, marks: [] }, comments: 'It rained.' });
  expect(sentences(next)).toEqual(['85% for Aug 2026; was 91% for Jul 2026.']);
});

test('a correction of the current figure is corrected, and not also changed', () => {
  const note = 'Revised: was 91%, now 97%; a depot was counted twice.';
  const points = row(1).trend.points.map((point, i) => (i === 1 ? { ...point, value: '97' } : point));
  const corrected = row(1, {
    current: { text: '97%', why: null, marks: ['r'] },
    notes: [note],
    trend: { points, target: '90' },
  });
  expect(sentences(corrected)).toEqual(['Jul 2026 corrected: was 91%, now 97%.']);
  expect(sentences(corrected, corrected)).toEqual([]);
});

test('provisional comes and goes, and a measure that was overdue stays untold', () => {
  const provisional = row(1, { current: { text: '91%', why: null, marks: ['p'] } });
  expect(sentences(provisional)).toEqual(['Jul 2026 is now provisional.']);
  expect(sentences(row(1), provisional)).toEqual(['Jul 2026 is no longer provisional.']);
  const late = planted.overdue(row(1));
  expect(sentences(late)).toEqual([expect.stringMatching(/^Overdue: June 2026 was due by 14 July 2026, 34 days ago/)]);
  expect(sentences(late, late)).toEqual([]);
});
