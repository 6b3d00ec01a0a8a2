import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  missingPeriods,
  oldestOverdue,
  readingDue,
  type Schedule,
  scheduleOf,
  statusAt,
} from '@/lib/status/data-status';
import { dueDate } from '@/lib/status/due-date';
import { addDays, endOf, frequencies, type Period, periodContaining, shift } from '@/lib/time/period';
import { processorTime } from '../../support/processor-time';

const monthly = (lagDays: number, from: string, here: string[], until: string | null = null): Schedule =>
  scheduleOf({ frequency: 'monthly', startMonth: 4, lagDays, from, until }, here);

describe('data status', () => {
  test('June 2018, due by 14 August, is Overdue on the 17th by 3 days', () =>
    expect(statusAt(monthly(45, '2018-05-01', ['2018-05-01']), '2018-08-17')).toEqual({
      status: 'overdue',
      sentence: 'Overdue: June 2018 was due by 14 August 2018, 3 days ago.',
    }));

  test('on the due day it is still on time, and from the day after it is 1 day late', () => {
    const may = monthly(45, '2018-05-01', ['2018-05-01']);
    expect(statusAt(may, '2018-08-14')).toEqual({
      status: 'up_to_date',
      sentence: 'Up to date: the latest is for May 2018; the next, for June 2018, is due by 14 August 2018.',
    });
    expect(statusAt(may, '2018-08-15').sentence).toBe('Overdue: June 2018 was due by 14 August 2018, 1 day ago.');
  });

  test('a gap before the latest is found and counted with those after it', () => {
    const gappy = monthly(14, '2018-03-01', ['2018-06-01', '2018-04-01']);
    expect(gappy).toMatchObject({ latest: '2018-06-01', gaps: ['2018-03-01', '2018-05-01'] });
    expect(statusAt(gappy, '2018-07-01').sentence).toBe(
      'Overdue: March 2018 was due by 14 April 2018, 78 days ago; 1 later period is overdue too.',
    );
    expect(statusAt(gappy, '2018-10-01').sentence).toMatch(/; 3 later periods are overdue too\.$/);
  });

  test('a reading that came early leaves nothing overdue before its day', () =>
    expect(statusAt(monthly(60, '2018-06-01', ['2018-07-01']), '2018-08-05').status).toBe('up_to_date'));

  test('before the first due date, with nothing here, it is Not due', () =>
    expect(statusAt(monthly(14, '2018-08-01', []), '2018-09-14')).toEqual({
      status: 'not_due',
      sentence: 'Not due: the first figure is for August 2018, due by 14 September 2018.',
    }));

  test('“not available yet” is accepted until the day on which the figure is expected, and then the period is missing', () => {
    const calendar = { frequency: 'monthly', startMonth: 4, lagDays: 14, from: '2018-06-01', until: null } as const;
    const awaited = scheduleOf(calendar, ['2018-06-01', '2018-07-01'], [{ start: '2018-07-01', until: '2018-08-31' }]);
    expect(statusAt(awaited, '2018-08-31')).toEqual({
      status: 'up_to_date',
      sentence:
        'Up to date: the figure for July 2018 is not available yet, and expected by 31 August 2018; the next, for August 2018, is due by 14 September 2018.',
    });
    expect(statusAt(awaited, '2018-09-01')).toEqual({
      status: 'overdue',
      sentence: 'Overdue: July 2018 was expected by 31 August 2018, 1 day ago.',
    });
    expect(oldestOverdue(awaited, '2018-09-03')).toEqual({ frequency: 'monthly', start: '2018-07-01' });
    expect(missingPeriods(awaited, '2018-09-03')).toEqual(['2018-07-01']);
    // Expected before it is due at all: the due day still counts.
    const early = scheduleOf(calendar, ['2018-06-01', '2018-07-01'], [{ start: '2018-07-01', until: '2018-08-02' }]);
    expect(statusAt(early, '2018-08-14').status).toBe('up_to_date');
    expect(statusAt(early, '2018-08-15').sentence).toMatch(/^Overdue: July 2018 was due by 14 August 2018, 1 day ago/);
    // A schedule frozen before there were expected days says what it said.
    const { awaited: _, ...older } = awaited;
    expect(statusAt(older, '2018-09-01').status).toBe('up_to_date');
  });

  test('a retired measure asks for nothing after its last period, and still for what is missing', () => {
    expect(statusAt(monthly(14, '2018-05-01', ['2018-05-01', '2018-06-01'], '2018-06-01'), '2030-01-01')).toEqual({
      status: 'up_to_date',
      sentence: 'Up to date: the latest is for June 2018; no later one is required.',
    });
    expect(statusAt(monthly(14, '2018-05-01', ['2018-05-01'], '2018-06-01'), '2018-07-20').sentence).toBe(
      'Overdue: June 2018 was due by 14 July 2018, 6 days ago.',
    );
  });

  test('a reading of July is not yet accepted on the 31st, due until 14 August, overdue on the 15th', () => {
    const july = { frequency: 'monthly', start: '2018-07-01' } as const;
    expect(readingDue(july, 14, '2018-07-31')).toBe('not_yet');
    expect(readingDue(july, 14, '2018-08-01')).toBe('due');
    expect(readingDue(july, 14, '2018-08-14')).toBe('due');
    expect(readingDue(july, 14, '2018-08-15')).toBe('overdue');
  });

  test('a thousand years of silence are answered as fast as one', () => {
    const silent = monthly(14, '1018-04-01', []);
    const took = processorTime(() => {
      for (let i = 0; i < 100; i += 1) statusAt(silent, '2018-08-17');
    });
    expect(took).toBeLessThan(2_000);
    expect(statusAt(silent, '2018-08-17').sentence).toMatch(/; 12003 later periods are overdue too\.$/);
  });

  /** The rule read aloud, period by period. */
  function naive(schedule: Schedule, here: Set<string>, date: string) {
    const missing: Period[] = [];
    let period: Period = { frequency: schedule.frequency, start: schedule.from };
    while (dueDate(period, schedule.lagDays) < date && (schedule.until === null || period.start <= schedule.until)) {
      if (!here.has(period.start)) missing.push(period);
      period = shift(period, 1);
    }
    return { status: missing.length ? 'overdue' : here.size === 0 ? 'not_due' : 'up_to_date', missing };
  }

  test('agrees with the rule read period by period, on every day', () =>
    fc.assert(
      fc.property(
        fc.record({
          frequency: fc.constantFrom(...frequencies),
          startMonth: fc.integer({ min: 1, max: 12 }),
          lagDays: fc.integer({ min: 0, max: 400 }),
          first: fc.integer({ min: 0, max: 3000 }),
          length: fc.option(fc.integer({ min: 0, max: 12 })),
          here: fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
          day: fc.integer({ min: -100, max: 5000 }),
        }),
        ({ frequency, startMonth, lagDays, first, length, here, day }) => {
          const from = periodContaining(addDays('2010-01-01', first), { frequency, startMonth });
          const until = length === null ? null : shift(from, length).start;
          const starts = here.map((n) => shift(from, n).start).filter((start) => until === null || start <= until);
          const schedule = scheduleOf({ frequency, startMonth, lagDays, from: from.start, until }, starts);
          for (const date of [
            addDays('2010-01-01', first + day),
            addDays(dueDate(from, lagDays), day % 3),
            addDays(endOf(from), 1),
          ]) {
            const expected = naive(schedule, new Set(starts), date);
            const found = statusAt(JSON.parse(JSON.stringify(schedule)), date);
            expect(found.status).toBe(expected.status);
            const others = expected.missing.length - 1;
            if (others > 0) expect(found.sentence).toContain(`; ${others} later`);
            else expect(found.sentence).not.toContain('later period');
          }
        },
      ),
      { numRuns: 500 },
    ));
});
