import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '@/lib/reading/workflow';
import { readinessCounts, readinessRows, readinessSentence } from '@/lib/release/measure-readiness';
import { dueDate } from '@/lib/status/due-date';
import type { Standing, UnfinishedReading } from '@/lib/status/standing';
import { addDays, endOf, type Frequency, periodContaining, shift } from '@/lib/time/period';

const today = '2026-08-17';
type Stage = State | 'none' | 'awaited' | 'late answer';
type Known = { start: string; end: string; due: string; stage: Stage };

const stages: Stage[] = ['none', 'draft', 'submitted', 'returned', 'approved', 'published', 'awaited', 'late answer'];
const measures = fc.record({
  frequency: fc.constantFrom<Frequency>('monthly', 'quarterly', 'half_yearly', 'annual'),
  lagDays: fc.integer({ min: 0, max: 200 }),
  periodsAgo: fc.integer({ min: -1, max: 14 }),
  stages: fc.array(fc.constantFrom(...stages), { minLength: 16, maxLength: 16 }),
});
type Drawn = typeof measures extends fc.Arbitrary<infer T> ? T : never;

/** A measure as it was drawn: its periods one by one, and the standing that the record would give. */
function councilMeasure({ frequency, lagDays, periodsAgo, stages }: Drawn, number: number) {
  const running = periodContaining(today, { frequency, startMonth: 4 });
  const first = shift(running, -periodsAgo);
  const known: Known[] = [];
  for (let index = 0; index < periodsAgo; index++) {
    const period = shift(first, index);
    known.push({
      start: period.start,
      end: endOf(period),
      due: dueDate(period, lagDays),
      stage: stages[index] ?? 'none',
    });
  }
  const isOpen = ({ stage }: Known) => ['draft', 'submitted', 'returned', 'approved'].includes(stage);
  const isHere = ({ stage }: Known) => ['approved', 'published', 'awaited', 'late answer'].includes(stage);
  const standing: Standing = {
    measure: {
      number,
      code: `m-${number}`,
      title: `Measure ${number}`,
      requiredFrom: first.start,
      retiredOn: null,
      whyNoTarget: null,
      frequency,
      startMonth: 4,
      lagDays,
      polarity: 'higher',
    },
    open: known.filter(isOpen).map(
      ({ start, stage }, index): UnfinishedReading => ({
        id: number * 100 + index,
        periodStart: start,
        revision: 0,
        state: stage as State,
        holds: true,
      }),
    ),
    here: known.filter(isHere).map(({ start }) => start),
    awaited: known.flatMap(({ start, stage }) => {
      if (stage === 'awaited') return [{ start, until: today }];
      return stage === 'late answer' ? [{ start, until: addDays(today, -1) }] : [];
    }),
  };
  return { standing, known };
}

/** Counts one by one what the page has to say; knows nothing of schedules. */
function recount(known: Known[]) {
  const isMissing = ({ stage, due }: Known) => due < today && !['approved', 'published', 'awaited'].includes(stage);
  const isWanted = (one: Known) => isMissing(one) || !['published', 'awaited', 'late answer'].includes(one.stage);
  return {
    wanted: known.filter(isWanted).length,
    approved: known.filter(({ stage }) => stage === 'approved').length,
    overdue: known.filter(isMissing).length,
    notBegun: known.filter(({ stage }) => stage === 'none').length,
  };
}

describe('what the release page says of readings equals a plain recount', () => {
  test('of every required period of every measure', () => {
    fc.assert(
      fc.property(fc.array(measures, { minLength: 1, maxLength: 5 }), (drawn) => {
        const council = drawn.map((one, index) => councilMeasure(one, index + 1));
        const rows = council.flatMap(({ standing }) => readinessRows(standing, today));
        const { notBegun, ...counts } = recount(council.flatMap(({ known }) => known));
        expect(readinessCounts(rows)).toEqual(counts);
        const unanswered = (start: string | undefined, code: string) =>
          council.some(
            ({ standing, known }) =>
              standing.measure.code === code && known.some((one) => one.start === start && one.stage === 'none'),
          );
        const without = rows.filter(
          ({ state, period, code }) => (state === 'due' || state === 'overdue') && unanswered(period?.start, code),
        );
        expect(without).toHaveLength(notBegun);
        const sentence = readinessSentence(rows, 1);
        if (counts.wanted === 0) expect(sentence).toMatch(/^Nothing is on its way/);
        else
          expect(sentence).toMatch(
            new RegExp(`^${counts.approved} of ${counts.wanted} .*; ${counts.overdue || 'none'} overdue\\.$`),
          );
      }),
      { numRuns: 100 },
    );
  });

  test('three approvals of one measure are three; two late months behind an approved one are overdue', () => {
    const drawn: Drawn = {
      frequency: 'monthly',
      lagDays: 5,
      periodsAgo: 5,
      stages: ['none', 'approved', 'none', 'approved', 'approved'],
    };
    const rows = readinessRows(councilMeasure(drawn, 1).standing, today);
    expect(readinessSentence(rows, 1)).toBe('3 of 5 readings approved since edition 1; 2 overdue.');
    expect(rows.map(({ daysLate }) => daysLate > 0)).toEqual([true, false, true, false, false]);
  });
});
