import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankContent, type Content } from '@/lib/reading/content';
import { contentDifferences, namedByQuestions, namesOf } from '@/lib/reading/content-difference';

const days = { unit: 'days', decimals: 0, scale: 1 } as const;
const words = fc.constantFrom('It rained.', 'It snowed.', 'The fleet is new.');
const digits = fc.constantFrom('1', '12.5', '1234', '0.25');
const day = fc.constantFrom('2026-08-17', '2026-09-01');

const anything: fc.Arbitrary<Content> = fc.record({
  value: fc.option(digits),
  numerator: fc.option(digits),
  denominator: fc.option(digits),
  missing: fc.option(fc.constantFrom('not_collected', 'method_changed')),
  expectedOn: fc.option(day),
  provisional: fc.boolean(),
  unusual: fc.option(words),
  comments: fc.option(words),
  actions: fc.array(
    fc.record({ text: words, owner: fc.constantFrom('Head of Buses', 'Director'), due: fc.option(day) }),
    {
      maxLength: 3,
    },
  ),
  publicNote: fc.option(words),
  revisionReason: fc.option(fc.constantFrom('error', 'method')),
  completed: fc.array(fc.record({ start: fc.constant('2026-06-01'), text: words }), { maxLength: 2 }),
});

const called: Record<keyof Content, string> = {
  value: 'figure',
  numerator: 'numerator',
  denominator: 'denominator',
  missing: 'reason for no figure',
  expectedOn: 'expected date',
  provisional: 'provisional mark',
  unusual: 'reason for an unusual figure',
  comments: 'comments',
  actions: 'actions',
  publicNote: 'public note',
  revisionReason: 'kind of correction',
  completed: 'completed actions',
  kept: 'reasons for keeping a warning',
};

test('what is reported is exactly what was planted, field by field', () => {
  fc.assert(
    fc.property(anything, anything, fc.subarray(Object.keys(called) as (keyof Content)[]), (before, other, fields) => {
      const planted = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(other[field]));
      const after = { ...before, ...Object.fromEntries(planted.map((field) => [field, other[field]])) };
      const found = contentDifferences(before, after, days).map(({ what }) => what);
      const isFigure = (what: string) => what === 'figure' || what === 'typed figure';
      const others = planted.filter((field) => field !== 'value').map((field) => called[field]);
      expect(found.filter((what) => !isFigure(what)).sort()).toEqual(others.sort());
      // The figure that counts may move with its parts as well; one that was typed otherwise is told once.
      const figures = found.filter(isFigure);
      const parts = planted.includes('numerator') || planted.includes('denominator');
      if (planted.includes('value')) expect(figures).toHaveLength(1);
      else expect(figures).toEqual(parts && figures.length > 0 ? ['figure'] : []);
    }),
    { numRuns: 2000 },
  );
});

test('a content does not differ from itself', () => {
  fc.assert(
    fc.property(anything, (content) => contentDifferences(content, structuredClone(content), days).length === 0),
  );
});

test('differences are in words, with nothing rounded away', () => {
  const before = { ...blankContent, value: '83.4', expectedOn: null };
  const action = { text: 'Hire drivers', owner: 'Head of Buses', due: '2026-09-01' };
  const after: Content = { ...blankContent, value: '83.44', actions: [action], provisional: true };
  expect(contentDifferences(before, after, days)).toEqual([
    { what: 'typed figure', before: '83.4', after: '83.44' },
    { what: 'provisional mark', before: null, after: 'Provisional' },
    { what: 'actions', before: null, after: 'Hire drivers (Head of Buses, by 1 September 2026)' },
  ]);
});

test('a figure that its parts give is told beside them', () => {
  const percent = { unit: 'percent', decimals: 0, scale: 100 } as const;
  const of = (numerator: string) => ({ ...blankContent, numerator, denominator: '267' });
  expect(contentDifferences(of('216'), of('201'), percent)).toEqual([
    { what: 'figure', before: '81%', after: '75%' },
    { what: 'numerator', before: '216', after: '201' },
  ]);
});

test('a review names a part by the question that asked for it', () => {
  const labels = {
    numeratorLabel: 'were placed with council carers',
    denominatorLabel: 'children in foster care',
  };
  const measure = { unit: 'percent' as const, decimals: 0, scale: 100, outsideHundred: false, ...labels };
  const of = (numerator: string, denominator: string) => ({ ...blankContent, numerator, denominator });
  const found = namedByQuestions(contentDifferences(of('216', '267'), of('201', '260'), measure), measure);
  expect(found.map(({ what }) => what)).toEqual([
    'figure',
    'How many were placed with council carers',
    'Out of how many children in foster care',
  ]);
});

test.each([
  [[], null],
  [['figure'], 'the figure'],
  [['figure', 'comments'], 'the figure and the comments'],
  [['figure', 'comments', 'actions'], 'the figure, the comments and the actions'],
])('%j changed reads as %s', (what, words) => expect(namesOf(what)).toBe(words));
