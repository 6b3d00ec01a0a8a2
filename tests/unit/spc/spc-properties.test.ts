import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '@/lib/spc/spc';
import { assuranceSentence, signalSentence } from '@/lib/spc/spc-words';
import { parsed, plus, type Ratio, ratio, times } from '../../support/reference/rational-spc';
import { ask, type Case, cases, decimal, series, steady } from '../../support/reference/spc-series';

describe('properties', () => {
  const sameBut = (a: Analysis, b: Analysis, line: (exact: Ratio) => Ratio) => {
    for (const [i, one] of a.segments.entries()) {
      const other = b.segments[i];
      for (const [before, after] of [
        [one.centre, other?.centre],
        [one.limits?.low, other?.limits?.low],
        [one.limits?.high, other?.limits?.high],
        [one.near?.low, other?.near?.low],
        [one.near?.high, other?.near?.high],
      ] as const) {
        expect(Boolean(before)).toBe(Boolean(after));
        // Both are rounded at their sixtieth digit, so they are held together at forty decimals.
        if (before && after) {
          const apart = plus(line(parsed(before)), times(parsed(after), ratio(-1)));
          expect(apart.n * 10n ** 40n < apart.d && -apart.n * 10n ** 40n < apart.d).toBe(true);
        }
      }
    }
    expect(b.points.map(({ signals, variation }) => ({ signals, variation }))).toEqual(
      a.points.map(({ signals, variation }) => ({ signals, variation })),
    );
    expect(b.assurance).toBe(a.assurance);
  };
  const changed = ({ values, settings }: Case, change: (text: string) => string): Case => ({
    values: values.map((value) => value && change(value)),
    settings: { ...settings, target: settings.target && change(settings.target) },
  });
  const tenThousandths = (text: string) => parsed(text).n * (10n ** 4n / parsed(text).d);
  const fromWhole = (n: bigint) => decimal(Number(n), 4);
  const run = ({ values, settings }: Case) => analyse(values, settings);

  test('adding to a series and its target adds to the lines and leaves every signal', () =>
    fc.assert(
      fc.property(cases, fc.integer({ min: -99999, max: 99999 }), (of, by) =>
        sameBut(run(of), run(changed(of, (text) => fromWhole(tenThousandths(text) + BigInt(by)))), (exact) =>
          plus(exact, ratio(by, 10000)),
        ),
      ),
      { numRuns: 300 },
    ));

  test('multiplying a series and its target multiplies the lines and leaves every signal', () =>
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 999 }), (of, by) =>
        sameBut(run(of), run(changed(of, (text) => fromWhole(tenThousandths(text) * BigInt(by)))), (exact) =>
          times(exact, ratio(by)),
        ),
      ),
      { numRuns: 300 },
    ));

  test('a mirrored series with the mirrored polarity is judged the same, every way turned round', () => {
    const turned = { high: 'low', low: 'high', up: 'down', down: 'up' } as const;
    const opposite = { higher: 'lower', lower: 'higher', none: 'none', nearest: 'nearest' } as const;
    fc.assert(
      fc.property(cases, (of) => {
        const mirrored = changed(of, (text) => fromWhole(-tenThousandths(text)));
        const [a, b] = [
          run(of),
          run({ ...mirrored, settings: { ...mirrored.settings, improvement: opposite[of.settings.improvement] } }),
        ];
        expect(b.assurance).toBe(a.assurance);
        expect(b.points.map(({ signals }) => signals)).toEqual(
          a.points.map(({ signals }) => signals.map((signal) => ({ ...signal, way: turned[signal.way] }))),
        );
        expect(b.points.map(({ variation }) => variation)).toEqual(
          a.points.map(({ variation: v }) => v && { ...v, way: v.way && turned[v.way] }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('reversing polarity swaps improvement and concern, but for points where good and bad both apply', () =>
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const [a, b] = (['higher', 'lower'] as const).map((improvement) =>
          analyse(values, { ...settings, improvement }),
        );
        const swapped = { improvement: 'concern', concern: 'improvement', common_cause: 'common_cause' } as const;
        for (const [i, { signals, variation }] of (a?.points ?? []).entries()) {
          const other = b?.points[i];
          expect(other?.signals).toEqual(signals);
          const both = new Set(signals.map(({ way }) => /high|up/.test(way))).size === 2;
          if (variation && variation.kind !== 'neither')
            expect(other?.variation?.kind).toBe(both ? 'improvement' : swapped[variation.kind]);
        }
      }),
      { numRuns: 300 },
    ));

  test('whenever the latest point is a signal there is no assurance; whenever more than half are, there is no verdict', () => {
    const seen = { changing: 0, moved: 0, assured: 0 };
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const { points, segments, latest, variation, assurance } = analyse(values, settings);
        const last = segments.length - 1;
        const own = points.filter(({ segment, value }) => segment === last && value !== null);
        const met = own.filter(({ signals }) => signals.length > 0).length;
        if (latest !== null && points[latest]?.signals.length) {
          expect(assurance).toBeNull();
          seen.changing += 1;
        }
        if (met * 2 > own.length) {
          expect([variation, assurance]).toEqual([null, null]);
          seen.moved += 1;
        }
        if (assurance) seen.assured += 1;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  test('no sentence of hope beside one of doom: a real change and what will be met or missed are never both told', () =>
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const analysis = analyse(values, settings);
        const sentences = `${signalSentence(analysis, 'monthly')} ${assuranceSentence(analysis)}`;
        expect(sentences).not.toMatch(/a real .*will be (met|missed)|a real .*by chance alone/);
      }),
      { numRuns: 1000 },
    ));

  test('high is above the mean and low is below it, at every point', () =>
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const { points, segments } = analyse(values, settings);
        for (const { value, segment, variation } of points) {
          if (!variation?.way || value === null) continue;
          const { centre } = segments[segment] ?? {};
          const above = plus(parsed(value), times(parsed(centre ?? ''), ratio(-1)));
          expect(variation.way).toBe(above.n > 0n ? 'high' : 'low');
        }
      }),
      { numRuns: 500 },
    ));

  test('nothing crosses a rebase: a segment is judged as if it were the whole series', () =>
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const analysis = analyse(values, settings);
        for (const { from, to } of analysis.segments) {
          const people = settings.people.slice(from, to + 1);
          const alone = analyse(values.slice(from, to + 1), { ...settings, people, rebaseAt: [] });
          expect(alone.points).toEqual(analysis.points.slice(from, to + 1).map((point) => ({ ...point, segment: 0 })));
        }
      }),
      { numRuns: 300 },
    ));

  test('a signal never crosses a gap: with every third figure missing no run, trend or two-of-three is left', () =>
    fc.assert(
      fc.property(cases, ({ values, settings }) => {
        const { points } = analyse(
          values.map((value, i) => (i % 3 === 2 ? null : value)),
          settings,
        );
        expect(points.flatMap(({ signals }) => signals).filter(({ rule }) => rule !== 'outside')).toEqual([]);
      }),
      { numRuns: 300 },
    ));

  test('appending a point leaves every earlier segment as it was', () =>
    fc.assert(
      fc.property(cases, fc.integer({ min: -9999, max: 9999 }), ({ values, settings }, next) => {
        const [before, after] = [analyse(values, settings), analyse([...values, String(next)], settings)];
        expect(after.segments.slice(0, -1)).toEqual(before.segments.slice(0, -1));
        const settled = before.segments.at(-1)?.from ?? 0;
        expect(after.points.slice(0, settled)).toEqual(before.points.slice(0, settled));
      }),
      { numRuns: 300 },
    ));

  test('the answer survives JSON, and numbers are read as the decimals they print', () => {
    const analysis = ask(steady, { target: '50' });
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    const numbers = series(steady).map(Number);
    expect(analyse(numbers, { improvement: 'higher', target: 50 })).toEqual(analysis);
    expect(analyse([0.1, -0], { improvement: 'higher' }).points.map(({ value }) => value)).toEqual(['0.1', '0']);
  });
});
