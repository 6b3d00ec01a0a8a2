import { expect, test } from 'vitest';
import { spanWords } from '@/lib/row-words/span-words';

test.each([
  [null, 'Jul 2018', '1 to 31 July 2018', 'Jul 2018'],
  [null, 'Apr 2018', 'April to June 2018', 'Apr to Jun 2018'],
  [null, '2017/18', '1 April 2017 to 31 March 2018', '2017/18'],
  ['rolling 12 months', 'Jul 2018', '12 months to 31 July 2018', 'year to Jul 2018'],
  ['rolling 12 months', 'Apr to Jun 2018', '12 months to 30 June 2018', 'year to Jun 2018'],
  ['at the end of the period', 'Jul 2018', 'at 31 July 2018', '31 Jul 2018'],
  ['year to date', 'Jul 2018', '1 April to 31 July 2018', 'Apr to Jul 2018'],
  ['year to date', 'Apr 2018', '1 to 30 April 2018', 'Apr 2018, year to date'],
  ['since 1 January 2015', 'Jun 2018', '1 January 2015 to 30 June 2018', 'since Jan 2015'],
])('%s, %s, %s is “%s”', (covers, label, range, words) =>
  expect(spanWords({ covers, period: { label, range, start: '2018-07-01' } })).toBe(words),
);

test('without a figure there is nothing to cover', () => expect(spanWords({ covers: null, period: null })).toBeNull());
