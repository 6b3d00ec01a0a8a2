import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from '@/lib/figure/decimal';
import type { MeasureFacts } from '@/lib/measure/measure';
import { type Colour, type ColourBands, type Count, colourOf, colours, valueAt } from '@/lib/target/colour';
import type { Target } from '@/lib/target/target';
import { turningPoints } from '@/lib/target/turning-point';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { facts } from '../../support/reference/measure-facts';

const answer = (numerator: string, denominator: string, target: Target, measure: MeasureFacts) => {
  const value = new Exact(numerator)
    .times(measure.scale ?? 1)
    .div(denominator)
    .toFixed();
  return colourWithReason({ value, target, measure, parts: { numerator, denominator } }).sentence;
};

const plans = (decimals: number) =>
  facts({ decimals, polarity: 'lower', numeratorLabel: 'were starting a second plan', denominatorLabel: 'children' });

describe('how many fewer or more would change it', () => {
  test('76 of 530 at most 12%, shown whole: 10 fewer (66) gives 12.45, shown as 12', () =>
    expect(answer('76', '530', { shape: 'at_most', green: '12', amber: null }, plans(0))).toBe(
      'Red: 14% is above the target of at most 12%, by 2 percentage points; with the same 530 children, 10 fewer (66) would make it Green (12.5%, shown as 12%).',
    ));

  test('76 of 530 at most 12%, shown at one decimal: 13 fewer (63) gives 11.9, since 64 gives 12.1', () =>
    expect(answer('76', '530', { shape: 'at_most', green: '12', amber: null }, plans(1))).toBe(
      'Red: 14.3% is above the target of at most 12%, by 2.3 percentage points; with the same 530 children, 13 fewer (63) would make it Green.',
    ));

  test('with an amber limit both steps are named: to 71 of 530 = 13.4 and to 63', () =>
    expect(answer('76', '530', { shape: 'at_most', green: '12', amber: '13.5' }, plans(1))).toMatch(
      /; with the same 530 children, 5 fewer \(71\) would make it Amber and 13 fewer \(63\) would make it Green\.$/,
    ));

  test('a Green one says what would lose it: 216 of 267 at least 80% shown whole, 4 fewer (212) gives 79.4', () =>
    expect(answer('216', '267', { shape: 'at_least', green: '80', amber: null }, facts())).toBe(
      'Green: 81% meets the target of at least 80%; with the same 267 children in foster care, 4 fewer (212) would make it Red.',
    ));

  test('cases per officer: 770 over 9.3 at most 76, 59 fewer cases (711) gives 76.45, shown as 76', () =>
    expect(
      answer(
        '770',
        '9.3',
        { shape: 'at_most', green: '76', amber: null },
        facts({
          unit: 'number',
          scale: 1,
          polarity: 'lower',
          numeratorLabel: 'held … case|cases',
          denominatorLabel: 'officers',
        }),
      ),
    ).toBe(
      'Red: 83 is above the target of at most 76, by 7; with the same 9.3 officers, 59 fewer cases (711) would make it Green (76.5, shown as 76).',
    ));

  test('a monthly mean: 1,108 over 12 months at least 110, 206 more (1,314) gives 109.5, shown as 110', () =>
    expect(
      answer(
        '1108',
        '12',
        { shape: 'at_least', green: '110', amber: null },
        facts({ unit: 'number', scale: 1, numeratorLabel: 'assessments started', denominatorLabel: 'months' }),
      ),
    ).toBe(
      'Red: 92 is below the target of at least 110, by 18; with the same 12 months, 206 more (1,314) would make it Green (109.5, shown as 110).',
    ));

  test('all 5 of 5 cannot be more, and days are not counted like people', () => {
    expect(answer('5', '5', { shape: 'at_least', green: '65', amber: null }, facts())).toMatch(
      /2 fewer \(3\) would make it Red/,
    );
    expect(answer('0', '5', { shape: 'at_most', green: '100', amber: null }, facts({ polarity: 'lower' }))).not.toMatch(
      /same/,
    );
    expect(
      answer(
        '3834',
        '23',
        { shape: 'at_most', green: '150', amber: null },
        facts({ unit: 'days', scale: 1, polarity: 'lower' }),
      ),
    ).not.toMatch(/same/);
  });

  const order = (of: Colour) => colours.indexOf(of);
  const counts = fc.record({
    denominator: fc.integer({ min: 1, max: 60 }),
    share: fc.integer({ min: 0, max: 60 }),
    scale: fc.constantFrom(1, 100, 1000),
    decimals: fc.constantFrom(null, 0, 1),
    bound: fc.boolean(),
  });
  const limits = fc.array(fc.integer({ min: 0, max: 1100 }), { minLength: 4, maxLength: 4 });

  /** Tries every numerator one by one. */
  function tried(count: Count, bands: ColourBands, wanted: (colour: Colour) => boolean): number[] {
    const most = count.most === null ? 200 : Number(count.most);
    const hits: number[] = [];
    for (let n = 0; n <= most; n += 1) if (wanted(colourOf(valueAt(count, new Exact(n)), bands))) hits.push(n);
    const from = Number(count.numerator);
    const least = Math.min(...hits.map((n) => Math.abs(n - from)));
    return hits.filter((n) => Math.abs(n - from) === least);
  }

  test('it is the fewest that does: every smaller change is tried and leaves the colour', () =>
    fc.assert(
      fc.property(
        counts,
        limits,
        fc.constantFrom('at_least', 'at_most', 'between'),
        fc.boolean(),
        (c, four, shape, amber) => {
          const [a, b, x, d] = [...four].sort((p, q) => p - q).map((n) => String((n * c.scale) / 1000)) as [
            string,
            string,
            string,
            string,
          ];
          const bands: ColourBands =
            shape === 'at_least'
              ? { green: { low: b, high: null }, amber: amber ? { low: a, high: null } : null }
              : shape === 'at_most'
                ? { green: { low: null, high: b }, amber: amber ? { low: null, high: x } : null }
                : { green: { low: b, high: x }, amber: amber ? { low: a, high: d } : null };
          const numerator = c.bound ? Math.min(c.share, c.denominator) : c.share;
          const count: Count = {
            numerator: String(numerator),
            denominator: String(c.denominator),
            scale: c.scale,
            decimals: c.decimals,
            most: c.bound ? String(c.denominator) : null,
          };
          const colour = colourOf(valueAt(count, new Exact(numerator)), bands);
          const found = turningPoints(count, bands);
          const green = found.find((point) => point.makes === 'green');
          if (colour === 'green') {
            const first = tried(count, bands, (other) => order(other) > 0);
            expect(found.map((point) => Number(point.to))).toEqual(first.slice(0, 1));
          } else {
            expect(green === undefined ? [] : [Number(green.to)]).toEqual(
              tried(count, bands, (other) => other === 'green'),
            );
            const better = found[0] === undefined ? [] : [Number(found[0].to)];
            expect(better).toEqual(tried(count, bands, (other) => order(other) < order(colour)));
          }
        },
      ),
      { numRuns: 300 },
    ));
});
