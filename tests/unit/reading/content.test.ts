import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankContent, type Content, contentText, isAnswered, keptContent } from '@/lib/reading/content';
import { tidyText } from '@/lib/text/tidy-text';
import { facts } from '../../support/reference/measure-facts';

const measure = facts({ countsPeople: false });
const kept = (more: Partial<Content>) => keptContent({ ...blankContent, ...more }, measure);

test.each([
  [{ value: '9,3' }, /comma/],
  [{ value: '101' }, /outside 0% to 100%/],
  [{ value: 'NaN' }, /not a number/],
  [{ value: '90', numerator: '216', denominator: '267' }, /The figure typed is 90%, but 216 ÷ 267 × 100 is 81%/],
  [{ numerator: '216' }, /^The denominator is missing/],
  [{ numerator: '0', denominator: '0' }, /denominator is 0/],
  [{ numerator: '3', denominator: '2' }, /^The numerator is 3, more than the 2/],
  [{ value: '90', missing: 'not_collected' as const }, /keep one of them/],
  [{ expectedOn: '2026-09-01' }, /Choose why there is no figure/],
  [{ missing: 'not_collected' as const, expectedOn: '2026-02-30' }, /not a day of the calendar/],
  [{ comments: 'x'.repeat(5001) }, /1 characters too long/],
  [{ actions: [{ text: '  ', owner: 'Head', due: null }] }, /Each action needs its text/],
  [{ actions: Array.from({ length: 9 }, () => ({ text: 'a', owner: 'b', due: null })) }, /at most 8/],
])('%j cannot be kept', (more, problem) => {
  expect(kept(more)).toEqual({ problem: expect.stringMatching(problem) });
});

test.each([
  [{ value: '1e2' }, { problem: expect.stringMatching(/scientific/) }],
  [{ value: '081.50' }, { content: { ...blankContent, value: '81.5' } }],
  [{ value: '-0' }, { content: { ...blankContent, value: '0' } }],
  [
    { numerator: '0', denominator: '0', missing: 'not_applicable' as const },
    { content: { ...blankContent, numerator: '0', denominator: '0', missing: 'not_applicable' } },
  ],
  [{ comments: ' a\r\nb\u0000\uD800 ' }, { content: { ...blankContent, comments: 'a\nb' } }],
  [{ comments: ' \n ' }, { content: blankContent }],
])('%j is kept in one form', (more, expected) => expect(kept(more)).toEqual(expected));

test('what is kept stays as it is when it is kept again, whatever was typed', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.option(fc.integer({ min: 0, max: 100 })), (comments, owner, value) => {
      const first = keptContent(
        {
          ...blankContent,
          comments,
          value: value === null ? null : String(value),
          actions: [{ text: 'Plan', owner, due: null }],
        },
        measure,
      );
      if (!('content' in first)) return tidyText(owner) === '';
      const again = keptContent(first.content, measure);
      expect(again).toEqual(first);
      // PostgreSQL takes it, and JSON gives it back the same.
      expect(JSON.parse(JSON.stringify(first.content))).toEqual(first.content);
      expect(first.content.comments ?? '').not.toMatch(/\p{Surrogate}/u);
      expect(first.content.comments ?? '').not.toContain('\u0000');
      return true;
    }),
    { numRuns: 500 },
  );
});

test('an approval signs every field, and what the content is judged by', () => {
  const ground = { measureId: 1, periodStart: '2026-07-01', revision: 0, targetId: 3, definitionVersion: 1 };
  const base = contentText({ ...blankContent, value: '81' }, ground);
  const others: Partial<Content>[] = [
    { value: '82' },
    { numerator: '1' },
    { denominator: '1' },
    { missing: 'not_collected' },
    { expectedOn: '2026-09-01' },
    { provisional: true },
    { unusual: 'x' },
    { comments: 'x' },
    { actions: [{ text: 'a', owner: 'b', due: null }] },
    { publicNote: 'x' },
    { revisionReason: 'error' },
  ];
  const texts = [
    ...others.map((other) => contentText({ ...blankContent, value: '81', ...other }, ground)),
    ...[
      { measureId: 2 },
      { periodStart: '2026-06-01' },
      { revision: 1 },
      { targetId: null },
      { definitionVersion: 2 },
    ].map((other) => contentText({ ...blankContent, value: '81' }, { ...ground, ...other })),
  ];
  expect(new Set([base, ...texts]).size).toBe(17);
});

test.each([
  [{}, false],
  [{ value: '0' }, true],
  [{ missing: 'not_collected' as const }, true],
  [{ numerator: '1', denominator: '2' }, true],
  [{ numerator: '1', denominator: '0' }, false],
])('%j answers the period: %s', (more, answered) => expect(isAnswered({ ...blankContent, ...more })).toBe(answered));
