import { describe, expect, test } from 'vitest';
import { sparklineGeometry } from '../../../components/scorecard/sparkline-geometry';
import type { TrendPoint } from '../../../lib/edition/edition';
import { trendLabel, trendSentence } from '../../../lib/row-words/trend-sentence';

const box = { width: 120, height: 60, pad: 10 };
const trend = (values: (string | null)[], invented = 0): TrendPoint[] =>
  values.map((value, index) => ({ start: `2018-0${index + 1}-01`, value, illustrative: index < invented }));
const shape = (values: (string | null)[], target: string | null = null, invented = 0) =>
  sparklineGeometry(trend(values, invented), target === null ? [] : [{ start: '', value: target }], box);

describe('the geometry of a sparkline', () => {
  test('0, 10, 5 in a box of 120 by 60: from the bottom left to the top, then half way down', () => {
    expect(shape(['0', '10', '5'])).toEqual({
      published: 'M10 50l50-40 50 20',
      illustrative: '',
      elsewhere: '',
      target: '',
      last: { x: 110, y: 30, illustrative: false, elsewhere: false },
    });
  });

  test('the target takes part in the scale: 10 with figures 0 and 5 stands at the top', () => {
    expect(shape(['0', '5'], '10')).toMatchObject({ target: 'M0 10H120', published: 'M10 50l100-20' });
  });

  test('a target is drawn only over the periods for which it was set, and steps where it changed', () => {
    const line = (targets: { start: string; value: string | null }[]) =>
      sparklineGeometry(trend(['0', '10', '5']), targets, box).target;
    expect(line([{ start: '2018-03-01', value: '5' }])).toBe('M85 30H120');
    expect(
      line([
        { start: '2018-01-01', value: '0' },
        { start: '2018-02-01', value: '10' },
        { start: '2018-03-01', value: null },
      ]),
    ).toBe('M0 50H35M35 10H85');
    expect(line([])).toBe('');
  });

  test('a flat trend lies in the middle, its target on the same line', () => {
    expect(shape(['100', '100', '100'], '100')).toMatchObject({ published: 'M10 30l50 0 50 0', target: 'M0 30H120' });
  });

  test('one figure is a dot at the right, where now is', () => {
    expect(shape(['83'])).toMatchObject({ published: 'M110 30h0', last: { x: 110, y: 30 } });
  });

  test('a gap breaks the line; what stands alone is a line of no length', () => {
    expect(shape(['0', '10', null, '5'])).toMatchObject({ published: 'M10 50l33-40M110 30h0' });
    expect(shape(['0', null, '10'])).toMatchObject({ published: 'M10 50h0M110 10h0' });
  });

  test('the last figure is the last there is, when the latest period has none', () => {
    expect(shape(['0', '10', null])).toMatchObject({ last: { x: 60, y: 10 } });
  });

  test('no figures: nothing to draw', () => {
    expect(shape([null, null], '5')).toMatchObject({ published: '', illustrative: '', last: null });
    expect(sparklineGeometry([], [], box)).toEqual({
      published: '',
      illustrative: '',
      elsewhere: '',
      target: '',
      last: null,
    });
  });

  test('invented points have a line of their own, which reaches the first published one', () => {
    expect(shape(['0', '10', '5', '5'], null, 2)).toMatchObject({
      illustrative: 'M10 50l33-40 34 20',
      published: 'M77 30l33 0',
    });
  });

  test('reads figures as they are shown: 1,613 and −2.5', () => {
    expect(shape(['−2.5', '1,613'])).toMatchObject({ published: 'M10 50l100-40' });
  });
});

describe('the trend in words', () => {
  test('names first, lowest, highest and last, the target, and what is illustrative', () => {
    expect(trendSentence(trend(['80', '78', '91', '83'], 3), '76')).toBe(
      '4 figures: first 80, lowest 78, highest 91, last 83; target 76; 3 illustrative',
    );
  });

  test('beside the figures it only says how many there are, and what is illustrative', () => {
    expect(trendLabel(trend(['80', '78', '91', '83'], 3))).toBe('4 figures, 3 illustrative');
    expect(trendLabel(trend([null, '1,613']))).toBe('1 figure');
  });

  test('one figure, no target', () => {
    expect(trendSentence(trend([null, '1,613']), null)).toBe('1 figure: 1,613; no target');
  });
});
