import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Direction } from '@/lib/target/direction-of-travel';
import { chartSubtitle, editionSource } from '@/lib/trend/chart-words';
import { type EarlierFigure, earlierIndex } from '@/lib/trend/earlier-figure';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { trendTitle } from '@/lib/trend/trend-title';
import { atMost, trends, trendWith } from '../../support/reference/trends';

const words = (...figures: string[]) => figures;
const atMost10 = () => atMost('10');

describe('the title of a trend says what it shows', () => {
  test.each<[string, Trend, string | null]>([
    ['three moves the same way: since when', trendWith(words('9', '16', '15', '14', '13')), 'Falling since April'],
    [
      'against its target, met before or not',
      trendWith(words('9', '16', '15', '14', '13'), { bands: atMost10 }),
      'Falling since April, still above the target',
    ],
    [
      'just missed',
      trendWith(words('9', '8', '9', '12'), { bands: atMost10 }),
      'Rose from 9 in April 2018 to 12, now above the target',
    ],
    [
      'just met',
      trendWith(words('12', '14', '13', '10'), { bands: atMost10 }),
      'Fell from 12 in April 2018 to 10, now meeting the target',
    ],
    [
      'met and met before',
      trendWith(words('8', '9', '8', '9'), { bands: atMost10 }),
      'Rose from 8 in April 2018 to 9, meeting the target',
    ],
    ['unlike all before', trendWith(words('12', '14', '13', '15', '11', '16')), 'The highest since February 2018'],
    ['all alike', trendWith(words('100', '100', '100')), 'Unchanged at 100 since May 2018'],
    ['the same at both ends', trendWith(words('12', '14', '12')), '12, as in May 2018'],
    ['one', trendWith(words('83')), '83 in July 2018'],
    ['the latest period has none', trendWith(['12', '14', null]), 'Rose from 12 in May 2018 to 14 in June 2018'],
    ['none at all', trendWith([null, null]), null],
    ['no periods', trendWith([]), null],
    ['quarters', trendWith(words('9', '12', '14', '16'), { frequency: 'quarterly' }), 'Rising since Jul 2017'],
    ['years', trendWith(words('9', '12'), { frequency: 'annual' }), 'Rose from 9 in 2017/18 to 12'],
  ])('%s', (_, trend, title) => {
    expect(trendTitle(trend)).toBe(title);
  });

  test('what is on the other side of a break is not compared with', () => {
    const broken = trendWith(words('90', '80', '12', '14'), { mark: (index) => (index === 2 ? { break: 'x' } : {}) });
    expect(trendTitle(broken)).toBe('Rose from 12 in June 2018 to 14');
  });

  test('where it neither runs nor is an extreme, it stands beside the figure that it is compared with', () => {
    const trend = trendWith(words('67', '80', '82', '83', '79', '81'), { bands: atMost10 });
    const beside = (text: string, direction: Direction | null, more: Partial<EarlierFigure> = {}) =>
      trendTitle({ ...trend, earlier: { index: 1, value: Number(text), text, label: '2017/18', direction, ...more } });
    expect(beside('80', 'worsening')).toBe('Rose from 80 in 2017/18 to 81, still above the target');
    expect(beside('82', 'improving', { label: '31 Mar 2018' })).toBe(
      'Fell from 82 at 31 Mar 2018 to 81, still above the target',
    );
    expect(beside('81', 'no_change', { label: 'year to Mar 2018' })).toMatch(/^81, as in the year to Mar 2018, still/);
    expect(beside('80', 'no_change')).toMatch(/^81, little changed from 80 in 2017\/18, still/);
    // Two that are not compared, or are shown alike and stored otherwise: what is drawn first counts.
    expect(beside('80', null)).toMatch(/^Rose from 67 in February 2018 to 81/);
    expect(beside('81', 'worsening')).toMatch(/^Rose from 67 in February 2018 to 81/);
    const broken = {
      ...trend,
      periods: trend.periods.map((period, index) => ({ ...period, break: index === 2 ? 'x' : null })),
    };
    const earlier: EarlierFigure = { index: 1, value: 80, text: '80', label: '2017/18', direction: 'worsening' };
    expect(trendTitle({ ...broken, earlier })).toMatch(/^Fell from 82 in April 2018 to 81/);
  });

  test('a figure that grows from period to period is not said to rise', () => {
    expect(trendTitle({ ...trendWith(words('1', '2', '3', '4', '5')), growing: true })).toBe(
      '5 from 1 to 31 July 2018',
    );
  });

  test('of a judged colour nothing is said, since the rule says another thing', () => {
    const judged = trendWith(words('9', '12'), {
      bands: atMost10,
      mark: (index) => (index === 1 ? { colour: 'green', judged: 'judged Green, by the rule Red' } : {}),
    });
    expect(trendTitle(judged)).toBe('Rose from 9 in June 2018 to 12');
  });

  test('a shown figure that meets a target which the stored one misses is on no side of it', () => {
    const stored = trendWith(words('12', '10'), { bands: atMost10, mark: () => ({ colour: 'red' }) });
    expect(trendTitle(stored)).toBe('Fell from 12 in June 2018 to 10, still missing the target');
  });
});

const shownIn = (title: string) => (title.match(/[−\d][\d,.]*/g) ?? []).map((text) => text.replace(/[.,]+$/, ''));

describe('whatever the figures, the title', () => {
  test('never says rose or rising where the last figure is below the one it names, nor fell or falling where it is above', () => {
    fc.assert(
      fc.property(trends, (trend) => {
        const title = trendTitle(trend);
        const from = Math.max(
          0,
          trend.periods.findLastIndex((period) => period.break !== null),
        );
        const figures = trend.periods.slice(from).flatMap(({ value }) => (value === null ? [] : [Number(value)]));
        const [first, last] = [figures[0] ?? 0, figures.at(-1) ?? 0];
        expect(title === null).toBe(figures.length === 0);
        if (title?.startsWith('Rose')) expect(last).toBeGreaterThan(first);
        if (title?.startsWith('Fell')) expect(last).toBeLessThan(first);
        const before = figures.slice(0, -1);
        if (title?.startsWith('Rising')) expect(before.slice(-3).every((value) => value < last)).toBe(true);
        if (title?.startsWith('Falling')) expect(before.slice(-3).every((value) => value > last)).toBe(true);
        if (title?.startsWith('The highest')) expect(before.every((value) => value < last)).toBe(true);
        if (title?.startsWith('The lowest')) expect(before.every((value) => value > last)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('never says rose or fell against the figure that it names', () => {
    const beside = fc.tuple(trends, fc.integer({ min: -99, max: 99 }), fc.constantFrom('improving', 'no_change', null));
    fc.assert(
      fc.property(beside, ([trend, value, direction]) => {
        if (trend.periods.length < 2) return;
        const index = trend.periods.length - 2;
        const title = trendTitle({ ...trend, earlier: { index, value, text: 'X', label: '2017/18', direction } }) ?? '';
        const last = Number(trend.periods.at(-1)?.value);
        if (title.startsWith('Rose from X')) expect(last).toBeGreaterThan(value);
        if (title.startsWith('Fell from X')) expect(last).toBeLessThan(value);
        if (title.includes(', as in 2017/18')) expect(last).toBe(value);
        if (direction === null) expect(title).not.toContain('X');
      }),
      { numRuns: 300 },
    );
  });

  test('says that the target is met exactly where the latest figure has the colour', () => {
    fc.assert(
      fc.property(trends, (trend) => {
        const title = trendTitle(trend) ?? '';
        const last = trend.periods.at(-1);
        expect(/meeting|within/.test(title)).toBe(last?.value !== null && last?.colour === 'green');
        expect(/above|below|missing/.test(title)).toBe(last?.value !== null && /red|amber/.test(last?.colour ?? ''));
      }),
      { numRuns: 300 },
    );
  });

  test('knows nothing of a hidden figure: it is the same whatever colour and target the figure had', () => {
    const hides: Partial<TrendPeriod> = { value: null, hidden: { why: 'Few people.' } };
    fc.assert(
      fc.property(trends, fc.nat(), fc.constantFrom('green', 'red', null), (trend, at, colour) => {
        const hidden = (own: Partial<TrendPeriod>) => ({
          ...trend,
          periods: trend.periods.map((period, index) =>
            index === at % trend.periods.length ? { ...period, ...hides, ...own } : period,
          ),
        });
        expect(trendTitle(hidden({ colour }))).toBe(trendTitle(hidden({ colour: null, bands: null })));
        // A figure that nobody saw cannot be the highest, nor make another one so.
        const from = trend.periods.findLastIndex((period) => period.break !== null);
        if (at % trend.periods.length >= from)
          expect(trendTitle(hidden({})) ?? '').not.toMatch(/^The (high|low)est since/);
      }),
      { numRuns: 300 },
    );
  });

  test('names no figure that the trend does not show', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.option(fc.integer({ min: 300, max: 999 }).map(String)), { maxLength: 12 })
          .map((values) => trendWith(values)),
        (trend) => {
          const figures = trend.periods.map(({ value }) => value);
          for (const number of shownIn(trendTitle(trend) ?? ''))
            expect([...figures, '2016', '2017', '2018']).toContain(number);
        },
      ),
    );
  });
});

test('the subtitle says what, in which unit, over what, where and when', () => {
  const about = { measure: 'Repairs on time', unit: '%', covers: 'rolling 12 months', area: 'Anyshire' };
  const trend = trendWith(words('1', '2'));
  expect(chartSubtitle(about, trend)).toBe('Repairs on time, %, rolling 12 months, Anyshire, Jun 2018 to Jul 2018');
  expect(chartSubtitle({ ...about, unit: 'Working days', covers: null }, trendWith(words('1')))).toBe(
    'Repairs on time, working days, Anyshire, Jul 2018',
  );
  const edition = { service: { name: 'Homes' }, number: 4, publishedAt: '2018-08-16T23:30:00Z' };
  expect(editionSource('Anyshire', edition)).toBe('Source: Anyshire, Homes, edition 4, published 17 August 2018.');
});

test.each([
  ['2017/18', 'monthly', ['2018-02-01', '2018-03-01', '2018-04-01'], 1],
  ['2017/18', 'monthly', ['2018-02-01', '2018-03-01'], -1],
  ['2017/18', 'termly', ['2017-09-01', '2018-01-01', '2018-05-01'], 0],
  ['2017/18', 'annual', ['2017-04-01', '2018-04-01'], 0],
  ['Jun 2018', 'monthly', ['2018-06-01', '2018-07-01'], 0],
  ['Jan 2018', 'quarterly', ['2018-01-01', '2018-04-01'], 0],
  ['30 Jun 2018', 'quarterly', ['2018-04-01', '2018-07-01'], 0],
  ['Apr to Jun 2018', 'monthly', ['2018-06-01', '2018-07-01'], 0],
  ['an earlier period', 'monthly', ['2018-06-01', '2018-07-01'], -1],
] as const)('the figure of %s of %s periods %j stands at %s', (name, frequency, starts, index) => {
  expect(earlierIndex([...starts], name, { frequency, startMonth: 4 })).toBe(index);
});
