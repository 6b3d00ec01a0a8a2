import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexAfter, placesOf } from '@/components/chart/chart-explorer';

test('the places of a drawing are read as they were written, gaps included', () => {
  expect(placesOf({ x: '10 20.5 31', y: '5 - 7.1', plot: '3 90' })).toEqual({
    xs: [10, 20.5, 31],
    ys: [5, null, 7.1],
    top: 3,
    bottom: 90,
  });
  expect(placesOf({})).toEqual({ xs: [], ys: [], top: 0, bottom: 0 });
});

test.each([
  ['ArrowRight', null, 5, 0],
  ['ArrowLeft', null, 5, 4],
  ['ArrowRight', 4, 5, 4],
  ['ArrowLeft', 0, 5, 0],
  ['ArrowLeft', 3, 5, 2],
  ['Home', 3, 5, 0],
  ['End', null, 5, 4],
  ['Tab', 2, 5, null],
  ['End', null, 0, null],
])('%s from %s of %s leads to %s', (key, from, count, to) => expect(indexAfter(key, from, count)).toBe(to));

test('no key leads outside the figures', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'Home', 'End');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (keys, count) => {
      let index: number | null = null;
      for (const each of keys) {
        index = indexAfter(each, index, count);
        expect(index !== null && index >= 0 && index < count).toBe(true);
      }
    }),
  );
});
