import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { round } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';
import { type Colour, colours, type Target, targetFigure, targetRule } from '@/lib/target/target';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { facts } from '../../support/reference/measure-facts';

const plain = (more: Partial<MeasureFacts> = {}) =>
  facts({ unit: 'number', scale: null, numeratorLabel: null, denominatorLabel: null, ...more });
const atLeast = (green: string, amber: string | null = null): Target => ({ shape: 'at_least', green, amber });
const atMost = (green: string, amber: string | null = null): Target => ({ shape: 'at_most', green, amber });
const between = (
  green: string,
  greenTo: string,
  amber: string | null = null,
  amberTo: string | null = null,
): Target => ({
  shape: 'between',
  green,
  greenTo,
  amber,
  amberTo,
});
const colour = (value: string, target: Target, measure = plain()) =>
  colourWithReason({ value, target, measure }).colour;
const why = (value: string, target: Target, measure = plain()) => colourWithReason({ value, target, measure }).sentence;
const rank = (of: Colour | null) => colours.indexOf(of as Colour);

describe('performance against target', () => {
  test('83 against at most 76 is Red, by 7', () =>
    expect(colourWithReason({ value: '83', target: atMost('76'), measure: plain({ polarity: 'lower' }) })).toEqual({
      colour: 'red',
      sentence: 'Red: 83 is above the target of at most 76, by 7.',
    }));

  test('81% against at least 80% is Green', () =>
    expect(colourWithReason({ value: '80.899', target: atLeast('80'), measure: facts() })).toEqual({
      colour: 'green',
      sentence: 'Green: 81% meets the target of at least 80%.',
    }));

  test('equality meets: 80 at least 80, 76 at most 76, both ends of 30 to 40, and each amber limit', () => {
    expect(colour('80', atLeast('80'))).toBe('green');
    expect(colour('76', atMost('76'))).toBe('green');
    expect([colour('30', between('30', '40')), colour('40', between('30', '40'))]).toEqual(['green', 'green']);
    expect(colour('75', atLeast('80', '75'))).toBe('amber');
    expect(colour('80', atMost('76', '80'))).toBe('amber');
    expect(colour('44', between('30', '40', '28', '44'))).toBe('amber');
    expect(colour('28', between('30', '40', '28', '44'))).toBe('amber');
  });

  test('79.5 is shown as 80 and meets 80; as stored it does not, and the sentence shows why', () => {
    expect(colour('79.5', atLeast('80'))).toBe('green');
    const stored = plain({ compareAs: 'stored' });
    expect(colour('79.5', atLeast('80'), stored)).toBe('red');
    expect(why('79.9996', atLeast('80'), stored)).toBe('Red: 79.9996 is below the target of at least 80, by 0.0004.');
    expect(why('79.2', atLeast('80'), stored)).toBe('Red: 79 is below the target of at least 80, by 1.');
  });

  test('0.7 + 0.1 = 0.8: a value of 0.8 meets the stored threshold 0.8', () => {
    expect(colour('0.8', atMost('0.7', '0.8'), plain({ decimals: 1, polarity: 'lower' }))).toBe('amber');
    expect(colour('0.8', atMost('0.7', '0.8'), plain({ compareAs: 'stored', polarity: 'lower' }))).toBe('amber');
  });

  test('a threshold finer than the figure is not rounded: 78 does not meet at most 77.5', () =>
    expect(why('77.6', atMost('77.5'), plain({ polarity: 'lower' }))).toBe(
      'Red: 78 is above the target of at most 77.5, by 0.5.',
    ));

  test('amber is optional, and each amber answer names its limit', () => {
    expect(why('78', atMost('76', '80'))).toBe(
      'Amber: 78 is above the target of at most 76, by 2, but within the amber limit of 80.',
    );
    expect(why('83', atMost('76', '80'))).toBe(
      'Red: 83 is above the target of at most 76, by 7, and above the amber limit of 80.',
    );
    expect(why('42', between('30', '40', '28', '44'))).toBe(
      'Amber: 42 is above the target of between 30 and 40, by 2, but within the amber limit of 44.',
    );
    expect(why('29', between('30', '40', null, '44'))).toBe('Red: 29 is below the target of between 30 and 40, by 1.');
    expect(why('35', between('30', '40'))).toBe('Green: 35 is within the target of between 30 and 40.');
  });

  test('units are said in full, and percentages differ by percentage points', () => {
    expect(why('33', atMost('30'), plain({ unit: 'weeks', polarity: 'lower' }))).toBe(
      'Red: 33 weeks is above the target of at most 30 weeks, by 3 weeks.',
    );
    expect(why('14.3', atMost('12'), plain({ unit: 'percent', decimals: 1, polarity: 'lower' }))).toBe(
      'Red: 14.3% is above the target of at most 12%, by 2.3 percentage points.',
    );
  });

  test('no target, no value, watched: no colour, with the reason in words', () => {
    const measure = facts();
    const judged = (more: Partial<Parameters<typeof colourWithReason>[0]>) =>
      colourWithReason({ value: '81', target: atLeast('80'), measure, ...more });
    expect(judged({ target: null, whyNoTarget: 'the measure is new this year.' })).toEqual({
      colour: null,
      sentence: 'No colour: no target is set, because the measure is new this year.',
    });
    expect(judged({ target: null, whyNoTarget: 'Ofsted sets none' }).sentence).toBe(
      'No colour: no target is set (Ofsted sets none).',
    );
    expect(judged({ value: null, whyNoValue: 'it is not available yet' })).toEqual({
      colour: null,
      sentence: 'No colour: there is no value, because it is not available yet.',
    });
    expect(judged({ target: { shape: 'none' } })).toEqual({
      colour: null,
      sentence: 'No colour: the measure is watched, without a target.',
    });
    expect(judged({ measure: facts({ polarity: 'none' }) })).toEqual({
      colour: null,
      sentence: 'No colour: the measure is watched, and neither higher nor lower is better.',
    });
    expect(judged({ value: '0' }).colour).toBe('red');
  });

  test('a target in figure and rule: 76, 80%, 30 to 40', () => {
    expect([targetFigure(atMost('76'), plain()), targetRule(atMost('76'), plain())]).toEqual(['76', 'at most 76']);
    expect([targetFigure(atLeast('80'), facts()), targetRule(atLeast('80'), facts())]).toEqual(['80%', 'at least 80%']);
    expect([targetFigure(between('30', '40'), plain()), targetRule(between('30', '40'), plain())]).toEqual([
      '30 to 40',
      'between 30 and 40',
    ]);
    expect(targetRule(atMost('550'), plain({ unit: 'days' }))).toBe('at most 550 days');
    expect([targetFigure({ shape: 'none' }, plain()), targetRule({ shape: 'none' }, plain())]).toEqual([null, null]);
  });

  const tenths = fc.integer({ min: -2000, max: 2000 }).map((n) => String(n / 10));
  const precision = fc.record({
    decimals: fc.integer({ min: 0, max: 2 }),
    compareAs: fc.constantFrom('shown', 'stored'),
  });

  test('a better value never gets a worse colour', () =>
    fc.assert(
      fc.property(
        fc.tuple(tenths, tenths),
        fc.tuple(tenths, tenths, tenths, tenths),
        precision,
        (pair, limits, how) => {
          const [low, high] = [...pair].sort((a, b) => +a - +b) as [string, string];
          const [a, b, c, d] = [...limits].sort((x, y) => +x - +y) as [string, string, string, string];
          const measure = plain(how as Partial<MeasureFacts>);
          expect(rank(colour(high, atLeast(b, a), measure))).toBeLessThanOrEqual(
            rank(colour(low, atLeast(b, a), measure)),
          );
          expect(rank(colour(low, atMost(a, b), measure))).toBeLessThanOrEqual(
            rank(colour(high, atMost(a, b), measure)),
          );
          const range = between(b, c, a, d);
          // Where the value is compared as shown, it is what is shown that lies inside or outside.
          const seen = (value: string) => (how.compareAs === 'shown' ? +round(value, how.decimals) : +value);
          if (seen(low) >= +b)
            expect(rank(colour(low, range, measure))).toBeLessThanOrEqual(rank(colour(high, range, measure)));
          if (seen(high) <= +c)
            expect(rank(colour(high, range, measure))).toBeLessThanOrEqual(rank(colour(low, range, measure)));
        },
      ),
      { numRuns: 500 },
    ));

  test('at least g over v and at most −g over −v are the same judgement', () =>
    fc.assert(
      fc.property(tenths, tenths, tenths, precision, (value, x, y, how) => {
        const [amber, green] = [x, y].sort((a, b) => +a - +b) as [string, string];
        const minus = (n: string) => String(-Number(n) + 0);
        const measure = plain(how as Partial<MeasureFacts>);
        expect(colour(value, atLeast(green, amber), measure)).toBe(
          colour(minus(value), atMost(minus(green), minus(amber)), measure),
        );
      }),
    ));

  test('the colour in words opens the sentence, and it is one sentence', () =>
    fc.assert(
      fc.property(tenths, tenths, tenths, precision, (value, x, y, how) => {
        const judged = colourWithReason({ value, target: atLeast(x, y), measure: plain(how as Partial<MeasureFacts>) });
        expect(judged.sentence.toLowerCase().startsWith(`${judged.colour}: `)).toBe(true);
        expect(judged.sentence).toMatch(/^[^\n]*\.$/);
        expect(judged.sentence).not.toMatch(/\. /);
      }),
    ));
});
