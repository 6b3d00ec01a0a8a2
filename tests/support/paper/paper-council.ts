import type { FrozenRow } from '@/lib/edition/edition';
import type { PaperSource } from '@/lib/paper/paper-source';

/** A row of the Buses' scorecard as an edition freezes it. */
export const paperRow = (number: number, more: Partial<FrozenRow> = {}): FrozenRow => ({
  number,
  code: `bus-0${number}`,
  title: `Buses ${number}`,
  definition: `How many buses of kind ${number}.`,
  unit: '%',
  covers: null,
  frequency: 'monthly',
  previous: { text: '88%', why: null, label: '2017/18' },
  target: { text: '90%', why: null, rule: 'at least 90%' },
  current: { text: '91%', why: null, marks: [] },
  period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
  travel: { direction: 'improving', colour: 'green', sentence: 'Improving: 91% against 88%.' },
  rag: { colour: 'green', sentence: 'Green: 91% meets the target of at least 90%.' },
  realTerms: null,
  comments: 'Fewer breakdowns.',
  actions: [],
  notes: [],
  trend: {
    points: [
      { start: '2018-06-01', value: '88', illustrative: false },
      { start: '2018-07-01', value: '91', illustrative: false },
    ],
    target: '90',
  },
  schedule: {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 14,
    from: '2018-06-01',
    until: null,
    latest: '2018-07-01',
    gaps: [],
  },
  ...more,
});

/** A row that is Red and getting worse, with its cause and two actions. */
export const redRow = (number: number, more: Partial<FrozenRow> = {}): FrozenRow =>
  paperRow(number, {
    current: { text: '84%', why: null, marks: ['p'] },
    travel: { direction: 'worsening', colour: 'red', sentence: 'Worsening: 84% against 88%.' },
    rag: { colour: 'red', sentence: 'Red: 84% is below the target of at least 90%.' },
    comments: 'A bridge was closed.',
    actions: [
      { text: 'Lead the buses round the bridge.', owner: 'Head of Buses', due: '2018-09-30' },
      { text: 'Mend the bridge.', owner: 'Head of Bridges', due: null },
    ],
    ...more,
  });

/** A row whose figures the public is not shown. */
export const hiddenRow = (number: number): FrozenRow =>
  paperRow(number, {
    previous: { text: null, why: 'Hidden.', marker: 'c', hidden: true, label: '2017/18' },
    current: {
      text: null,
      why: 'Hidden, because it could tell of 1 to 5 people.',
      marker: 'c',
      hidden: true,
      marks: [],
    },
    trend: {
      points: [
        { start: '2018-05-01', value: '80', illustrative: false },
        { start: '2018-06-01', value: null, illustrative: false, hidden: true },
        { start: '2018-07-01', value: '82', illustrative: false },
      ],
      target: '90',
    },
  });

/** What the paper of edition 2 of the Buses is made from. */
export const paperSourceOf = (rows: FrozenRow[], more: Partial<PaperSource> = {}): PaperSource => ({
  council: { name: 'Testshire', contact: 'figures@testshire.example', demonstration: null, licence: 'OGL v3.0' },
  head: {
    service: { slug: 'buses', name: 'Buses', notice: null },
    number: 2,
    asAt: '2018-08-17',
    publishedAt: '2018-08-17T08:30:00Z',
    publisher: 'performance officer',
    comparisonYear: '2017/18',
    note: null,
    sha256: 'a'.repeat(64),
  },
  rows,
  sheets: new Map(),
  address: 'https://testshire.example/scorecards/buses/editions/2',
  committees: [{ name: 'Travel committee', next: '2018-09-06' }],
  since: { kind: 'first' },
  ...more,
});
