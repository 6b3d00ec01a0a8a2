import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revisionReasons } from '@/lib/reading/revision-reasons';
import { partQuestions } from '../../../lib/figure/part-label';
import { withInstead } from '../../../lib/form/form-state';
import { inOrder } from '../../../lib/reading/completed-actions';
import type { Content } from '../../../lib/reading/content';
import { contentOf, lacksOf, type Typed, typedOf } from '../../../lib/reading/content-entry';
import { contentFields } from '../../../lib/reading/reading-fields';
import { parseDay } from '../../../lib/time/day-entry';
import { facts } from '../../support/reference/measure-facts';

const fostering = facts();
const problems = (typed: Typed, measure = fostering) =>
  contentOf(typed, measure).problems.map(({ field, sentence }) => `${field}: ${sentence}`);

describe('what Olive typed', () => {
  test('216 of 267 with a comment and an action becomes a content', () => {
    const { content, problems } = contentOf(
      {
        numerator: ' 216',
        denominator: '267 ',
        comments: 'Steady.\r\n\r\nAs last year. ',
        actionText1: 'Recruit carers',
        actionOwner1: 'Head of Fostering',
        actionDue1: '30 September 2018',
      },
      fostering,
    );
    expect(problems).toEqual([]);
    expect(content).toEqual({
      value: null,
      numerator: '216',
      denominator: '267',
      missing: null,
      expectedOn: null,
      provisional: false,
      completed: [],
      unusual: null,
      comments: 'Steady.\n\nAs last year.',
      publicNote: null,
      revisionReason: null,
      actions: [{ text: 'Recruit carers', owner: 'Head of Fostering', due: '2018-09-30' }],
    });
  });

  test('each figure that cannot be read has its sentence in its own field', () => {
    expect(problems({ value: '9,3', numerator: 'eighty', denominator: '26O' })).toEqual([
      expect.stringMatching(/^value: “9,3” has a comma where a decimal point may be meant/),
      'numerator: “eighty” is in words: write the figure in digits.',
      'denominator: “26O” has a letter O where a zero should be.',
    ]);
  });

  test('half a pair, 267 of 216, a denominator of 0, and 82% where the sum gives 81% are refused where they can be mended', () => {
    expect(problems({ numerator: '216' })[0]).toMatch(
      /^denominator: “Out of how many children in foster care\?” is missing/,
    );
    expect(problems({ numerator: '267', denominator: '216' })[0]).toMatch(
      /^numerator: “How many were placed with council carers\?” is 267, more than the 216/,
    );
    expect(problems({ numerator: '2', denominator: '0' })[0]).toMatch(
      /^denominator: “Out of how many children in foster care\?” is 0/,
    );
    expect(problems({ value: '82', numerator: '216', denominator: '267' })).toEqual([
      'value: The figure typed is 82%, but 216 ÷ 267 × 100 is 81%.',
    ]);
  });

  test('a reason and a figure cannot both stand, except 0 of 0 with its reason', () => {
    expect(problems({ value: '81', missing: 'not_collected' })[0]).toMatch(/^missing: There is a figure and a reason/);
    expect(problems({ numerator: '0', denominator: '0', missing: 'not_applicable' })).toEqual([]);
    expect(problems({ expectedOn: '30/9/2018' })[0]).toMatch(/^missing: Choose why there is no figure/);
  });

  test('an action needs its text and its owner; an empty one is no action', () => {
    expect(problems({ actionText2: 'Recruit' })).toEqual([
      'actionOwner2: Say which role owns action 2, such as Head of Safeguarding.',
    ]);
    expect(problems({ actionOwner1: 'Head', actionDue1: 'soon' })).toEqual([
      'actionDue1: “soon” is not a date we can read: write it like 30 September 2018 or 30/9/2018.',
      'actionText1: Say what action 1 is, or clear its other fields.',
    ]);
    expect(
      contentOf({ actionText1: ' ', actionText3: 'Act', actionOwner3: 'Head' }, fostering).content.actions,
    ).toEqual([{ text: 'Act', owner: 'Head', due: null }]);
  });

  test('what PostgreSQL cannot keep is taken out of words', () => {
    expect(contentOf({ comments: 'a\u0000b\ud800c' }, fostering).content.comments).toBe('abc');
    expect(problems({ comments: 'x'.repeat(5001) })[0]).toBe(
      'comments: The comment is too long by 1: at most 5000 characters can be kept.',
    );
  });
});

const anything = fc.dictionary(
  fc.constantFrom(...contentFields),
  fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('0', '5', '81%', '−3', '1,2', 'on')),
);

describe('whatever is typed', () => {
  test('contentOf never throws, and every problem is in a field of the form', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        for (const { field, sentence } of contentOf(typed, fostering).problems) {
          expect(contentFields).toContain(field);
          expect(sentence).toMatch(/[.”]$/);
        }
      }),
    );
  });

  test('what was kept fills the form so that it is read as the same again', () => {
    const text = fc.string({ minLength: 1 }).map((words) => `x${words.replace(/[^ -~]/g, '')}x`);
    const action = fc.record({ text, owner: text, due: fc.constantFrom(null, '2018-09-30', '2020-02-29') });
    const completed = fc.record({ start: fc.constantFrom('2018-06-01', '2018-07-01'), text: fc.string() });
    const figures = fc.oneof(
      fc.record({ numerator: fc.nat(500).map(String), denominator: fc.integer({ min: 500, max: 9999 }).map(String) }),
      fc.record({ value: fc.constantFrom('0', '80.9', '99.75', '100') }),
      fc.record({ missing: fc.constant('not_collected' as const), expectedOn: fc.constantFrom(null, '2018-10-01') }),
    );
    const rest = fc.record({
      actions: fc.array(action, { maxLength: 8 }),
      comments: fc.option(text),
      unusual: fc.option(text),
      publicNote: fc.option(text),
      revisionReason: fc.option(fc.constantFrom(...revisionReasons)),
    });
    const blank = { value: null, numerator: null, denominator: null, missing: null, expectedOn: null };
    fc.assert(
      fc.property(figures, rest, fc.array(completed, { maxLength: 4 }), (given, words, done) => {
        const content: Content = { ...blank, provisional: false, ...given, ...words, completed: inOrder(done) };
        expect(contentOf(typedOf(content), fostering)).toEqual({ content, problems: [] });
      }),
    );
  });
});

test('what says that there is no figure leads to the reasons, and an invisible character is taken out to be confirmed', () => {
  const typed = contentOf({ numerator: 'n/a', denominator: '267\u200b' }, fostering);
  expect(typed.problems).toEqual([
    {
      field: 'missing',
      sentence: '“n/a” says that there is no figure: choose the reason why there is none, or give the figure.',
    },
    { field: 'denominator', sentence: expect.stringContaining('invisible character after 267'), instead: '267' },
  ]);
  expect(withInstead({ denominator: '267\u200b', comments: 'x' }, typed.problems)).toEqual({
    denominator: '267',
    comments: 'x',
  });
});

test('before it is submitted: a figure or a reason, the unusual explained, the public told of a correction', () => {
  const facts = {
    measure: fostering,
    usual: ['80', '81', '79', '80', '82', '81', '80'],
    correction: true,
    today: '2018-08-17',
  };
  const lacking = (typed: Typed) => lacksOf(contentOf(typed, fostering).content, facts).map(({ field }) => field);
  expect(lacking({})).toEqual(['figure', 'publicNote', 'revisionReason']);
  expect(lacking({ value: '12' })).toEqual(['unusual', 'publicNote', 'revisionReason']);
  const notes = { publicNote: 'Recounted', revisionReason: 'error' };
  expect(lacking({ value: '81', ...notes })).toEqual([]);
  expect(lacking({ value: '81', ...notes, revisionReason: 'none of ours' })).toEqual(['revisionReason']);
  expect(lacking({ missing: 'not_collected', ...notes })).toEqual([]);
  expect(lacking({ missing: 'not_available_yet', ...notes })).toEqual(['expectedOn']);
  expect(lacking({ missing: 'not_available_yet', expectedOn: '16 August 2018', ...notes })).toEqual(['expectedOn']);
  expect(lacking({ missing: 'not_available_yet', expectedOn: '17 August 2018', ...notes })).toEqual([]);
  const { content: full } = contentOf({ value: '12', unusual: 'A home closed', ...notes }, fostering);
  expect(lacksOf(full, facts)).toEqual([]);
});

test.each([
  ['30 September 2018', '2018-09-30'],
  ['30 sept 2018', '2018-09-30'],
  ['1st Oct 2018', '2018-10-01'],
  ['30/9/2018', '2018-09-30'],
  [' 2018-09-30 ', '2018-09-30'],
  ['29 February 2020', '2020-02-29'],
])('%s is %s', (typed, day) => {
  expect(parseDay(typed)).toEqual({ day });
});

test.each(['29 February 2019', '31/9/2018', '12 Ma 2018', 'soon', '9/30/2018', '', '1 January 0001', '30/9/18'])(
  '“%s” is no date',
  (typed) => {
    expect(parseDay(typed)).toHaveProperty('problem');
  },
);

test('the two parts are asked for in words', () => {
  expect(partQuestions(facts({ numeratorLabel: 'was|were placed with council carers' }))).toEqual({
    numerator: 'How many were placed with council carers',
    denominator: 'Out of how many children in foster care',
  });
  const days = facts({ unit: 'days', scale: 1, numeratorLabel: 'took … days', denominatorLabel: 'child|children' });
  expect(partQuestions(days)).toEqual({ numerator: 'How many days in total', denominator: 'How many children' });
});
