import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unusual } from '@/lib/figure/unusual';

const measure = { unit: 'days', decimals: 0 } as const;
const ask = (value: string, usual: string[]) => unusual(value, usual, measure);

describe('“are you sure?”', () => {
  const steady = ['90', '91', '92', '93', '94', '95', '96'];

  // Median 93, median absolute deviation 2: 3.5 × 2 ÷ 0.6745 = 10.378 on either side.
  test.each([
    ['103', false],
    ['104', true],
    ['83', false],
    ['82', true],
    ['9', true],
    ['930', true],
  ])('%s beside 90 to 96: %s', (value, far) => expect(ask(value, steady) !== null).toBe(far));

  test('says the figure, how many it was compared with, and where they lie', () => {
    expect(ask('104', steady)).toBe(
      '104 days is far from the last 7 figures, which lie around 93 days: check it, and if it is right, say why.',
    );
  });

  test('never asks below six figures', () => expect(ask('900', steady.slice(0, 5))).toBeNull());

  test('where the figures were always the same, asks only for another one as shown', () => {
    const same = Array.from({ length: 6 }, () => '5');
    expect(ask('5', same)).toBeNull();
    expect(ask('5.4', same)).toBeNull();
    expect(ask('6', same)).toMatch(/^6 days is far/);
  });

  test('the middle of its own history is never unusual, in any unit', () => {
    const figures = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(figures, fc.constantFrom(0.001, 1, 1000), (figures, scale) => {
        const usual = figures.map((figure) => String(figure * scale));
        const sorted = figures.toSorted((a, b) => a - b);
        const middle = String((sorted[Math.floor(sorted.length / 2)] ?? 0) * scale);
        if (sorted.length % 2 === 0) return true;
        return ask(middle, usual) === null;
      }),
    );
  });
});
