import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarkSentence } from '@/lib/benchmark/benchmark-words';
import { howFarChoices, howFarIn, howFarLength, howFarWords } from '@/lib/edition/trend-length';
import { frequencies, shift } from '@/lib/time/period';
import { facts } from '../../support/reference/measure-facts';

const england = {
  name: 'England',
  source: 'A return',
  alike: true,
  note: 'the same count',
  values: [
    { from: '2016-04-01', until: '2017-03-31', value: '70' },
    { from: '2017-04-01', until: '2018-03-31', value: '78.4' },
  ],
};
const own = (start: string, value: string | null) => ({ start, value });
const span = 'England: 78.4% for 1 April 2017 to 31 March 2018';

describe('how a measure stands against others', () => {
  test.each([
    ['81', 'higher', 'ours in the 12 months to 31 March 2018 is 81%, 2.6 percentage points higher, and better.'],
    ['81', 'lower', 'ours in the 12 months to 31 March 2018 is 81%, 2.6 percentage points higher, and worse.'],
    ['75', 'higher', 'ours in the 12 months to 31 March 2018 is 75%, 3.4 percentage points lower, and worse.'],
    ['75', 'none', 'ours in the 12 months to 31 March 2018 is 75%, 3.4 percentage points lower.'],
  ] as const)('%s, where %s is better', (value, polarity, words) => {
    expect(benchmarkSentence(england, facts({ polarity, window: 'rolling12' }), [own('2018-03-01', value)])).toBe(
      `${span}; ${words}`,
    );
  });

  test('twelve months of theirs beside one of ours are shown and not judged', () =>
    expect(benchmarkSentence(england, facts(), [own('2018-03-01', '81')])).toBe(
      `${span}; ours covers 1 month (1 to 31 March 2018), so the two are not compared.`,
    ));

  test('what is not counted alike is told and never compared, whatever our figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (value) => {
        const sentence = benchmarkSentence({ ...england, alike: false }, facts(), [own('2018-03-01', String(value))]);
        expect(sentence).toBe(`${span}.`);
      }),
    );
  });

  test('a figure for one day is at that day', () => {
    const day = [{ from: '2018-03-31', until: '2018-03-31', value: '78.4' }];
    expect(benchmarkSentence({ ...england, alike: false, values: day }, facts(), [])).toBe(
      'England: 78.4% at 31 March 2018.',
    );
  });

  test('without a figure of ours for the same end, or any of theirs, that is said', () => {
    for (const readings of [[], [own('2018-02-01', '81')], [own('2018-03-01', null)]])
      expect(benchmarkSentence(england, facts(), readings)).toBe(`${span}; no figure of ours ends on the same day.`);
    expect(benchmarkSentence({ ...england, values: [] }, facts(), [])).toBe(
      'No figure of England has been entered yet.',
    );
    expect(
      benchmarkSentence({ ...england, values: [{ from: '2018-03-01', until: '2018-03-31', value: '81' }] }, facts(), [
        own('2018-03-01', '81'),
      ]),
    ).toBe('England: 81% for 1 March 2018 to 31 March 2018; ours in March 2018 is 81%, the same.');
  });
});

describe('how far back a page shows', () => {
  test('two years, five years, all, of months; each only where it shows more', () => {
    const from = (count: number) =>
      howFarChoices('monthly', shift({ frequency: 'monthly', start: '2018-07-01' }, 1 - count).start, '2018-07-01');
    expect([from(1), from(25), from(26), from(60), from(61), from(600)]).toEqual([
      ['recent'],
      ['recent'],
      ['recent', 'more'],
      ['recent', 'more'],
      ['recent', 'more', 'all'],
      ['recent', 'more', 'all'],
    ]);
    expect([howFarWords('recent', 'monthly'), howFarWords('more', 'monthly')]).toEqual(['2 years', '5 years']);
    expect([howFarWords('recent', 'quarterly'), howFarWords('recent', 'annual')]).toEqual(['2 years', '9 years']);
  });

  test('a longer span shows more, for every frequency', () => {
    for (const frequency of frequencies)
      expect(
        howFarLength('recent', frequency) < howFarLength('more', frequency) &&
          howFarLength('more', frequency) < howFarLength('all', frequency),
      ).toBe(true);
  });

  test.each([
    [null, 'recent'],
    ['more', 'more'],
    ['all', 'all'],
    ['', null],
    ['ALL', null],
    ['constructor', null],
  ])('asked for %j: %j', (asked, span) => expect(howFarIn(asked)).toBe(span));
});
