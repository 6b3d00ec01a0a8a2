import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../lib/paper/trend-charts';
import { hiddenRow, paperRow } from '../../support/paper/paper-council';

const months = (values: (string | null)[], more = {}) =>
  values.map((value, index) => ({ start: `2018-0${index + 1}-01`, value, illustrative: false, ...more }));

describe('a trend in a paper', () => {
  test('goes from edge to edge, and its target lies where the scale has it', () => {
    const chart = chartOf(
      paperRow(1, { trend: { points: months(['80', '90', '100']), target: '90' } }),
      null,
      '2018-08-17',
    );
    expect(chart?.lines).toEqual([
      {
        manner: 'target',
        places: [
          [0, 0.5],
          [1, 0.5],
        ],
      },
      {
        manner: 'published',
        places: [
          [0, 0],
          [0.5, 0.5],
          [1, 1],
        ],
      },
    ]);
    expect(chart?.levels.map(({ text }) => text)).toEqual(['80', '85', '90', '95', '100']);
  });

  test('breaks where a figure is hidden, and says why', () => {
    const chart = chartOf(hiddenRow(3), null, '2018-08-17');
    expect(chart?.lines.filter(({ manner }) => manner === 'published').map(({ places }) => places.length)).toEqual([
      1, 1,
    ]);
    expect(chart?.key).toContain('the figure is hidden [c]');
  });

  test('leads an invented stretch up to the published figure beside it', () => {
    const points = [
      ...months(['80', '85'], { illustrative: true }),
      { start: '2018-03-01', value: '90', illustrative: false },
    ];
    const chart = chartOf(paperRow(1, { trend: { points, target: null } }), null, '2018-08-17');
    expect(chart?.lines.map(({ manner, places }) => [manner, places.length])).toEqual([
      ['invented', 3],
      ['published', 1],
    ]);
    expect(chart?.key).toBe('No target is drawn. Dashed: invented for the demonstration, not real.');
  });

  test('draws each target over its own periods', () => {
    const targets = [
      { start: '2018-01-01', value: '80' },
      { start: '2018-03-01', value: '90' },
    ];
    const chart = chartOf(
      paperRow(1, { trend: { points: months(['80', '90', '100']), target: '90', targets } }),
      null,
      '2018-08-17',
    );
    expect(chart?.lines.slice(0, 2)).toEqual([
      {
        manner: 'target',
        places: [
          [0, 0],
          [0.75, 0],
        ],
      },
      {
        manner: 'target',
        places: [
          [0.75, 0.5],
          [1, 0.5],
        ],
      },
    ]);
  });

  test('is none with a single figure', () => {
    expect(chartOf(paperRow(1, { trend: { points: months(['80']), target: '90' } }), null, '2018-08-17')).toBeNull();
  });
});
