import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeInLength, covered, monthsOf, type Span, spanLabel, spanOf, whenCovered } from '@/lib/measure/span';
import { yearName } from '@/lib/time/council-year';
import { dayOf } from '@/lib/time/day';
import { parseDay } from '@/lib/time/day-entry';
import { endOf, frequencies, periodContaining, windows } from '@/lib/time/period';

const july = { frequency: 'monthly', start: '2018-07-01' } as const;
const quarter = { frequency: 'quarterly', start: '2018-04-01' } as const;
const over = (window: (typeof windows)[number], since: string | null = null, startMonth = 4) => ({
  window,
  since,
  startMonth,
});

describe('a range is the span that the figure covers, not the period that it is filed under', () => {
  test.each([
    ['single', null, '1 to 31 July 2018', 'in July 2018', 'Jul 2018'],
    ['snapshot', null, 'at 31 July 2018', 'at 31 July 2018', '31 Jul 2018'],
    ['rolling12', null, '12 months to 31 July 2018', 'in the 12 months to 31 July 2018', 'year to Jul 2018'],
    ['ytd', null, '1 April to 31 July 2018', 'from 1 April to 31 July 2018', 'Apr to Jul 2018'],
    [
      ...(['since', '2015-01-01', '1 January 2015 to 31 July 2018'] as const),
      ...(['from 1 January 2015 to 31 July 2018', 'since Jan 2015, to Jul 2018'] as const),
    ],
  ] as const)('July 2018, %s', (window, since, range, when, label) => {
    expect(covered(july, over(window, since))).toBe(range);
    expect(whenCovered(july, over(window, since))).toBe(when);
    expect(spanLabel(july, over(window, since))).toBe(label);
  });

  test('a quarter, the first month of a year, a year across December, and years of every kind', () => {
    expect(covered(quarter, over('single'))).toBe('April to June 2018');
    expect(covered(quarter, over('ytd'))).toBe('1 April to 30 June 2018');
    expect(covered({ ...july, start: '2018-04-01' }, over('ytd'))).toBe('1 to 30 April 2018');
    expect(covered({ ...july, start: '2019-02-01' }, over('ytd'))).toBe('1 April 2018 to 28 February 2019');
    expect(spanLabel({ ...july, start: '2019-02-01' }, over('ytd'))).toBe('Apr 2018 to Feb 2019');
    const year = (start: string) => spanLabel({ frequency: 'annual', start }, over('single'));
    expect([year('2016-04-01'), year('2016-01-01'), year('2016-09-01')]).toEqual([
      '2016/17',
      '2016',
      'year from Sep 2016',
    ]);
    expect(yearName('1999-04-01')).toBe('1999/00');
  });

  test('July and August are alike in length, a month and a quarter are not; a moment is like a moment', () => {
    expect(monthsOf({ from: '2018-07-01', until: '2018-07-31' })).toBe(1);
    expect(monthsOf({ from: '2018-07-02', until: '2018-08-01' })).toBeNull();
    expect(alikeInLength(spanOf(july, over('single')), { from: '2018-02-01', until: '2018-02-28' })).toBe(true);
    expect(alikeInLength(spanOf(july, over('single')), spanOf(quarter, over('single')))).toBe(false);
    expect(alikeInLength(spanOf(july, over('snapshot')), spanOf(quarter, over('snapshot')))).toBe(true);
    expect(
      alikeInLength({ from: '2018-07-02', until: '2018-07-08' }, { from: '2018-07-09', until: '2018-07-15' }),
    ).toBe(true);
  });
});

const months = 'January February March April May June July August September October November December'.split(' ');

/** Reads a printed range back into days. */
function readRange(text: string): Span {
  const day = (typed: string) => {
    const read = parseDay(typed);
    if ('problem' in read) throw new Error(`${typed} of “${text}” is no day`);
    return read.day;
  };
  if (text.startsWith('at ')) return { from: day(text.slice(3)), until: day(text.slice(3)) };
  if (text.startsWith('12 months to ')) {
    const until = day(text.slice(13));
    return { from: dayOf(until).add({ days: 1 }).subtract({ months: 12 }).toString(), until };
  }
  const [first = '', last = ''] = text.split(' to ');
  const [, year = ''] = last.match(/ (\d{4})$/) ?? [];
  if (/^\d+ \w+ \d{4}$/.test(last)) {
    const month = last.split(' ')[1];
    const from = /^\d+$/.test(first) ? `${first} ${month} ${year}` : /\d{4}$/.test(first) ? first : `${first} ${year}`;
    return { from: day(from), until: day(last) };
  }
  const from = day(`1 ${/\d{4}$/.test(first) ? first : `${first} ${year}`}`);
  const [month = '', of = ''] = last.split(' ');
  return {
    from,
    until: endOf({ frequency: 'monthly', start: `${of}-${String(months.indexOf(month) + 1).padStart(2, '0')}-01` }),
  };
}

test('every printed range, read back, is the span: any window, frequency, year and day', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...frequencies),
      fc.constantFrom(...windows),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 60 * 365 }),
      (frequency, window, startMonth, days) => {
        const date = dayOf('1990-01-01').add({ days }).toString();
        const period = periodContaining(date, { frequency, startMonth });
        const measure = { window, since: window === 'since' ? '1985-04-01' : null, startMonth };
        expect(readRange(covered(period, measure))).toEqual(spanOf(period, measure));
      },
    ),
    { numRuns: 400 },
  ));
