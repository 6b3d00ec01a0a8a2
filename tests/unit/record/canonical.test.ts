import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '@/lib/record/canonical';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** The same value with every object's keys in the opposite order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('canonical text', () => {
  test('{ b: 1, a: [true, null] } is written with its keys in order and no spaces', () =>
    expect(canonical({ b: 1, a: [true, null], A: '83' })).toBe('{"A":"83","a":[true,null],"b":1}'));

  test('fifty keys in whatever order are written by code unit, as often as they come', () => {
    const days = Array.from({ length: 50 }, (_, n) => [`day ${String(n).padStart(2, '0')}`, n] as const);
    const text = `{${days.map(([key, n]) => `"${key}":${n}`).join(',')}}`;
    for (const order of [days, days.toReversed(), days]) expect(canonical(Object.fromEntries(order))).toBe(text);
  });

  test('keys that would run into each other are told apart: a comma or a quote is part of its key', () => {
    const alike = [{ 'a","b': 1 }, { a: 1, b: 2 }, { 'a,b': 1 }, { 'a\nb': 1 }];
    expect(alike.map(canonical)).toEqual(['{"a\\",\\"b":1}', '{"a":1,"b":2}', '{"a,b":1}', '{"a\\nb":1}']);
  });

  test('strings are untouched: é in one or two code points stays two different texts', () =>
    expect(canonical('\u00e9')).not.toBe(canonical('e\u0301')));

  test.each([
    [undefined],
    [{ a: undefined }],
    [[undefined]],
    [new Array(1)],
    [0.1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [2 ** 53],
    [new Date(0)],
    [new Map()],
    [10n],
    [Symbol('x')],
    [() => 1],
  ])('%o cannot be hashed and throws', (value) => expect(() => canonical(value)).toThrow(TypeError));

  test('the order of keys does not matter, and the text reads back as the value', () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});
