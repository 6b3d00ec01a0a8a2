import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thresholdsFromTolerance } from '@/lib/target/tolerance';
import { facts } from '../../support/reference/measure-facts';

const number = facts({ unit: 'number' });

describe('a tolerance', () => {
  test('at least 80 within 5% keeps amber from 76; within 2 points from 78', () => {
    expect(thresholdsFromTolerance({ shape: 'at_least', green: '80' }, 'within 5%', facts())).toEqual({
      target: { shape: 'at_least', green: '80', amber: '76' },
      sentence: 'Amber within 5% of the target: 76% or more.',
    });
    expect(thresholdsFromTolerance({ shape: 'at_least', green: '80' }, 'within 2 points', facts())).toEqual({
      target: { shape: 'at_least', green: '80', amber: '78' },
      sentence: 'Amber within 2 percentage points of the target: 78% or more.',
    });
  });

  test('at most 0.7 within 0.1 writes 0.8, not 0.7999999999999999', () =>
    expect(
      thresholdsFromTolerance(
        { shape: 'at_most', green: '0.7' },
        'within 0.1',
        facts({ unit: 'number', decimals: 1, polarity: 'lower' }),
      ),
    ).toEqual({
      target: { shape: 'at_most', green: '0.7', amber: '0.8' },
      sentence: 'Amber within 0.1 of the target: 0.8 or less.',
    }));

  test('30 to 40 within 10% is amber from 27 to 44', () =>
    expect(thresholdsFromTolerance({ shape: 'between', green: '30', greenTo: '40' }, '10%', number)).toEqual({
      target: { shape: 'between', green: '30', greenTo: '40', amber: '27', amberTo: '44' },
      sentence: 'Amber within 10% of the target: 27 to 44.',
    }));

  test('a percentage stays within 0 and 100: at most 98% within 5% is amber to 100%', () =>
    expect(
      thresholdsFromTolerance({ shape: 'at_most', green: '98' }, 'within 5%', facts({ polarity: 'lower' })),
    ).toMatchObject({
      target: { amber: '100' },
    }));

  test('what is no tolerance is refused: “about 5”, and 0 leaves nothing Amber', () => {
    expect(thresholdsFromTolerance({ shape: 'at_least', green: '80' }, 'about 5', number)).toHaveProperty('problem');
    expect(thresholdsFromTolerance({ shape: 'at_least', green: '80' }, 'within 0', number)).toEqual({
      problem: 'The amber threshold is the same as the target, 80: leave it empty.',
    });
  });

  test('a tolerance in points is exact: the amber is always the target less the tolerance, in whole tenths', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (g, t) => {
        const tenth = (n: number) => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 10)}.${Math.abs(n) % 10}`;
        const found = thresholdsFromTolerance(
          { shape: 'at_least', green: tenth(g) },
          `within ${tenth(t)} points`,
          number,
        );
        expect('target' in found && found.target.shape === 'at_least' && found.target.amber).toBe(
          tenth(g - t).replace(/\.0$/, ''),
        );
      }),
    ));
});
