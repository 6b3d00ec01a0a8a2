import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { papersBy, papersSentence } from '@/lib/committee/papers-by';
import { bankHolidays, easter, isWorkingDay } from '@/lib/time/bank-holidays';
import { addDays } from '@/lib/time/day';

/** As gov.uk/bank-holidays printed them for England and Wales, weekdays only. */
const printed: Record<number, string> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

describe('the bank holidays of England', () => {
  test.each(Object.entries(printed))('%s as printed', (year, days) => {
    expect(bankHolidays(Number(year)).map(({ day }) => day)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test.each(['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2018-04-01', '2038-04-25', '2285-03-22'])(
    'Easter is on %s',
    (day) => expect(easter(Number(day.slice(0, 4)))).toBe(day),
  );

  test('eight or more a year, each once, on weekdays, and Easter always a Sunday of its season', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2002, max: 2400 }), (year) => {
        const days = bankHolidays(year).map(({ day }) => day);
        expect(days.length).toBeGreaterThanOrEqual(8);
        expect(new Set(days).size).toBe(days.length);
        for (const day of days) {
          expect(day.slice(0, 4)).toBe(String(year));
          expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
        }
        expect(new Date(`${easter(year)}T12:00:00Z`).getUTCDay()).toBe(0);
        expect(easter(year) >= `${year}-03-22` && easter(year) <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('by when the papers must be out', () => {
  test.each([
    ['a Thursday in September', '2018-09-06', '2018-08-29'],
    ['a Monday: the Friday more than a week before', '2018-09-10', '2018-08-31'],
    ['a Saturday', '2018-09-08', '2018-08-31'],
    ['over the summer bank holiday', '2018-08-30', '2018-08-21'],
    ['over Easter 2018', '2018-04-05', '2018-03-26'],
    ['the Tuesday after Easter 2018', '2018-04-03', '2018-03-22'],
    ['over the early May bank holiday', '2018-05-10', '2018-05-01'],
    ['over Christmas and New Year', '2019-01-03', '2018-12-21'],
    ['over Christmas 2021, kept on Monday and Tuesday', '2021-12-31', '2021-12-21'],
    ['over the Jubilee of 2022', '2022-06-08', '2022-05-27'],
  ])('%s: for %s by %s', (_, meeting, by) => {
    expect(papersBy(meeting)).toBe(by);
  });

  test('counted day by day from the other side: the last working day with five working days between', () => {
    const clearBetween = (from: string, to: string) => {
      let count = 0;
      for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
        const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
        if (
          weekday !== 0 &&
          weekday !== 6 &&
          !bankHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.day === day)
        )
          count += 1;
      }
      return count;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const meeting = addDays('2003-01-01', days);
        const by = papersBy(meeting);
        expect(isWorkingDay(by)).toBe(true);
        expect(clearBetween(by, meeting)).toBe(5);
        // Any later working day would leave fewer.
        for (let day = addDays(by, 1); day < meeting; day = addDays(day, 1))
          expect(isWorkingDay(day) && clearBetween(day, meeting) >= 5).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('it is said before, on and after the day', () => {
    expect(papersSentence('2018-09-06', '2018-08-17')).toBe(
      'The papers must be published by Wednesday 29 August 2018: five clear days before.',
    );
    expect(papersSentence('2018-09-06', '2018-08-29')).toMatch(/by today, Wednesday 29 August 2018/);
    expect(papersSentence('2018-09-06', '2018-08-30')).toBe(
      'The papers had to be published by Wednesday 29 August 2018, five clear days before.',
    );
  });
});
