import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { MeasureFacts } from '@/lib/measure/measure';
import { blankContent } from '@/lib/reading/content';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import type { PublishedReading } from '@/lib/series/published-reading';
import { processOf } from '@/lib/spc/frozen-process';
import { facts } from './measure-facts';

/** The sheet of a monthly percentage with a target of at least 80, and whatever a test says otherwise. */
export const sheetOf = (more: Partial<MeasureSheet> = {}): MeasureSheet => {
  const measure: MeasureFacts = facts();
  return {
    ...measure,
    headline: '81% in July 2018.',
    stillRed: null,
    source: null,
    ownerRole: null,
    whyNoTarget: null,
    targets: [{ from: '2017-04-01', rule: 'at least 80%', target: atLeast80, decision: null }],
    wordings: [],
    changes: [],
    benchmarks: [],
    process: processOf({
      frequency: 'monthly',
      window: 'single',
      improvement: 'higher',
      target: atLeast80,
      periods: [],
      restarts: [],
    }),
    ...more,
  };
};

const atLeast80 = { shape: 'at_least', green: '80', amber: null } as const;

/** A published reading of that measure. */
export const publishedOf = (
  start: string,
  value: string | null,
  more: Partial<PublishedReading> = {},
): PublishedReading => ({
  start,
  revision: 0,
  value,
  why: null,
  missing: null,
  numerator: null,
  denominator: null,
  provisional: false,
  illustrative: false,
  corrects: null,
  target: atLeast80,
  definition: 1,
  colour: value === null ? null : Number(value) >= 80 ? 'green' : 'red',
  comments: null,
  actions: [],
  completed: [],
  approved: { by: 'head of service', on: '2018-08-09' },
  ...more,
});

/** An approved reading of that measure as the record has it; without a value it says that none was collected. */
export const signed = (
  periodStart: string,
  value: string | null,
  more: Partial<ReadingRecord> = {},
): ReadingRecord => ({
  ...blankContent,
  id: 1,
  state: 'published',
  periodStart,
  revision: 0,
  value,
  illustrative: false,
  was: null,
  missing: value === null ? 'not_collected' : null,
  approvedOn: '2018-08-09',
  approvedByDeputy: false,
  ...more,
});

/** The record of that measure with its target since 2010, and whatever a test says otherwise. */
export const recordOf = (more: Partial<MeasureRecord> = {}): MeasureRecord => ({
  ...facts(),
  number: 1,
  code: 'bus-01',
  title: 'Buses on time',
  definition: 'Of …',
  requiredFrom: '2010-04-01',
  retiredOn: null,
  whyNoTarget: null,
  whyNoOutturn: null,
  notes: [],
  periodsHere: [],
  outturns: [],
  targets: [{ id: 1, effectiveFrom: '2010-04-01', target: atLeast80, decision: null }],
  readings: [],
  source: null,
  ownerRole: null,
  wordings: [],
  breaks: [],
  rebases: [],
  benchmarks: [],
  ...more,
});
