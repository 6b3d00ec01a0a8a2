import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '@/lib/record/canonical';
import { sameValue } from '@/lib/record/same-value';

const value = fc.jsonValue({ maxDepth: 3 }).map((each) => JSON.parse(JSON.stringify(each), wholeNumbers));
/** Canonical texts hold whole numbers alone. */
function wholeNumbers(_: string, each: unknown) {
  return typeof each === 'number' ? Math.trunc(each) % 1_000 || 0 : each;
}
/** The same with the keys of its objects the other way round. */
const turned = (each: unknown): unknown => {
  if (Array.isArray(each)) return each.map(turned);
  if (each === null || typeof each !== 'object') return each;
  return Object.fromEntries(
    Object.entries(each)
      .reverse()
      .map(([key, inside]) => [key, turned(inside)]),
  );
};

test('two values are the same where their canonical texts are', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameValue(a, b)).toBe(canonical(a) === canonical(b));
      expect(sameValue(a, turned(a))).toBe(true);
      expect(sameValue([a, b], [a, turned(b)])).toBe(true);
      expect(sameValue({ a, b }, { b: a, a: b })).toBe(canonical(a) === canonical(b));
    }),
  );
});

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined }, { b: undefined }],
  [[1, 2], [1]],
  [[], {}],
  [{ toString: 1 }, { constructor: 1 }],
  ['1', 1],
  [0, null],
  [null, {}],
])('%j and %j differ', (a, b) => {
  expect([sameValue(a, b), sameValue(b, a)]).toEqual([false, false]);
});

test('nothing at all is nothing, absent or null', () => {
  expect(sameValue(undefined, null)).toBe(true);
});
