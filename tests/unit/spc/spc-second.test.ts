import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '@/lib/spc/spc';
import { type Ratio, rationalSpc, shows } from '../../support/reference/rational-spc';
import { cases } from '../../support/reference/spc-series';

describe('against a second implementation in whole fractions', () => {
  const seen = new Set<string>();
  const pointWords = (analysis: Analysis) =>
    analysis.points.map(({ signals, variation }) => ({
      signals: signals.map((s) => [s.rule, s.way, ...('length' in s ? [s.length] : [])].join(' ')).sort(),
      variation: variation && [variation.kind, variation.way].filter((word) => word !== null).join(' '),
    }));
  const equal = (text: string | null | undefined, exact: Ratio | null | undefined) =>
    text && exact ? shows(text, exact) : !text && !exact;

  test('every segment, signal, variation and assurance is the same', () => {
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const [analysis, expected] = [analyse(values, settings), rationalSpc(values, settings)];
        expect(pointWords(analysis)).toEqual(expected.points);
        expect(analysis.assurance).toBe(expected.assurance);
        expect(analysis.segments.map(({ from, to }) => [from, to])).toEqual(
          expected.segments.map(({ from, to }) => [from, to]),
        );
        for (const [i, { centre, limits, near }] of analysis.segments.entries()) {
          const other = expected.segments[i];
          expect([
            equal(centre, other?.centre),
            equal(limits?.low, other?.lines?.low),
            equal(limits?.high, other?.lines?.high),
            equal(near?.low, other?.lines?.nearLow),
            equal(near?.high, other?.lines?.nearHigh),
          ]).toEqual([true, true, true, true, true]);
        }
        expect(analysis.segments.map(({ silent }) => silent ?? null)).toEqual(
          expected.segments.map(({ silent }) => silent),
        );
        for (const { silent } of analysis.segments) if (silent) seen.add(silent);
        if (analysis.whyNoAssurance === 'changing') seen.add('changing');
        for (const { signals, variation } of analysis.points) {
          for (const { rule, way } of signals) seen.add(`${rule} ${way}`);
          if (variation) seen.add(variation.kind);
        }
        if (analysis.assurance) seen.add(analysis.assurance);
      }),
      { numRuns: 2000 },
    );
    // The series tried above met every rule, both ways, every judgement and every reason for none: 8 + 4 + 3 + 3.
    expect(seen.size).toBe(18);
  });
});

describe('any size', () => {
  const repeat = (count: number, of: (i: number) => string | null) => Array.from({ length: count }, (_, i) => of(i));
  const huge = `9${'0'.repeat(40)}`;
  const tiny = `0.${'0'.repeat(40)}1`;

  test.each([
    ['no point', []],
    ['one point', ['5']],
    ['two points', ['5', '6']],
    ['only gaps', repeat(20, () => null)],
    ['a constant series', repeat(30, () => '0')],
    ['huge figures', repeat(30, (i) => (i % 2 ? huge : `-${huge}`))],
    ['tiny figures', repeat(30, (i) => (i % 2 ? tiny : `-${tiny}`))],
    ['huge and tiny figures', repeat(30, (i) => (i % 2 ? huge : tiny))],
    ['120 points', repeat(120, (i) => String((i * 37) % 101))],
    ['600 points', repeat(600, (i) => String((i * 37) % 101))],
  ])('%s', (_, values) => {
    for (const improvement of ['higher', 'lower', 'none'] as const)
      for (const screen of [false, true])
        for (const rebaseAt of [[], values.length > 14 ? [14] : []]) {
          const settings = { improvement, screen, rebaseAt, target: '1', people: [] };
          const { points, segments, ...rest } = analyse(values, settings);
          expect(points).toHaveLength(values.length);
          expect(JSON.stringify({ points, segments, ...rest })).not.toMatch(/NaN|Infinity|undefined|e[+-]?\d/);
          expect(rest.assurance).toBe(rationalSpc(values, settings).assurance);
        }
  });

  test('what is not a figure is a fault, not a point', () => {
    for (const wrong of ['', 'eighty', 'NaN', 'Infinity', Number.NaN])
      expect(() => analyse([wrong], { improvement: 'higher' })).toThrow();
  });
});
