import { describe, expect, test } from 'vitest';
import { invented } from '@/db/demo/history';
import { demoServices } from '@/db/demo/services';
import { shift } from '@/lib/time/period';

const points = { monthly: 24, quarterly: 8, termly: 6, half_yearly: 4, annual: 4 };
const measures = demoServices.flatMap((service) => service.measures);
const past = (code: string) => measures.find((measure) => measure.code === code)?.history ?? [];
const values = (code: string) => past(code).map(({ value }) => Number(value));

describe('the invented past', () => {
  test.each(
    measures
      .filter(({ code }) => code !== 'csc-20' && code !== 'hwy-12')
      .map((measure) => [measure.code, measure] as const),
  )(
    '%s runs period by period up to the one before the latest result',
    (_, { history, latest, frequency, decimals, unit }) => {
      const starts = history.map((_, i) => shift({ frequency, start: latest?.start ?? '' }, i - history.length).start);
      expect(history.length).toBe(points[frequency]);
      expect(history.map(({ start }) => start)).toEqual(starts);
      for (const { value } of history) {
        expect(value).toMatch(decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${decimals}}$`));
        if (unit === 'percent') expect(Number(value)).toBeLessThanOrEqual(100);
      }
    },
  );

  const course = {
    code: 'a',
    frequency: 'monthly',
    decimals: 1,
    latest: ['2018-07-01', '50'],
    from: '40',
    via: { '2018-03-01': '48.5' },
    spread: 2,
  } as const;

  test('the same code gives the same past, and another code another', () => {
    const first = invented({ ...course, latest: ['2018-07-01', '50'] });
    expect(invented({ ...course, latest: ['2018-07-01', '50'] })).toEqual(first);
    expect(invented({ ...course, code: 'b', latest: ['2018-07-01', '50'] })).not.toEqual(first);
    expect(first.find(({ start }) => start === '2018-03-01')?.value).toBe('48.5');
    expect(first[0]?.start).toBe('2016-07-01');
  });

  test('a past once published stays as it is', () => {
    expect(past('csc-13').map(({ value }) => value)).toEqual([
      '0.30',
      '0.26',
      '0.26',
      '0.26',
      '0.26',
      '0.22',
      '0.22',
      '0.18',
    ]);
    expect(values('csc-10').slice(-5)).toEqual([15.7, 16, 15.7, 15, 14.9]);
  });

  test('year-end points of rolling and counted measures agree with the outturn of 2017/18', () => {
    const judgedAtYearEnd = measures.filter(
      ({ window, outturn }) => outturn && ['rolling12', 'snapshot', 'since'].includes(window),
    );
    for (const { frequency, history, outturn, decimals } of judgedAtYearEnd) {
      const end = history.find(({ start }) => start === (frequency === 'monthly' ? '2018-03-01' : '2018-01-01'));
      if (end) expect(end.value).toBe(Number(outturn?.value).toFixed(decimals));
    }
  });

  test('what the words say of earlier months is so in the trend', () => {
    expect(values('csc-09').at(-1)).toBeGreaterThan(0.8);
    expect(values('csc-10').at(-3)).toBeGreaterThan(14.3);
    expect(Math.min(...values('csc-07').slice(-12))).toBeLessThan(70);
    expect(new Set(values('csc-03'))).toEqual(new Set([100]));
  });

  test('counts since a date never fall, and end at the latest result', () => {
    for (const code of ['csc-18', 'csc-19']) expect(values(code)).toEqual(values(code).toSorted((a, b) => a - b));
    expect([values('csc-18').at(-1), values('csc-19').at(-1)]).toEqual([1613, 854]);
  });

  test('a year to date starts again in April and otherwise grows', () => {
    const paid = past('hwy-08');
    for (const [i, { start, value }] of paid.entries()) {
      if (i === 0) continue;
      const grew = Number(value) > Number(paid[i - 1]?.value);
      expect(grew).toBe(!start.endsWith('04-01'));
    }
  });

  test('potholes follow the winter', () => {
    const mean = (months: string[]) => {
      const some = past('hwy-03').filter(({ start }) => months.includes(start.slice(5, 7)));
      return some.reduce((sum, { value }) => sum + Number(value), 0) / some.length;
    };
    expect(mean(['01', '02', '03'])).toBeGreaterThan(1.5 * mean(['07', '08', '09']));
  });
});
