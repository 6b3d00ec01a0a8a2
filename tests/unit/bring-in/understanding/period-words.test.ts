import { expect, test } from 'vitest';
import { periodOf, timeWords } from '@/lib/bring-in/understanding/cell/period-words';

const read = (text: string): string => {
  const { period, year, rest } = timeWords(text);
  const its = period ? periodOf(period, year) : null;
  const when = its ? `${its.frequency} ${its.start}` : period ? `${period.frequency} of month ${period.month}` : '–';
  return `${when} | ${year ? `${year.from} ${year.start}` : '–'} | ${rest}`;
};

test.each([
  ['Apr', 'monthly of month 4 | – | '],
  ['Sept', 'monthly of month 9 | – | '],
  ['Apr-18', 'monthly 2018-04-01 | – | '],
  ['Apr 18', 'monthly 2018-04-01 | – | '],
  ["Apr'18", 'monthly 2018-04-01 | – | '],
  ['April 2018', 'monthly 2018-04-01 | – | '],
  ['2018-04', 'monthly 2018-04-01 | – | '],
  ['201804', 'monthly 2018-04-01 | – | '],
  ['04/2018', 'monthly 2018-04-01 | – | '],
  ['2018-06-30', 'monthly 2018-06-01 | – | '],
  ['30/06/2018', 'monthly 2018-06-01 | – | '],
  ['Q1', 'quarterly of month 4 | – | '],
  ['Q1 18/19', 'quarterly 2018-04-01 | april 2018 | '],
  ['2018/19 Q4', 'quarterly 2019-01-01 | april 2018 | '],
  ['Qtr 2 2018-19', 'quarterly 2018-07-01 | april 2018 | '],
  ['3rd quarter 2018/19', 'quarterly 2018-10-01 | april 2018 | '],
  ['Apr-Jun 2018', 'quarterly 2018-04-01 | january 2018 | '],
  ['April to June 18', 'quarterly 2018-04-01 | january 2018 | '],
  ['H2 2018/19', 'half_yearly 2018-10-01 | april 2018 | '],
  ['17/18', '– | april 2017 | '],
  ['2017/18', '– | april 2017 | '],
  ['2017-2018', '– | april 2017 | '],
  ['FY17/18', '– | april 2017 | '],
  ['201718', '– | april 2017 | '],
  ['2018', '– | january 2018 | '],
  ['2018/19 Mar', 'monthly 2019-03-01 | april 2018 | '],
  ['Tgt 18/19', '– | april 2018 | tgt'],
  ['Jun 2018 Target', 'monthly 2018-06-01 | – | target'],
  ['Target for 2018/19', '– | april 2018 | target'],
  ['Indicator', '– | – | indicator'],
  ['Per 1,000', '– | – | per 1 000'],
])('%s', (text, meaning) => {
  expect(read(text)).toBe(meaning);
});
