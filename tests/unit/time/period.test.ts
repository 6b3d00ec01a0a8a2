import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueDate } from '@/lib/status/due-date';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import {
  addDays,
  addMonths,
  daysBetween,
  endOf,
  formatDate,
  frequencies,
  isStart,
  label,
  londonDay,
  name,
  periodContaining,
  periodsBetween,
  periodsFrom,
  range,
  shift,
  startsFrom,
} from '@/lib/time/period';

const council = (frequency: (typeof frequencies)[number], startMonth = 4) => ({ frequency, startMonth });
const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1904-01-01', n));
const calendars = fc.record({
  frequency: fc.constantFrom(...frequencies),
  startMonth: fc.integer({ min: 1, max: 12 }),
});

describe('periods', () => {
  test.each([
    ['monthly', '2018-07-31', '2018-07-01', '2018-07-31'],
    ['monthly', '2020-02-29', '2020-02-01', '2020-02-29'],
    ['monthly', '2018-02-28', '2018-02-01', '2018-02-28'],
    ['quarterly', '2018-06-30', '2018-04-01', '2018-06-30'],
    ['quarterly', '2018-03-31', '2018-01-01', '2018-03-31'],
    ['termly', '2018-12-31', '2018-09-01', '2018-12-31'],
    ['termly', '2019-01-01', '2019-01-01', '2019-04-30'],
    ['termly', '2018-08-31', '2018-05-01', '2018-08-31'],
    ['half_yearly', '2018-03-31', '2017-10-01', '2018-03-31'],
    ['half_yearly', '2018-04-01', '2018-04-01', '2018-09-30'],
    ['annual', '2018-03-31', '2017-04-01', '2018-03-31'],
  ] as const)('%s: %s lies in %s to %s', (frequency, day, start, end) => {
    const period = periodContaining(day, council(frequency));
    expect([period.start, endOf(period)]).toEqual([start, end]);
  });

  test('a school year of its own runs from 1 September 2017 to 31 August 2018', () => {
    const period = periodContaining('2018-08-31', council('annual', 9));
    expect([period.start, endOf(period)]).toEqual(['2017-09-01', '2018-08-31']);
  });

  test('1 September is a start of term, 1 October is not; 2 July starts no month', () => {
    expect(isStart('2018-09-01', council('termly'))).toBe(true);
    expect(isStart('2018-10-01', council('termly'))).toBe(false);
    expect(isStart('2018-07-02', council('monthly'))).toBe(false);
  });

  test('June 2018 with a lag of 45 days is due by 14 August 2018', () =>
    expect(dueDate({ frequency: 'monthly', start: '2018-06-01' }, 45)).toBe('2018-08-14'));

  test('a quarter is named by its first month and read as its range', () => {
    const quarter = { frequency: 'quarterly', start: '2018-04-01' } as const;
    expect([label(quarter), range(quarter), name(quarter)]).toEqual([
      'Apr 2018',
      'April to June 2018',
      'April to June 2018',
    ]);
    const july = { frequency: 'monthly', start: '2018-07-01' } as const;
    expect([label(july), range(july), name(july)]).toEqual(['Jul 2018', '1 to 31 July 2018', 'July 2018']);
    expect(range({ frequency: 'half_yearly', start: '2018-10-01' })).toBe('October 2018 to March 2019');
    expect(range({ frequency: 'monthly', start: '2020-02-01' })).toBe('1 to 29 February 2020');
  });

  test('adding a month clamps to its end: 31 January + 1 = 28 or 29 February', () => {
    expect(addMonths('2018-01-31', 1)).toBe('2018-02-28');
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
    expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
  });

  test('29 February 2018 does not exist and is refused', () =>
    expect(() => formatDate('2018-02-29')).toThrow(RangeError));

  test('31 March 2018 closes 2017/18, 1 April opens 2018/19, and 1999/00 keeps both noughts', () => {
    expect(councilYear('2018-03-31')).toEqual({ start: 2017, label: '2017/18' });
    expect(councilYear('2018-04-01')).toEqual({ start: 2018, label: '2018/19' });
    expect(yearLabel(1999)).toBe('1999/00');
    expect(formatDate('2018-08-17')).toBe('17 August 2018');
  });

  test.each([
    ['2018-03-24T23:59:59Z', '2018-03-24', 'winter: midnight in London is midnight UTC'],
    ['2018-03-25T00:00:00Z', '2018-03-25', 'the day the clocks go forward'],
    ['2018-03-25T22:59:59Z', '2018-03-25', 'one second before midnight, summer time'],
    ['2018-03-25T23:00:00Z', '2018-03-26', 'midnight, summer time'],
    ['2018-10-27T22:59:59Z', '2018-10-27', 'the last summer night'],
    ['2018-10-27T23:00:00Z', '2018-10-28', 'the day the clocks go back begins in summer time'],
    ['2018-10-28T23:59:59Z', '2018-10-28', 'and ends in winter time'],
    ['2018-10-29T00:00:00Z', '2018-10-29', 'winter again'],
    ['2018-08-17T01:30:00+05:00', '2018-08-16', 'an offset is honoured'],
  ])('at %s it is %s in London: %s', (instant, day) => expect(londonDay(instant)).toBe(day));

  test('every day lies in its own period, and the periods tile the calendar', () =>
    fc.assert(
      fc.property(days, calendars, (day, calendar) => {
        const period = periodContaining(day, calendar);
        expect(period.start <= day && day <= endOf(period)).toBe(true);
        expect(shift(period, 1).start).toBe(addDays(endOf(period), 1));
        expect(periodContaining(endOf(period), calendar)).toEqual(period);
        expect(periodContaining(addDays(endOf(period), 1), calendar)).toEqual(shift(period, 1));
        expect(isStart(period.start, calendar)).toBe(true);
      }),
    ));

  test('n periods later and n earlier is where it began, and counts n', () =>
    fc.assert(
      fc.property(days, calendars, fc.integer({ min: -400, max: 400 }), (day, calendar, n) => {
        const period = periodContaining(day, calendar);
        expect(shift(shift(period, n), -n)).toEqual(period);
        expect(periodsBetween(period, shift(period, n))).toBe(n);
      }),
    ));

  test('a row of first days is every period from the first to the last, asked once or again', () =>
    fc.assert(
      fc.property(days, calendars, fc.integer({ min: -3, max: 90 }), (day, calendar, n) => {
        const first = periodContaining(day, calendar);
        const last = shift(first, n);
        const row = Array.from({ length: Math.max(0, n + 1) }, (_, place) => shift(first, place));
        expect(startsFrom(calendar.frequency, first.start, last.start)).toEqual(row.map(({ start }) => start));
        expect(periodsFrom(calendar.frequency, first.start, last.start)).toEqual(row);
      }),
    ));

  test('days between is the inverse of adding days', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    ));
});
