import type { ReadingText } from '@/lib/commentary/reading-text';
import { facts } from '../reference/measure-facts';

/** What the checks know of foster care with the council's own carers in July 2018, with whatever a test says otherwise. */
export const fosterText = (more: Partial<ReadingText> = {}): ReadingText => ({
  measure: {
    ...facts(),
    number: 2,
    code: 'csc-02',
    title: 'Foster care with our own carers',
    definition: 'Of all children in foster care, the share who live with the council’s own carers.',
    whyNoTarget: null,
  },
  period: { frequency: 'monthly', start: '2018-07-01' },
  figures: { value: null, numerator: null, denominator: null, missing: null },
  target: { shape: 'at_least', green: '80', amber: null },
  colour: null,
  direction: null,
  comparator: {
    value: '81',
    numerator: null,
    denominator: null,
    label: '2017/18',
    span: { from: '2017-04-01', until: '2018-03-31' },
  },
  earlier: [],
  benchmarks: [],
  comments: null,
  publicNote: null,
  actions: [],
  commentsBefore: null,
  others: [],
  glossary: [],
  hidden: [],
  corrects: null,
  today: '2018-08-17',
  ...more,
});
