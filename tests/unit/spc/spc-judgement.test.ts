import { describe, expect, test } from 'vitest';
import { compute } from '@/lib/figure/computed-value';
import { analyse } from '@/lib/spc/spc';
import { ask, falling, flagged, high, low, moved, rising, series, steady } from '../../support/reference/spc-series';

describe('variation and assurance', () => {
  test.each([
    ['higher', { kind: 'improvement', way: 'high' }],
    // It falls, and that is better, but it is not low: it lies above the mean.
    ['lower', { kind: 'improvement', way: null }],
    ['none', { kind: 'neither', way: null }],
    ['nearest', { kind: 'neither', way: null }],
  ] as const)('above the mean and falling, %s is better: %o, and both signals are kept', (improvement, variation) => {
    const analysis = ask(falling, { improvement });
    expect(analysis.variation).toEqual(variation);
    expect(flagged(analysis)[26]).toEqual(['shift high', 'trend down']);
  });

  test.each([
    [high, 'higher', { kind: 'improvement', way: 'high' }],
    [high, 'lower', { kind: 'concern', way: 'high' }],
    [high, 'none', { kind: 'neither', way: 'high' }],
    [high, 'nearest', { kind: 'neither', way: 'high' }],
    [low, 'higher', { kind: 'concern', way: 'low' }],
    [low, 'lower', { kind: 'improvement', way: 'low' }],
    [low, 'nearest', { kind: 'neither', way: 'low' }],
    [`${high} – –`, 'lower', { kind: 'concern', way: 'high' }],
  ] as const)('%s, %s is better: %o', (text, improvement, variation) =>
    expect(ask(text, { improvement }).variation).toEqual(variation),
  );

  test('of a rise through the mean, 47 to 49 are not high and 50 is neither: only 51 to 53 are', () => {
    const way = (improvement: 'higher' | 'none') =>
      ask(rising, { improvement })
        .points.slice(-7)
        .map(({ variation }) => variation?.way);
    for (const improvement of ['higher', 'none'] as const)
      expect(way(improvement)).toEqual([null, null, null, null, 'high', 'high', 'high']);
  });

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

describe('honest silence', () => {
  const nineteen = Array.from({ length: 27 }, () => '19');

  test('all fourteen are signals: no variation at any point and no assurance, but the signals are kept', () => {
    const analysis = ask(moved, { target: '90' });
    expect(analysis).toMatchObject({ variation: null, assurance: null, whyNoAssurance: 'moved_throughout' });
    expect(analysis.points.every(({ variation, signals }) => variation === null && signals.length > 0)).toBe(true);
    expect(analysis.segments[0]?.silent).toBe('moved_throughout');
  });

  test('half of them is not more than half: 14 of 28 signals are judged, 14 of 27 are not', () => {
    const quiet = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 ? '50.1' : '49.9')).join(' ');
    const settled = (count: number) => ask(`${quiet(count)} ${moved}`);
    expect(settled(14).segments[0]?.silent).toBeUndefined();
    expect(settled(13).segments[0]?.silent).toBe('moved_throughout');
  });

  test('a median of 19.5 people is too few, one of 20 is not; what is not known is not counted', () => {
    const many = (some: (string | null)[]) => ask(high, { people: some, target: '0' }).segments[0]?.silent ?? null;
    expect(many([...nineteen.slice(1, 14), ...Array(13).fill('20'), null])).toBe('few_people');
    expect(many([...nineteen.slice(1, 14), ...Array(14).fill('20')])).toBeNull();
    expect(many([...nineteen.slice(0, 13), ...Array(14).fill('2000')])).toBeNull();
    expect(many(Array(27).fill(null))).toBeNull();
    expect(many([])).toBeNull();
    // A period without a figure says nothing of how many the figures are of.
    expect(
      ask(`${high} – – –`, { people: [...Array(27).fill('20'), '1', '1', '1'] }).segments[0]?.silent,
    ).toBeUndefined();
  });

  test('each segment has its own: an earlier one that moved throughout does not silence the latest', () => {
    const analysis = ask(`${moved} ${steady}`, { rebaseAt: [14], target: '40' });
    expect(analysis.segments.map(({ silent }) => silent ?? null)).toEqual(['moved_throughout', null]);
    expect(analysis.assurance).toBe('consistently_meets');
  });

  test('while the latest point is a signal there is no assurance, whatever the target', () => {
    for (const improvement of ['higher', 'lower'] as const)
      for (const target of ['0', '52', '200'])
        expect(ask(high, { improvement, target })).toMatchObject({ assurance: null, whyNoAssurance: 'changing' });
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
