import { describe, expect, test } from 'vitest';
import { numberFindings } from '@/lib/commentary/numbers/number-checks';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { knownFigure, readingText } from '../../support/commentary/reading-text';
import { processorTime } from '../../support/processor-time';

/** What is found in a reading, as 'W1 74% -> 75%'. */
const found = (text: ReadingText) =>
  numberFindings(text).map(({ rule, quote, instead }) =>
    [rule, quote, instead && `-> ${instead}`].filter(Boolean).join(' '),
  );
const inComments = (comments: string, differences: Parameters<typeof readingText>[0] = {}) =>
  found(readingText({ ...differences, comments }));

describe('216 of 267 is 80.9%, shown as 81%; the target 80%; 79% in 2017/18; 78% in May: in order', () => {
  test.each([
    '216 of 267 children were placed with council carers, which is 81%.',
    '80.9% of children, 80.90% exactly.',
    '216 out of a total cohort of 267.',
    'The remaining 51 children are placed elsewhere, 19%.',
    'About 80%, or over 80%, or nearly 81%.',
    'Four in five children were placed with us.',
    'More than half of the children were placed with us.',
    'It rose by 2 percentage points on last year.',
    'It rose from 78% to 81%, 3 points better than in May 2018.',
    'That is 9 more than in May 2018.',
    'It is 7 percentage points above the England average of 74%.',
    'In May 2018 it was 78%, from 207 of 265.',
    'Two hundred and sixteen of the children were placed with us.',
    'Three homes closed and 12 staff left, which cost £40,000.',
    'Form 3 is due within 10 days under section 47.',
    'A new framework was introduced in April 2016.',
    'According to the Fostering Network, 62% of carers agree.',
    'We will recruit 15 carers by September 2018.',
    'Since April 2017 we have met every 6 weeks.',
  ])('%s', (comments) => {
    expect(inComments(comments)).toEqual([]);
  });
});

describe('what is none of the figures, or the figure of another time', () => {
  test.each([
    ['It fell from 81% to 74.5%.', ['W1 74.5%']],
    ['Performance was 82%.', ['W1 82%']],
    ['215 of 267 children were placed with us.', ['W1 215 of 267']],
    ['It rose by 6 percentage points on last year.', ['W1 6 percentage points']],
    ['That is 8 more than in May 2018.', ['W1 8']],
    ['Performance is 78% this month.', ['W1 78% -> 81%']],
    ['This month 207 of 265 children were placed with us.', ['W1 207 of 265 -> 216 of 267']],
    ['One in three children were placed with us.', ['W1 One in three']],
    ['Twenty-three children waited.', ['W1 Twenty-three']],
    ['Every care plan was looked at: 82% in all.', ['W1 82%']],
    ['The 4% increase on last year is welcome.', ['W1 4%']],
    ['The 2% increase on last year is welcome.', []],
    ['In real terms this is 267 out of 216.', ['B2 267 out of 216 -> 216 out of 267']],
    ['300 of 290 children.', ['B2 300 of 290']],
    ['It was 80,9% of all.', ['B3 80,9% -> 80.9%']],
    ['In April 2018 the figure was 81%.', ['W2 April 2018 -> June 2018']],
    ['Confirmation of the figure will be available in early August 2018.', []],
    ['Confirmation of the figure will be available by July 2018.', ['W3 July 2018']],
    ['Confirmation will be available by July.', ['W3 July']],
    ['Confirmation will be available from the beginning of September.', []],
    ['The reviews due by the end of June have been held.', []],
    ['It is 2 points up on last year, as you’d expect.', []],
    ['It was 78% in May, 76% in April and now this.', []],
    ['It is 78% in June.', ['W1 78% -> 81%']],
  ])('%s', (comments, expected) => {
    expect(inComments(comments)).toEqual(expected);
  });

  test('74% beside 75% is found where 74 is nobody’s figure', () => {
    const differences = {
      figures: { value: '75', numerator: null, denominator: null, missing: null },
      benchmarks: [],
      earlier: [knownFigure('May 2018', '81', { span: { from: '2018-05-01', until: '2018-05-31' } })],
    };
    expect(inComments('It fell from 81% to 74%.', differences)).toEqual(['W1 74%']);
  });

  test('the finding quotes the words, names the nearest figure and says how to mend it', () => {
    expect(numberFindings(readingText({ comments: 'Performance was 82% here.' }))).toEqual([
      {
        rule: 'W1',
        place: { field: 'comments' },
        quote: '82%',
        at: 16,
        sentence:
          '“82%” is none of the figures of this measure. The nearest is 81%, the figure for June 2018. The figures here are 81%, 216, 267, 80% (the target), 75% (the amber limit), 79% (2017/18).',
        mend: 'Correct the number, or say what it counts and where it comes from.',
      },
    ]);
  });

  test('a correction: the old figure is in order where the words say that it was corrected', () => {
    const corrects = { value: null, numerator: '214', denominator: '267' };
    expect(inComments('214 of 267 children were placed with us.', { corrects })).toEqual([
      'W1 214 of 267 -> 216 of 267',
    ]);
    expect(found(readingText({ corrects, publicNote: 'Corrected from 214 of 267 to 216 of 267.' }))).toEqual([]);
  });
});

test('B1: 91 is typed beside 88 of 91, which is 97%', () => {
  const figures = { value: '91', numerator: '88', denominator: '91', missing: null };
  const [finding] = numberFindings(readingText({ figures }));
  expect(finding).toMatchObject({ rule: 'B1', place: { field: 'figures' }, quote: '91' });
  expect(finding?.sentence).toBe('The figure typed is 91%, but 88 ÷ 91 × 100 is 97%.');
});

test('B1 and B2: 506 days from 23 children out of 11,626 days', () => {
  const measure = {
    unit: 'days',
    scale: 1,
    title: 'Average time (days)',
    numeratorLabel: 'took … days',
    denominatorLabel: 'children',
  } as const;
  const figures = { value: '506', numerator: '11626', denominator: '23', missing: null };
  const comments = 'In real terms this is 23 (children) out of a total cohort of 11626 (number of days).';
  const text = readingText({ measure, figures, comments, target: { shape: 'at_most', green: '550', amber: null } });
  expect(numberFindings(text).map(({ rule }) => rule)).toEqual(['B1', 'B2']);
});

test('W8: 1,613 is the figure, the target and last year’s; 100% three times is not odd', () => {
  const same = (value: string, measure: Partial<ReadingText['measure']>) =>
    found(
      readingText({
        measure,
        figures: { value, numerator: null, denominator: null, missing: null },
        target: { shape: 'at_least', green: value, amber: null },
        comparator: knownFigure('2017/18', value),
      }),
    );
  expect(same('1613', { unit: 'number', scale: null })).toEqual(['W8']);
  expect(same('100', {})).toEqual([]);
});

test('W3: an action that was due before today, or before the period has ended; one to come is in order', () => {
  const action = (due: string | null) => ({ text: 'Recruit carers', owner: 'Fostering manager', due });
  const text = readingText({ actions: [action('2018-07-31'), action('2018-09-30'), action(null)] });
  expect(numberFindings(text).map(({ rule, place, quote }) => [rule, place, quote])).toEqual([
    ['W3', { field: 'actionDue', action: 0 }, '2018-07-31'],
  ]);
  expect(found({ ...text, today: '2018-06-10', actions: [action('2018-06-20')] })).toEqual(['W3 2018-06-20']);
});

test('findings come in the order of their places', () => {
  const places = numberFindings(
    readingText({ comments: '82% here, 9,3 there and 267 of 216.', publicNote: 'It was 83%.' }),
  );
  expect(places.map(({ rule, at, place }) => [rule, at, place.field])).toEqual([
    ['W1', 0, 'comments'],
    ['B3', 10, 'comments'],
    ['B2', 24, 'comments'],
    ['W1', 7, 'publicNote'],
  ]);
});

describe('100 kB of odd text is read in linear time: within four seconds of the processor', () => {
  const size = 100_000;
  const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  test.each(
    Object.entries({
      digits: filled('7'),
      'digits apart': filled('7 '),
      commas: filled('1,'),
      points: filled('1.'),
      'groups of three': filled('123 456 '),
      'one of one': filled('1 of '),
      percentages: filled('81% '),
      brackets: filled('('),
      'numbers in brackets': filled('(5 '),
      'number words': filled('one hundred and '),
      months: filled('June 18 to '),
      differences: filled('by 6 percentage points '),
      sentences: filled('It is 78%. In May 2018, 3 more. '),
      slashes: filled('1/2/'),
      letters: filled('1O'),
      marks: filled('8\u200f\u200b'),
      hedges: filled('about 80 '),
    }),
  )('%s', (_, comments) => {
    expect(processorTime(() => numberFindings(readingText({ comments })))).toBeLessThan(4_000);
  });
});
