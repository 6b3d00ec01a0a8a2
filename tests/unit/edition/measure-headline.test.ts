import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureInWords, headline } from '@/lib/edition/measure-headline';
import type { MeasureFacts } from '@/lib/measure/measure';
import { facts } from '../../support/reference/measure-facts';

const officers = facts({
  unit: 'number',
  polarity: 'lower',
  window: 'snapshot',
  scale: 1,
  numeratorLabel: 'held … cases',
  denominatorLabel: 'reviewing officer|officers',
});
const july = { frequency: 'monthly', start: '2018-07-01' } as const;
const atMost76 = { shape: 'at_most', green: '76', amber: null } as const;
const caseload = {
  measure: officers,
  period: july,
  value: '82.795',
  missing: null,
  target: atMost76,
  colour: 'red' as const,
  earlier: { text: '80', label: '2017/18' },
  direction: 'worsening' as const,
};

describe('how a measure is going, in one sentence', () => {
  test('770 cases among 9.3 officers: worse than last year’s 80, above the target of at most 76', () => {
    expect(headline(caseload)).toBe(
      '83 cases per reviewing officer at 31 July 2018: worse than last year’s 80, above the target of at most 76.',
    );
  });

  test('each direction and each colour has its words', () => {
    const words = (more: Partial<Parameters<typeof headline>[0]>) =>
      headline({ ...caseload, measure: facts(), value: '81', ...more }).replace(/^81% in July 2018: /, '');
    const eighty = { shape: 'at_least', green: '80', amber: '70' } as const;
    const earlier = { text: '79%', label: 'Jun 2018' };
    const previous = facts({ comparator: 'previous_period' });
    expect(words({ direction: 'improving', target: eighty, colour: 'green' })).toBe(
      'better than last year’s 80, meeting the target of at least 80%.',
    );
    expect(words({ measure: previous, earlier, direction: 'no_change', target: null, colour: null })).toBe(
      'no change on the 79% of Jun 2018.',
    );
    expect(words({ direction: 'increasing', target: null, colour: null })).toBe('higher than last year’s 80.');
    expect(words({ direction: 'decreasing', target: null, colour: null })).toBe('lower than last year’s 80.');
    expect(words({ direction: null, target: null, colour: null })).toBe('81% in July 2018.');
    expect(headline({ ...caseload, measure: facts(), value: '75', target: eighty, colour: 'amber' })).toBe(
      '75% in July 2018: worse than last year’s 80, below the target of at least 80% but within the amber limit of 70%.',
    );
    const range = { shape: 'between', green: '30', greenTo: '40', amber: null, amberTo: null } as const;
    const ranged = (value: string, colour: 'green' | 'red') =>
      headline({ ...caseload, measure: facts(), earlier: null, value, target: range, colour });
    expect(ranged('35', 'green')).toBe('35% in July 2018: within the target of 30% to 40%.');
    expect(ranged('41', 'red')).toBe('41% in July 2018: above the target of 30% to 40%.');
    expect(ranged('29.4', 'red')).toBe('29% in July 2018: below the target of 30% to 40%.');
  });

  test('no figure has its reason, and no reading says so', () => {
    expect(headline({ ...caseload, value: null, missing: 'not_available_yet' })).toBe(
      'No figure for July 2018: it is not available yet.',
    );
    expect(headline({ ...caseload, period: null, value: null })).toBe('No figure yet.');
  });

  test.each<[Partial<MeasureFacts>, string, string]>([
    [{ window: 'rolling12' }, '81', '81% in the 12 months to 31 July 2018'],
    [{ window: 'ytd' }, '81', '81% from 1 April to 31 July 2018'],
    [{ window: 'since', since: '2014-04-01' }, '81', '81% from 1 April 2014 to 31 July 2018'],
    [{ window: 'snapshot' }, '81', '81% at 31 July 2018'],
  ])('what it covers: %j', (window, value, words) => {
    expect(headline({ ...caseload, measure: facts(window), value, earlier: null, target: null })).toBe(`${words}.`);
  });
});

test.each<[Partial<MeasureFacts>, string, string]>([
  [{}, '80.9', '81%'],
  [
    { unit: 'days', scale: 1, numeratorLabel: 'took … days', denominatorLabel: 'child|children' },
    '166.7',
    '167 days per child',
  ],
  [{ unit: 'days', scale: 1, numeratorLabel: 'took … days', denominatorLabel: 'children' }, '1', '1 day on average'],
  [{ unit: 'number', scale: 1, numeratorLabel: 'assessments', denominatorLabel: 'months' }, '92.3', '92 a month'],
  [
    { unit: 'per_1000', decimals: 2, scale: 1000, numeratorLabel: 'sentences', denominatorLabel: 'young people' },
    '0.185',
    '0.19 per 1,000 young people',
  ],
  [{ unit: 'pounds', scale: null }, '1200', '£1,200'],
])('a figure in words: %j', (measure, value, words) => {
  expect(figureInWords(value, facts(measure))).toBe(words);
});

test('whatever the figures, it is one sentence with one full stop at its end', () => {
  const value = fc.integer({ min: -5000, max: 5000 }).map((n) => String(n / 10));
  fc.assert(
    fc.property(value, value, fc.constantFrom('red', 'amber', 'green'), (now, green, colour) => {
      const sentence = headline({ ...caseload, value: now, target: { shape: 'at_most', green, amber: null }, colour });
      expect(sentence).toMatch(/^[^\n]+[^.]\.$/);
    }),
  );
});
