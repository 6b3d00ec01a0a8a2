import { describe, expect, test } from 'vitest';
import { compute } from '@/lib/figure';
import { analyse } from '@/lib/spc';
import { ask, flagged, series, steady } from '../support/spc-series';

describe('variation and assurance', () => {
  /** 43 + 49 + 44 + 48 + 45 + 47 + 46 = 322 and 57 down to 51 = 378: mean 50, the last seven above it and falling. */
  const mixed = '43 49 44 48 45 47 46 57 56 55 54 53 52 51';

  test.each([
    ['higher', { kind: 'improvement', way: 'high' }],
    ['lower', { kind: 'improvement', way: 'low' }],
    ['none', { kind: 'neither', way: null }],
  ] as const)('above the mean and falling, %s is better: %o, and both signals are kept', (improvement, variation) => {
    const analysis = ask(mixed, { improvement });
    expect(analysis.variation).toEqual(variation);
    expect(flagged(analysis)[13]).toEqual(['shift high', 'trend down']);
  });

  const high = '44 48 45 47 44 48 46 56 52 55 53 56 52 54';
  test.each([
    [high, 'higher', { kind: 'improvement', way: 'high' }],
    [high, 'lower', { kind: 'concern', way: 'high' }],
    [high, 'none', { kind: 'neither', way: 'high' }],
    [series(high).toReversed().join(' '), 'higher', { kind: 'concern', way: 'low' }],
    [series(high).toReversed().join(' '), 'lower', { kind: 'improvement', way: 'low' }],
    [`${high} – –`, 'lower', { kind: 'concern', way: 'high' }],
  ] as const)('%s, %s is better: %o', (text, improvement, variation) =>
    expect(ask(text, { improvement }).variation).toEqual(variation),
  );

  test.each([
    ['42.02', 'consistently_meets', 'consistently_misses'],
    ['42.03', 'hit_or_miss', 'hit_or_miss'],
    ['50', 'hit_or_miss', 'hit_or_miss'],
    ['57.97', 'hit_or_miss', 'hit_or_miss'],
    ['58', 'consistently_misses', 'consistently_meets'],
  ] as const)('limits 42.02 to 57.98 and a target of %s: %s when higher is better', (target, higher, lower) => {
    expect(ask(steady, { target }).assurance).toBe(higher);
    // A target of 42.02 at most is met by a figure on the lower limit, so it is not consistently missed.
    expect(ask(steady, { improvement: 'lower', target }).assurance).toBe(target === '42.02' ? 'hit_or_miss' : lower);
  });

  test('equality meets: at the upper limit of 57.98, hit or miss to reach, consistently met to stay under', () => {
    expect(ask(steady, { target: '57.98' }).assurance).toBe('hit_or_miss');
    expect(ask(steady, { improvement: 'lower', target: '57.98' }).assurance).toBe('consistently_meets');
    expect(ask(steady, { improvement: 'lower', target: '42.01' }).assurance).toBe('consistently_misses');
  });

  test('a constant series: limits on its figure, no signal, its own figure as target is consistently met', () => {
    const constant = Array.from({ length: 13 }, () => '97.5').join(' ');
    for (const screen of [false, true])
      for (const improvement of ['higher', 'lower'] as const) {
        const analysis = ask(constant, { improvement, screen, target: '97.5' });
        expect(analysis.segments[0]?.limits).toEqual({ low: '97.5', high: '97.5' });
        expect(flagged(analysis)).toEqual({});
        expect(analysis.assurance).toBe('consistently_meets');
      }
    expect(ask(constant, { target: '97.6' }).assurance).toBe('consistently_misses');
  });

  test('1 of 3 month after month, worked out to 60 digits, is a constant series all the same', () => {
    const third = compute('1', '3', 100);
    for (const count of [13, 14, 17, 600]) {
      const analysis = analyse(
        Array.from({ length: count }, () => third),
        { improvement: 'higher', target: third },
      );
      expect(flagged(analysis)).toEqual({});
      expect(analysis.assurance).toBe('consistently_meets');
    }
  });

  test('none without a target or a polarity, with the reason', () => {
    expect(ask(steady)).toMatchObject({ assurance: null, whyNoAssurance: 'no_target' });
    expect(ask(steady, { target: null })).toMatchObject({ assurance: null, whyNoAssurance: 'no_target' });
    expect(ask(steady, { improvement: 'none', target: '50' })).toMatchObject({
      assurance: null,
      whyNoAssurance: 'no_polarity',
    });
  });
});

describe('rebase', () => {
  test('each segment has its own mean and limits, and the latest one gives variation and assurance', () => {
    const later = series(steady).map((value) => String(Number(value) + 100));
    const analysis = analyse([...series(steady), ...later], { improvement: 'higher', target: '100', rebaseAt: [13] });
    expect(analysis.segments).toMatchObject([
      { from: 0, to: 12, centre: '50', limits: { low: '42.02', high: '57.98' } },
      { from: 13, to: 25, centre: '150', limits: { low: '142.02', high: '157.98' } },
    ]);
    expect(flagged(analysis)).toEqual({});
    expect(analysis.points.map(({ segment }) => segment)).toEqual([...Array(13).fill(0), ...Array(13).fill(1)]);
    expect(analysis.assurance).toBe('consistently_meets');
  });

  test('after a rebase the latest segment has too few figures, whatever came before', () => {
    const analysis = ask(`${steady} 80 – 81`, { target: '50', rebaseAt: [13] });
    expect(analysis).toMatchObject({ latest: 15, variation: null, assurance: null, whyNoAssurance: 'too_few' });
    expect(ask(`${steady} –`, { rebaseAt: [13] }).latest).toBeNull();
  });

  test('the order and number of the indices do not matter, and one outside the series is a fault', () => {
    expect(ask(steady, { rebaseAt: [9, 4, 9, 0] }).segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [4, 8],
      [9, 12],
    ]);
    for (const at of [-1, 13, 1.5, Number.NaN]) expect(() => ask(steady, { rebaseAt: [at] })).toThrow(RangeError);
  });
});
