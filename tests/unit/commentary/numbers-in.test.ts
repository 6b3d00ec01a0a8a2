import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexed } from '@/lib/commentary/prose/lexemes';
import { numbersIn } from '@/lib/commentary/prose/numbers-in';
import { sentenceNumbers } from '@/lib/commentary/words/sentence-numbers';
import { tokensOf } from '@/lib/commentary/words/sentences';
import { spelledNumber } from '../../support/commentary/spelled-number';

const read = (text: string) => numbersIn(lexed(text), new Set());
const short = (text: string) =>
  read(text).numbers.map(({ kind, numbers, exempt, percent }) =>
    [
      exempt ?? `${kind}${percent && kind === 'range' ? ' of percentages' : ''}`,
      ...numbers.map(({ value }) => value),
    ].join(' '),
  );

test.each([
  ['1,613 families', ['plain 1613']],
  ['1 613 families', ['plain 1613']],
  ['12k visits', ['plain 12000']],
  ['81%, 81 per cent, 81 percent and 80.9 %', ['percent 81', 'percent 81', 'percent 81', 'percent 80.9']],
  ['7 percentage points', ['points 7']],
  ['7pp', ['reference']],
  ['7 pp', ['points 7']],
  ['£1.2m, £3,000, 40p and £2 million', ['money 1200000', 'money 3000', 'money 0.4', 'money 2000000']],
  ['twenty-three, one hundred and five, forty, a dozen', ['plain 23', 'plain 105', 'plain 40', 'plain 12']],
  ['two thousand three hundred', ['plain 2300']],
  ['five and six', ['plain 5', 'plain 6']],
  ['216 of 267 children', ['share 216 267']],
  ['216 children out of 267', ['share 216 267']],
  ['23 (moving in) out of a total cohort of 11626', ['share 23 11626']],
  ['3 from a cohort of 389', ['share 3 389']],
  ['ten of 12', ['share 10 12']],
  ['88/91', ['share 88 91']],
  [
    'one in four, 1 in 4, two thirds of them, half of the cases',
    ['fraction 1 4', 'fraction 1 4', 'fraction 2 3', 'fraction 1 2'],
  ],
  ['between 5 and 9, 5–9, 5 to 9', ['range 5 9', 'range 5 9', 'range 5 9']],
  ['70% to 75%', ['range of percentages 70 75']],
  ['fell from 81% to 74%', ['percent 81', 'percent 74']],
  ['increased from 234 to 393', ['plain 234', 'plain 393']],
  ['the first and the 3rd review', ['ordinal', 'ordinal']],
  ['at 9am, 9.30 am', ['time', 'time 9.3']],
  ['01670 123456', ['telephone']],
  [
    'section 47, Form 3, A1056, Year 6, Key Stage 2',
    ['reference 47', 'reference 3', 'reference', 'reference 6', 'reference 2'],
  ],
  ['16-17 year olds, under 5s, aged 10 to 17', ['age 16 17', 'age', 'age 10 17']],
  ['24/7', ['idiom']],
  ['one of the reasons', ['idiom 1']],
  ['a two-week pause', ['duration 2']],
  ['0.19 per 1,000', ['plain 0.19', 'scale 1000']],
])('%s', (text, expected) => {
  expect(short(text)).toEqual(expected);
});

const spelled = fc.oneof(
  fc.integer({ min: 2, max: 99_999_999 }).map((value) => ({ value, words: spelledNumber(value) })),
  fc.integer({ min: 2, max: 1_500 }).map((value) => ({ value, words: spelledNumber(value) })),
  fc.constantFrom(
    { value: 100, words: 'a hundred' },
    { value: 1_000_000, words: 'a million' },
    { value: 12, words: 'a dozen' },
    { value: 36, words: 'three dozen' },
  ),
);

test('a number in words is the same to the checks of figures and to those of claims and hidden counts', () => {
  fc.assert(
    fc.property(spelled, ({ value, words }) => {
      const sentence = `We helped ${words} families.`;
      expect(read(sentence).numbers.map(({ quote, numbers }) => [quote, ...numbers.map(({ value }) => value)])).toEqual(
        [[words, String(value)]],
      );
      const tokens = tokensOf(sentence);
      expect(
        sentenceNumbers(tokens).map(({ value, first, next }) => [
          sentence.slice(tokens[first]?.from, tokens[next - 1]?.until),
          value,
        ]),
      ).toEqual([[words, String(value)]]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['full-width', '８１％', 'percent 81'],
  ['Arabic-Indic', '٨١', 'plain 81'],
  ['mathematical', '𝟴𝟭%', 'percent 81'],
  ['a blank of no width', '8\u200b1%', 'percent 81'],
  ['a right-to-left mark', '\u200f81%', 'percent 81'],
])('digits that look alike are read, and quoted as they stand: %s', (_, text, expected) => {
  const sentence = `At ${text} of all.`;
  expect(short(sentence)).toEqual([expected]);
  const { at, quote } = read(sentence).numbers[0] ?? { at: 0, quote: '' };
  expect(sentence.slice(at, at + quote.length)).toBe(quote);
  expect(text).toContain(quote);
});

describe('a malformed number', () => {
  test.each([
    ['9,3', '9.3'],
    ['14,3%', '14.3%'],
    ['1O3', '103'],
    ['3O%', '30%'],
    ['18/1g', '18/19'],
    ['75%%', '75%'],
    ['1,61', undefined],
    ['12.3.4', undefined],
  ])('%s', (quote, instead) => {
    const { malformed } = read(`It was ${quote} then.`);
    expect(malformed.map((one) => [one.at, one.quote, one.instead])).toEqual([[7, quote, instead]]);
  });

  test.each(['1,613', '1,613,000', '2.5', 'section 12.3.4', 'H2O', 'COVID-19', '10, 12 and 14', 'schools 1,2,3'])(
    '%s is none',
    (text) => {
      expect(read(text).malformed).toEqual([]);
    },
  );
});
