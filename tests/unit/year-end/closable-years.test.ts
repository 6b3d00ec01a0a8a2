import { expect, test } from 'vitest';
import { closableYear, closableYears, yearsBack } from '@/lib/year-end/closable-years';

test('four council years that are over can be closed, the latest unless another is named', () => {
  expect(closableYears('2019-05-01').map(({ name }) => name)).toEqual(['2018/19', '2017/18', '2016/17', '2015/16']);
  expect(closableYear('2019-03-31', undefined)).toEqual({ back: 0, start: 2017, name: '2017/18' });
  expect(closableYear('2019-05-01', '2016')).toEqual({ back: 2, start: 2016, name: '2016/17' });
  for (const named of ['2014', '2019', '16', '', ['2018', '2017']])
    expect(closableYear('2019-05-01', named)).toBeNull();
});

test('a calendar year and an academic one lie as far back as they are measured by their own latest year', () => {
  expect(yearsBack({ startMonth: 1 }, 2018, '2019-05-01')).toBe(0);
  expect(yearsBack({ startMonth: 9 }, 2016, '2019-05-01')).toBe(1);
  expect(yearsBack({ startMonth: 4 }, 2014, '2019-05-01')).toBeNull();
  expect(yearsBack({ startMonth: 4 }, 2019, '2019-05-01')).toBeNull();
});
