import { describe, expect, test } from 'vitest';
import { ask, flagged, series, spread, steady } from '../../support/reference/spc-series';

describe('limits', () => {
  test('mean 650 ÷ 13 = 50, mean range 36 ÷ 12 = 3: limits 50 ± 7.98, near ± 5.32', () => {
    const { segments, points, latest, variation } = ask(steady);
    expect(segments).toEqual([
      {
        from: 0,
        to: 12,
        count: 13,
        centre: '50',
        limits: { low: '42.02', high: '57.98' },
        near: { low: '44.68', high: '55.32' },
        whyNoLimits: null,
      },
    ]);
    expect(latest).toBe(12);
    expect(variation).toEqual({ kind: 'common_cause', way: null });
    expect(points[12]).toEqual({
      value: '50',
      segment: 0,
      signals: [],
      variation: { kind: 'common_cause', way: null },
    });
  });

  test('unclipped: 0 and 4 in turn, mean 24 ÷ 13, mean range 4: the lower limit lies below 0', () => {
    // 24 ÷ 13 = 1.846153…; 2.66 × 4 = 10.64; 1.846153… − 10.64 = −8.793846…
    expect(ask('0 4 0 4 0 4 0 4 0 4 0 4 0').segments[0]?.limits?.low).toMatch(/^-8\.793846153846/);
  });

  test('ranges only between neighbours: a gap of 50 – 90 is not a range of 40', () => {
    // Six 50 and 52 in turn, a gap, seven 90 and 92 in turn: ranges 5 × 2 + 6 × 2 = 22 ÷ 11 = 2.
    // Mean (306 + 636) ÷ 13 = 942 ÷ 13; limits 942/13 ± 5.32: 72.4615 ± 5.32.
    const { segments } = ask('50 52 50 52 50 52 – 90 92 90 92 90 92 90');
    expect(segments[0]?.limits?.high).toMatch(/^77\.781538461538/);
    expect(segments[0]?.count).toBe(13);
  });

  test('screening: one range of 30 among twelve of 2 (54 ÷ 13 × 3.267 = 13.57) is dropped, so 13 ± 2.66 × 2', () => {
    // 7 × 10 + 6 × 12 + 40 = 182; 182 ÷ 14 = 13. Unscreened 2.66 × 54 ÷ 13 = 11.049230…
    const spike = '10 12 10 12 10 12 10 12 10 12 10 12 10 40';
    expect(ask(spike, { screen: true }).segments[0]?.limits).toEqual({ low: '7.68', high: '18.32' });
    expect(ask(spike).segments[0]?.limits?.high).toMatch(/^24\.049230769230/);
  });

  test('screening: a range of exactly 3.267 × the mean is dropped', () => {
    // Ranges: ten of 800, one of 733, one of 3267: 12000 ÷ 12 = 1000. Kept 8733 ÷ 11; 2.66 × 8733 ÷ 11 = 2111.798181…
    // Mean (5 × 800 + 733 + 4000) ÷ 13 = 8733 ÷ 13 = 671.769230…; together 2783.567412…
    const edge = '0 800 0 800 0 800 0 800 0 800 0 733 4000';
    expect(ask(edge, { screen: true }).segments[0]?.limits?.high).toMatch(/^2783\.567412/);
    // One of 3266 is below 3.267 × 11999 ÷ 12 = 3266.7…, and stays: 2.66 × 11999 ÷ 12 + 8732 ÷ 13 = 3331.470641…
    expect(ask(edge.replace('4000', '3999'), { screen: true }).segments[0]?.limits?.high).toMatch(/^3331\.470641/);
  });

  test('screening asks once: ranges ten of 1, 6 and 100 lose the 100 and keep the 6', () => {
    // 116 ÷ 12 × 3.267 = 31.58. Kept 16 ÷ 11 = 1.4545; asked again, 4.75 would drop the 6 too.
    // Mean (5 × 1 + 6 + 106) ÷ 13 = 117 ÷ 13 = 9; 2.66 × 16 ÷ 11 = 3.869090…
    expect(ask('0 1 0 1 0 1 0 1 0 1 0 6 106', { screen: true }).segments[0]?.limits?.high).toMatch(/^12\.869090909/);
  });

  test('12 figures are a run chart with a mean, the 13th gives it limits, and gaps do not count', () => {
    const twelve = ask(`${steady.replace(/ 50$/, '')} – –`, { target: '50' });
    expect(twelve.segments[0]).toMatchObject({
      count: 12,
      centre: '50',
      limits: null,
      near: null,
      whyNoLimits: 'too_few',
    });
    expect(twelve).toMatchObject({ latest: 11, variation: null, assurance: null, whyNoAssurance: 'too_few' });
    expect(ask(steady).segments[0]?.whyNoLimits).toBeNull();
    const rising = ask('1 2 3 4 5 6 7 8 9 10 11 12');
    expect(flagged(rising)).toEqual({});
    expect(rising.points.every(({ variation }) => variation === null)).toBe(true);
  });

  test('figures of which no two are neighbours have no range, and so no limits', () => {
    const alone = ask(Array.from({ length: 20 }, (_, i) => i).join(' – '), { target: '1' });
    expect(alone.segments[0]).toMatchObject({ count: 20, centre: '9.5', limits: null, whyNoLimits: 'no_neighbours' });
    expect(alone.whyNoAssurance).toBe('no_neighbours');
  });
});

describe('signals', () => {
  /** 109.42 and −109.42 in turn six times, then 795.34: the mean is 795.34 ÷ 13 = 61.18. */
  const noise = Array.from({ length: 6 }, () => '109.42 -109.42').join(' ');

  test('795.34 lies exactly on its limit, 61.18 + 2.66 × 276, and is not outside; 795.35 is', () => {
    // Ranges 11 × 218.84 + (795.34 + 109.42) = 3312; 3312 ÷ 12 = 276; 2.66 × 276 = 734.16; 61.18 + 734.16 = 795.34.
    const on = ask(`${noise} 795.34`);
    expect(on.segments[0]?.limits?.high).toBe('795.34');
    expect(flagged(on)).toEqual({});
    expect(flagged(ask(`${noise} 795.35`))).toEqual({ 12: ['outside high'] });
    const mirrored = `${noise} 795.35`.replaceAll(/-?[\d.]+/g, (n) => (n.startsWith('-') ? n.slice(1) : `-${n}`));
    expect(flagged(ask(mirrored))).toEqual({ 12: ['outside low'] });
  });

  /** Seven below: 44 + 48 + 45 + 47 + 44 + 48 + 46 = 322; seven above: 56 + 52 + 55 + 53 + 56 + 52 + 54 = 378. */
  const [low, high] = ['44 48 45 47 44 48 46', '56 52 55 53 56 52 54'];

  test('7 below and 7 above the mean of 700 ÷ 14 = 50, all flagged', () => {
    // Ranges 18 + 10 + 18 = 46 ÷ 13 = 3.538; limits 40.59 to 59.41, near 43.72 to 56.28: nothing else is met.
    const shifted = ask(`${low} ${high}`);
    expect(flagged(shifted)).toEqual({ ...spread(0, 6, 'shift low'), ...spread(7, 13, 'shift high') });
    expect(shifted.points[13]?.signals).toEqual([{ rule: 'shift', way: 'high', length: 7 }]);
  });

  test('a point on the mean breaks the run: 750 ÷ 15 = 50 with a 50 among the seven', () =>
    expect(flagged(ask(`${low} 56 52 55 50 53 56 52 54`))).toEqual(spread(0, 6, 'shift low')));

  test('a gap breaks the run: three and four are not seven', () =>
    expect(flagged(ask(`${low} 56 52 55 – 53 56 52 54`))).toEqual(spread(0, 6, 'shift low')));

  test('47 to 53 in steps of 1 is a trend of 7 points, all flagged', () => {
    // 50 + 47 + 53 + 48 + 52 + 50 = 300 and 350: 650 ÷ 13 = 50. Ranges 3 6 5 4 2 3 + 6 × 1 = 29; ÷ 12 = 2.4167.
    // Limits 50 ± 6.43, near ± 4.29: nothing else is met, and only three are above the mean.
    const rising = '50 47 53 48 52 50 47 48 49 50 51 52 53';
    expect(flagged(ask(rising))).toEqual(spread(6, 12, 'trend up'));
    expect(ask(rising).points[6]?.signals).toEqual([{ rule: 'trend', way: 'up', length: 7 }]);
    expect(flagged(ask(series(rising).toReversed().join(' ')))).toEqual(spread(0, 6, 'trend down'));
    expect(flagged(ask(rising.replace('49 50 51', '49 49 52')))).toEqual({});
    expect(flagged(ask(rising.replace('50 51 52', '50 – 51 52')))).toEqual({});
    expect(flagged(ask(rising.replace('50 47 48 49', '50 49 48 49')))).toEqual({});
  });

  test('the turn of a rise and a fall belongs to both', () =>
    // 4 to 10 and back to 4: 49 + 39 = 88 ÷ 13 = 6.77, every range is 1: limits 4.11 to 9.43, near 5.00 to 8.54.
    expect(flagged(ask('4 5 6 7 8 9 10 9 8 7 6 5 4'))).toEqual({
      0: ['outside low', 'trend up'],
      ...spread(1, 2, 'trend up'),
      ...spread(3, 4, 'shift high', 'trend up'),
      5: ['shift high', 'trend up', 'near high'],
      6: ['outside high', 'shift high', 'trend up', 'trend down', 'near high'],
      7: ['shift high', 'trend down', 'near high'],
      ...spread(8, 9, 'shift high', 'trend down'),
      ...spread(10, 11, 'trend down'),
      12: ['outside low', 'trend down'],
    }));

  test('33751 twice lies exactly on the near limit, 5821 + 27930, and is not beyond it; 33752 is, at both points', () => {
    // 8171 and −8171 in turn five times, 8171, then twice x: (8171 + 2 × 33751) ÷ 13 = 75673 ÷ 13 = 5821.
    // Ranges 10 × 16342 + 25580 + 0 = 189000; ÷ 12 = 15750; 2.66 × 15750 × 2 ÷ 3 = 27930.
    const turns = Array.from({ length: 5 }, () => '8171 -8171').join(' ');
    const on = ask(`${turns} 8171 33751 33751`);
    expect(on.segments[0]?.near?.high).toBe('33751');
    expect(flagged(on)).toEqual({});
    expect(flagged(ask(`${turns} 8171 33752 33752`))).toEqual(spread(11, 12, 'near high'));
  });

  /** Eighteen figures, 0 and 10 in turn: 90 together, with 17 ranges of 10. */
  const flat = Array.from({ length: 9 }, () => '0 10').join(' ');
  test('29, 10 and 29: the two beyond near are flagged, not the one between them', () =>
    // (90 + 68) ÷ 21 = 7.52; (170 + 3 × 19) ÷ 20 = 11.35; near 7.52 + 20.13 = 27.65, limit 7.52 + 30.19 = 37.71.
    expect(flagged(ask(`${flat} 29 10 29`))).toEqual({ 18: ['near high'], 20: ['near high'] }));

  test('29, 0 and 29 are not on one side', () =>
    // (90 + 58) ÷ 21 = 7.05; (170 + 19 + 29 + 29) ÷ 20 = 12.35; near 7.05 + 21.90 = 28.95.
    expect(flagged(ask(`${flat} 29 0 29`))).toEqual({}));

  test('29, a gap, 29 and 10 are not three in a row', () =>
    // (90 + 68) ÷ 21 = 7.52; (170 + 19 + 19) ÷ 19 = 10.95; near 7.52 + 19.41 = 26.94.
    expect(flagged(ask(`${flat} 29 – 29 10`))).toEqual({}));

  test('a figure outside its limit is beyond near too', () =>
    // (90 + 120) ÷ 21 = 10; (170 + 30 + 0 + 0) ÷ 20 = 10: limits 10 ± 26.6, near 10 ± 17.73.
    expect(flagged(ask(`${flat} 40 40 40`))).toEqual(spread(18, 20, 'outside high', 'near high')));
});
