import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compute, readingValue } from '@/lib/figure/computed-value';
import { asGiven, bare, gap, shown, shownThreshold, withNoun } from '@/lib/figure/figure';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { missingReasons, missingWords } from '@/lib/figure/missing-reason';
import { equalAt, round } from '@/lib/figure/rounding';
import { unitNames, units } from '@/lib/measure/measure';
import { facts } from '../../support/reference/measure-facts';

/** Half up and away from zero in whole numbers: n / d × 10^decimals by BigInt alone, as a decimal string. */
function rational(n: bigint, d: bigint, decimals: number): string {
  const size = n < 0n ? -n : n;
  const scaled = (size * 10n ** BigInt(decimals) * 2n + d) / (2n * d);
  const digits = String(scaled).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return n < 0n && scaled !== 0n ? `-${text}` : text;
}

describe('figures', () => {
  test.each([
    ['2.675', 2, '2.68'],
    ['-2.5', 0, '-3'],
    ['2.5', 0, '3'],
    ['1.005', 2, '1.01'],
    ['0.5', 0, '1'],
    ['-0.4', 0, '0'],
    ['-0.004', 2, '0.00'],
    ['80.899', 0, '81'],
    ['0.185', 2, '0.19'],
    ['99.95', 1, '100.0'],
  ])('%s at %i decimals is %s: half up, away from zero', (value, decimals, rounded) =>
    expect(round(value, decimals)).toBe(rounded),
  );

  test('rounding a quotient agrees with whole-number arithmetic', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }),
        fc.bigInt({ min: 1n, max: 999_999_999_999n }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(1, 100, 1000, 10_000, 100_000),
        (n, d, decimals, scale) => {
          const value = compute(String(n), String(d), scale) as string;
          expect(round(value, decimals)).toBe(rational(n * BigInt(scale), d, decimals));
        },
      ),
      { numRuns: 1000 },
    ));

  test('what is written with fewer, as many or more places than are asked for agrees with whole-number arithmetic too', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('', '-'),
        fc.bigInt({ min: 0n, max: 99_999n }),
        fc.stringMatching(/^\d{0,6}$/),
        fc.integer({ min: 0, max: 6 }),
        (sign, integer, fraction, decimals) => {
          const value = `${sign}${integer}${fraction && `.${fraction}`}`;
          const n = BigInt(`${integer}${fraction}`);
          const exact = rational(sign ? -n : n, 10n ** BigInt(fraction.length), decimals);
          expect(round(value, decimals), value).toBe(exact);
        },
      ),
      { numRuns: 2000 },
    ));

  test('exact halves, built from their parts, always go away from zero', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const half = rational(BigInt(n) * 10n + 5n, 10n ** BigInt(decimals + 1), decimals + 1);
        expect(round(half, decimals)).toBe(rational(BigInt(n) + 1n, 10n ** BigInt(decimals), decimals));
      }),
    ));

  test('216 of 267 is 80.898…; a denominator of 0 gives no number', () => {
    expect(compute('216', '267', 100)?.slice(0, 10)).toBe('80.8988764');
    expect(compute('5', '0', 100)).toBeNull();
    expect(compute('0', '5', 100)).toBe('0');
  });

  test.each([
    ['1613', { unit: 'number', decimals: 0 }, '1,613'],
    ['99.7238', { unit: 'percent', decimals: 1 }, '99.7%'],
    ['1200', { unit: 'pounds', decimals: 0 }, '£1,200'],
    ['-1200.5', { unit: 'pounds', decimals: 2 }, '−£1,200.50'],
    ['-2.5', { unit: 'number', decimals: 1 }, '−2.5'],
    ['1234567.891', { unit: 'number', decimals: 3 }, '1,234,567.891'],
    ['100', { unit: 'days', decimals: 0 }, '100'],
  ] as const)('%s is shown as %o: %s', (value, measure, text) => expect(shown(value, measure)).toBe(text));

  test('0 is a real zero, and −0.4 is not shown as minus nothing', () => {
    expect(bare('0', 0)).toBe('0');
    expect(bare('-0.4', 0)).toBe('0');
    expect(asGiven('-0')).toBe('0');
    expect(asGiven('27023.0')).toBe('27,023');
  });

  test('a threshold is printed as it was set: 96% beside 99.7%, 0.20 beside 0.19, 77.5 in full', () => {
    expect(shownThreshold('96', { unit: 'percent', decimals: 1 })).toBe('96%');
    expect(shownThreshold('0.2', { unit: 'number', decimals: 2 })).toBe('0.20');
    expect(shownThreshold('77.5', { unit: 'number', decimals: 0 })).toBe('77.5');
  });

  test('a difference between percentages is in percentage points, and one is singular', () => {
    expect(gap('2.30', { unit: 'percent', decimals: 1 })).toBe('2.3 percentage points');
    expect(gap('-1', { unit: 'percent', decimals: 0 })).toBe('1 percentage point');
    expect(gap('46', { unit: 'days', decimals: 0 })).toBe('46 days');
    expect(gap('200', { unit: 'pounds', decimals: 0 })).toBe('£200');
    expect(withNoun('1', 'weeks')).toBe('1 week');
    expect(withNoun('81%', 'percent')).toBe('81%');
  });

  test('80.5 and 81.4 are equal as shown, 80.4 and 80.5 are not', () => {
    expect(equalAt('80.5', '81.4', 0)).toBe(true);
    expect(equalAt('80.4', '80.5', 0)).toBe(false);
  });

  test('the computed value is what counts: 3,834 ÷ 23, whatever was typed', () => {
    const average = facts({ unit: 'days', scale: 1 });
    expect(round(readingValue({ value: '999', numerator: '3834', denominator: '23' }, average) as string, 0)).toBe(
      '167',
    );
    expect(readingValue({ value: '167', numerator: null, denominator: null }, average)).toBe('167');
    expect(readingValue({ value: null, numerator: null, denominator: null }, average)).toBeNull();
    expect(readingValue({ value: '5', numerator: '1', denominator: '0' }, average)).toBeNull();
  });

  test('Olive types 506 days over 11,626 ÷ 23 = 505: refused with both figures', () =>
    expect(
      figureRefusal({ value: '506', numerator: '11626', denominator: '23' }, facts({ unit: 'days', scale: 1 })),
    ).toBe('The figure typed is 506, but 11,626 ÷ 23 is 505.'));

  test('Olive types 91% over 88 of 91 = 97%: refused with both figures', () =>
    expect(figureRefusal({ value: '91', numerator: '88', denominator: '91' }, facts())).toBe(
      'The figure typed is 91%, but 88 ÷ 91 × 100 is 97%.',
    ));

  test('81 over 216 of 267 = 80.9 stands at no decimals, and not at one', () => {
    const reading = { value: '81', numerator: '216', denominator: '267' };
    expect(figureRefusal(reading, facts())).toBeNull();
    expect(figureRefusal(reading, facts({ decimals: 1 }))).toBe(
      'The figure typed is 81.0%, but 216 ÷ 267 × 100 is 80.9%.',
    );
  });

  test('half a pair, a denominator of 0 and parts the wrong way round are refused in words', () => {
    const refused = (numerator: string | null, denominator: string | null) =>
      figureRefusal({ value: null, numerator, denominator }, facts());
    expect(refused('216', null)).toBe('The denominator is missing: the sum needs both numbers.');
    expect(refused(null, '267')).toBe('The numerator is missing: the sum needs both numbers.');
    expect(refused('0', '0')).toBe('The denominator is 0, so there is no figure: choose a reason instead.');
    expect(refused('1', '-2')).toBe('The denominator cannot be below 0.');
    expect(refused('267', '216')).toBe('The numerator is 267, more than the 216 it is out of: check which is which.');
    expect(refused(null, null)).toBeNull();
    expect(figureRefusal({ value: '1', numerator: '1', denominator: '1' }, facts({ scale: null }))).toMatch(/directly/);
  });

  test('every reason and every unit has its words', () => {
    for (const reason of missingReasons) expect(missingWords[reason].title).not.toBe('');
    expect(unitNames.map((unit) => units[unit].column)).toContain('Number per 1000');
  });
});
