import { describe, expect, test } from 'vitest';
import { judgedNumbers } from '@/lib/commentary/numbers/judged-number';
import { numberFindings } from '@/lib/commentary/numbers/number-checks';
import { readWords } from '@/lib/commentary/numbers/read-words';
import { knownFigure, readingText } from '../../support/commentary/reading-text';

/** 216 of 267 children is 80.9%, shown as 81%; the target 80%, amber 75%; 79% in 2017/18; 78% in May, 76% in April; England 74%. */
const found = (comments: string): string[] =>
  numberFindings(readingText({ comments })).map(({ rule, quote }) => `${rule} ${quote}`);

describe('a cited figure counts something else, and is passed over', () => {
  test.each([
    'Four of our 26 desks were empty.',
    'Nine engineers left and 14,000 lanterns were replaced.',
    'Two shops closed; 39 motorcyclists were hurt.',
    'The oldest carer is 71 and half of them are over sixty.',
    '1. Two carers retired.\n2. An agency closed.',
    'Three causes: (1) two carers retired; (2) an agency closed; (3) a home moved.',
    'Storms on 2 and 3 June closed the office.',
    'Had the last placements been counted, the figure would have been 83.5%.',
    'The office took 570 calls a week.',
    'Of the other 51, 30 live with relatives and 14 in a home.',
    'The remaining 51: 22 with relatives, 19 in homes and 10 elsewhere.',
    'Relatives care for 31 of the 51 others.',
    'Girls (88 of 103, or 85.4%) do better than boys (128 of 164, or 78.0%), a gap of 7.4 points.',
    'It is 81%. Retirements were 41 and redundancies 9.',
    'It is 81%. Relatives’ placements did best: 20 out of 24.',
    'It is 81%. One in three children had been here for two years.',
    'It is 81%. There are 38 advisers against an establishment of 45.',
    'It is 81%. Fewer carers left: 213 notices came in against 219.',
    'Relatives took nine; the other 42 are in homes.',
    'The survey, with a 95% confidence interval from 71.3% to 86.4%, agrees.',
  ])('%s', (comments) => {
    expect(found(comments)).toEqual([]);
  });
});

describe('what can be meant as a figure of the row is held against them', () => {
  test.each([
    ['Performance was 64%.', 'W1 64%'],
    ['The figure stands at 64 per cent.', 'W1 64 per cent'],
    ['We placed 64% with our own carers.', 'W1 64%'],
    ['It fell to 64.', 'W1 64'],
    ['Children placed with council foster carers: 150 of 200 (75%).', 'W1 150 of 200'],
    ['190 children were placed with council carers.', 'W1 190'],
    ['190 of 267 children were placed with us.', 'W1 190 of 267'],
    ['Thanks to the campaign in spring, 276 were placed.', 'W1 276'],
    ['Storms and the strike left 71%.', 'W1 71%'],
    ['The remaining 51: 22 with relatives, 19 in homes and 11 elsewhere.', 'W1 22'],
    ['It is 81%. The England average is 79.5%.', 'W1 79.5%'],
    ['It is 81%. It was 73% in May.', 'W1 73%'],
    ['That is 4 points better than last year.', 'W1 4 points'],
    ['That is 4 points better than last May.', 'W1 4 points'],
  ])('%s', (comments, expected) => {
    expect(found(comments)).toContain(expected);
  });
});

test('a difference in bare form is one, and another size is none', () => {
  const measure = { unit: 'pounds', decimals: 2, scale: null, title: 'Cost of a contact' } as const;
  const given = {
    measure,
    figures: { value: '2.82', numerator: null, denominator: null, missing: null },
    target: { shape: 'at_most', green: '3', amber: null } as const,
    comparator: knownFigure('June 2017', '3.05', { span: { from: '2017-06-01', until: '2017-06-30' } }),
    earlier: [],
    benchmarks: [],
  };
  const quotes = (comments: string) => numberFindings(readingText({ ...given, comments })).map(({ quote }) => quote);
  expect(quotes('£2.82: 23p cheaper than in June 2017 (8%) and 18p inside target.')).toEqual([]);
  expect(quotes('£2.82: 28p cheaper than in June 2017.')).toEqual(['28p']);
  expect(quotes('£2.82: 23p (6%) cheaper than in June 2017.')).toEqual(['6%']);
});

test('4.86 of a measure in millions is 4.86 million in words, and 110,000 above 4.75', () => {
  const given = {
    measure: { unit: 'number', decimals: 2, scale: null, title: 'Journeys on buses (millions)' } as const,
    figures: { value: '4.86', numerator: null, denominator: null, missing: null },
    target: { shape: 'at_least', green: '4.75', amber: null } as const,
    comparator: null,
    earlier: [],
    benchmarks: [],
  };
  const quotes = (comments: string) => numberFindings(readingText({ ...given, comments })).map(({ quote }) => quote);
  expect(quotes('4.86 million journeys, some 110,000 above the target.')).toEqual([]);
  expect(quotes('4.68 million journeys.')).toEqual(['4.68 million']);
});

test('why a number is passed over is kept beside it', () => {
  const words = readWords(readingText({ comments: 'Nine engineers left. Relatives care for 31 of the 51 others.' }));
  expect(judgedNumbers(words).map(({ token, exempt }) => [token.quote, exempt])).toEqual([
    ['Nine', 'another thing'],
    ['31 of the 51', 'part'],
  ]);
});
