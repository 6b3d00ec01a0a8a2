import { expect, test } from 'vitest';
import { frameOf } from '@/lib/commentary/dates/date-spans';
import { datesIn } from '@/lib/commentary/dates/dates-in';
import { lexed } from '@/lib/commentary/prose/lexemes';

const june = frameOf({ frequency: 'monthly', start: '2018-06-01' }, { window: 'single', since: null, startMonth: 4 });
const read = (text: string) =>
  datesIn(lexed(text), june).map(({ quote, spans }) => [quote, `${spans[0]?.from} ${spans[0]?.until}`]);

test.each([
  ['In Q1 it rose', 'Q1', '2018-04-01 2018-06-30'],
  ['In Q1 2018/19', 'Q1 2018/19', '2018-04-01 2018-06-30'],
  ['the first quarter of 2017-18', 'first quarter of 2017-18', '2017-04-01 2017-06-30'],
  ['quarter 4 of 2017/18', 'quarter 4 of 2017/18', '2018-01-01 2018-03-31'],
  ['June 18 was better', 'June 18', '2018-06-01 2018-06-30'],
  ['In June 2018', 'June 2018', '2018-06-01 2018-06-30'],
  ['In Jun-18', 'Jun-18', '2018-06-01 2018-06-30'],
  ['since last month', 'last month', '2018-05-01 2018-05-31'],
  ['than last year', 'last year', '2017-04-01 2018-03-31'],
  ['in 2017-18', '2017-18', '2017-04-01 2018-03-31'],
  ['in 2017/18', '2017/18', '2017-04-01 2018-03-31'],
  ['on 31 July 2018', '31 July 2018', '2018-07-31 2018-07-31'],
  ['on 17 Aug. 2018', '17 Aug. 2018', '2018-08-17 2018-08-17'],
  ['on the 17th of Aug. 18', '17th of Aug. 18', '2018-08-17 2018-08-17'],
  ['On 17 August 18 were seen', '17 August 18', '2018-08-17 2018-08-17'],
  ['On 17 August 18 children were seen', '17 August', '2017-08-17 2017-08-17'],
  ['on 31/07/2018', '31/07/2018', '2018-07-31 2018-07-31'],
  ['on the 3rd of May', '3rd of May', '2018-05-03 2018-05-03'],
  ['In July', 'July', '2017-07-01 2017-07-31'],
  ['this quarter', 'this quarter', '2018-04-01 2018-06-30'],
  ['the year to date', 'year to date', '2018-04-01 2018-06-30'],
  ['the same period last year', 'same period last year', '2017-06-01 2017-06-30'],
  ['the end of March', 'March', '2018-03-01 2018-03-31'],
  ['in summer 2018', 'summer 2018', '2018-04-01 2018-09-30'],
  ['April to June 2018', 'April to June 2018', '2018-04-01 2018-06-30'],
  ['the Apr 17 - Mar 18 year', 'Apr 17 - Mar 18', '2017-04-01 2018-03-31'],
  ['at the end of 2016', '2016', '2016-01-01 2016-12-31'],
])('%s', (text, quote, span) => {
  expect(read(text)).toEqual([[quote, span]]);
});

test.each([
  'We may march on to the next stage.',
  '216 of 2018 children',
  '1,980 out of 2018',
  'May we ask why',
  'aged 17/18 years',
  'a decision by the team',
])('%s names no date', (text) => {
  expect(read(text)).toEqual([]);
});

test('a month without a year may be the last one or the next one', () => {
  expect(datesIn(lexed('By September.'), june)[0]?.spans.map(({ from }) => from)).toEqual(['2017-09-01', '2018-09-01']);
});
