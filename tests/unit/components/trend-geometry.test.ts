import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, type Frame, linePitch, narrowBox, wideBox } from '@/components/chart/chart-frame';
import { textWidth } from '@/components/chart/label-room';
import { type TrendGeometry, trendGeometry } from '@/components/chart/trend-geometry';
import type { ColourBand } from '@/lib/target/colour';
import { atMost, trends, trendWith } from '../../support/reference/trends';

const boxes = { wide: wideBox, narrow: narrowBox };
const both = fc.constantFrom<Box[]>(wideBox, narrowBox);
const moves = (path: string) => (path.match(/M/g) ?? []).length;

describe('three figures in a box of 560 by 300', () => {
  const geometry = trendGeometry(trendWith(['10', '20', '15'], { bands: () => atMost('10', '18') }), wideBox);
  const { frame, points } = geometry;

  test('stand in equal steps, the latest at the right, the larger the higher, on the scale of the gridlines', () => {
    const [a, b, c] = points;
    if (!a || !b || !c) throw new Error('three points were asked for');
    // Each place is rounded to a tenth.
    expect(Math.abs(b.x - a.x - (c.x - b.x))).toBeLessThan(0.15);
    expect(frame.plot.right - c.x).toBeCloseTo(14, 1);
    const level = (text: string) => frame.grid.find((line) => line.text === text)?.y;
    expect([a.y, b.y]).toEqual([level('10'), level('20')]);
    expect(c.y).toBeCloseTo((a.y + b.y) / 2, 1);
    expect(points.map(({ latest }) => latest)).toEqual([false, false, true]);
  });

  test('the target is an edge across all three at its own height, shaded on the side where it is met, and never the axis', () => {
    const ten = frame.grid.find(({ text }) => text === '10')?.y ?? 0;
    const [edge] = geometry.target.edges;
    expect(geometry.target.edges).toHaveLength(1);
    expect(edge).toMatch(new RegExp(`^M${frame.plot.left},${ten}(H[\\d.]+)*H${frame.plot.right}$`));
    const corners = [...geometry.target.met.matchAll(/[,V]([\d.]+)/g)].map(([, y]) => Number(y));
    expect(corners.toSorted((p, q) => p - q)).toEqual([ten, frame.plot.bottom]);
    expect(ten).toBeLessThan(frame.plot.bottom);
    const [limit] = geometry.amberEdges.map((path) => Number(/,([\d.]+)H/.exec(path)?.[1]));
    expect(geometry.amberEdges).toHaveLength(1);
    expect(limit).toBeLessThan(ten);
  });

  test('the labels at the right name the latest figure, the target and the amber limit', () => {
    expect(frame.labels.map(({ lines }) => lines.join(' '))).toEqual([
      '15 Amber',
      'At most 10 target',
      'Amber limit 18',
    ]);
  });
});

describe('lines', () => {
  test('a gap and a break each end a line; a figure between two gaps is a dot', () => {
    const gapped = trendGeometry(trendWith(['1', '2', null, '3', null, '4', '5']), wideBox);
    expect(moves(gapped.paths.published)).toBe(2);
    expect(gapped.points.map(({ index }) => index)).toEqual([0, 1, 3, 5, 6]);
    const broken = trendWith(['1', '2', '3', '4'], { mark: (index) => (index === 2 ? { break: 'x' } : {}) });
    expect(moves(trendGeometry(broken, wideBox).paths.published)).toBe(2);
    expect(trendGeometry(broken, wideBox).frame.flags).toHaveLength(1);
  });

  test('what is invented has a line of its own up to the first real figure; what is not published too', () => {
    const kinds = trendWith(['1', '2', '3', '4', '5'], {
      mark: (index) => ({ illustrative: index < 2, unpublished: index === 4 ? 'a draft' : null }),
    });
    const { paths, points } = trendGeometry(kinds, wideBox);
    const ends = (path: string) => [...path.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x));
    const places = points.map(({ x }) => x);
    expect(ends(paths.illustrative)).toEqual(places.slice(0, 3));
    expect(ends(paths.published)).toEqual(places.slice(2, 4));
    expect(ends(paths.unpublished)).toEqual(places.slice(3));
    expect(points.map(({ kind }) => kind)).toEqual(['illustrative', 'illustrative', 'plain', 'plain', 'unpublished']);
  });

  test('a target that changed is a step where it changed; a period without one has none', () => {
    const aims = ['10', '10', '12', null, '12'];
    const trend = trendWith(['9', '9', '9', '9', '9'], {
      bands: (index) => (aims[index] ? atMost(aims[index]) : null),
    });
    const { target, frame } = trendGeometry(trend, wideBox);
    expect(target.edges).toHaveLength(1);
    expect(moves(target.edges[0] ?? '')).toBe(2);
    expect(target.edges[0]).toContain(`H${frame.edge(2)}V`);
    // A shade for each of the three stretches, and none over the period without.
    expect(moves(target.met)).toBe(3);
  });

  test('a target that began within the trend says since when', () => {
    const words = (values: string[], from: number, to: number) =>
      trendGeometry(
        trendWith(values, { bands: (index) => (index >= from && index < to ? atMost('10') : null) }),
        wideBox,
      ).frame.labels.map(({ lines }) => lines.join(' '));
    expect(words(['9', '9', '9'], 1, 3)).toContain('At most 10 target from June 2018');
    expect(words(['9', '9', '9'], 0, 2)).toContain('At most 10 target until June 2018');
    expect(words(['9', '9', '9'], 0, 3)).toContain('At most 10 target');
  });

  test('at least 80 is not the foot of a scale of 80 to 84, nor at most 84 its head', () => {
    const plotOf = (green: ColourBand) =>
      trendGeometry(trendWith(['80', '82', '84'], { bands: () => ({ green, amber: null }) }), wideBox).frame;
    const low = plotOf({ low: '80', high: null });
    expect(low.y(80)).toBeLessThan(low.plot.bottom - 10);
    const high = plotOf({ low: null, high: '84' });
    expect(high.y(84)).toBeGreaterThan(high.plot.top + 10);
  });

  test('at least 100% leaves a shade beyond the scale, which ends there', () => {
    const bands = { green: { low: '100', high: null }, amber: null };
    const { frame, target } = trendGeometry(
      trendWith(['98', '99', '100'], { unit: 'percent', bands: () => bands }),
      wideBox,
    );
    expect(frame.grid.at(-1)?.text).toBe('100%');
    const corners = [...target.met.matchAll(/[,V]([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...corners) - Math.min(...corners)).toBeGreaterThanOrEqual(5);
  });

  test('last year’s figure has a ring at the end of its year, and its words', () => {
    const trend = {
      ...trendWith(['5', '6', '7', '8', '9']),
      earlier: { index: 1, value: 7, text: '7', label: '2017/18', direction: null },
    };
    const { ring, frame } = trendGeometry(trend, wideBox);
    expect(ring).toMatchObject({ x: frame.x(1), y: frame.y(7), text: '7 last year, 2017/18' });
    const period = { ...trend.earlier, label: 'Apr 2018' };
    expect(trendGeometry({ ...trend, earlier: period }, wideBox).ring?.text).toBe('7 in Apr 2018');
  });

  test('somebody else’s figure stands at the period that holds its last day; one outside the trend is not drawn', () => {
    const value = (until: string) => ({ from: '2018-01-01', until, value: '5' });
    const england = { name: 'England', source: 'A return', alike: true, note: '' };
    const of = (...days: string[]) =>
      trendGeometry(
        trendWith(['1', '2', '3'], { benchmarks: [{ ...england, values: days.map(value) }] }),
        wideBox,
      ).benchmarks.flatMap(({ points }) => points.map(({ x }) => x));
    const { frame } = trendGeometry(
      trendWith(['1', '2', '3'], { benchmarks: [{ ...england, values: [value('2018-06-30')] }] }),
      wideBox,
    );
    expect(of('2018-06-30')).toEqual([frame.x(1)]);
    expect(of('2018-04-30')).toEqual([]);
    expect(of('2018-08-01')).toEqual([]);
  });
});

const numbersIn = ({ paths, target, amberEdges, ring, benchmarks, points, frame }: TrendGeometry): number[] => [
  ...[
    ...Object.values(paths),
    target.met,
    ...target.edges,
    ...amberEdges,
    ...benchmarks.map(({ path }) => path),
  ].flatMap((path) => (path.match(/-?[\d.e+-]+|NaN|Infinity/g) ?? []).map(Number)),
  ...points.flatMap(({ x, y }) => [x, y]),
  ...(ring ? [ring.x, ring.y, ring.word.x, ring.word.y] : []),
  ...frame.grid.map(({ y }) => y),
  ...frame.labels.flatMap(({ x, y }) => [x, y]),
];

/** The upper and lower edge of a label's lines. */
const spanOf = ({ lines, y }: Frame['labels'][number], size: number) => ({
  top: y - size * 0.75,
  bottom: y + (lines.length - 1) * size * linePitch,
});

describe('whatever the figures', () => {
  test('every place is a number inside the drawing, and every figure inside the plot', () => {
    fc.assert(
      fc.property(trends, both, (trend, box) => {
        const geometry = trendGeometry(trend, box);
        for (const number of numbersIn(geometry)) expect(Number.isFinite(number)).toBe(true);
        const { left, right, top, bottom } = geometry.frame.plot;
        for (const { x, y } of [...geometry.points, ...geometry.benchmarks.flatMap(({ points }) => points)]) {
          expect(x >= left && x <= right).toBe(true);
          expect(y >= top - 0.1 && y <= bottom + 0.1).toBe(true);
        }
        expect(geometry.points).toHaveLength(trend.periods.filter(({ value }) => value !== null).length);
      }),
      { numRuns: 300 },
    );
  });

  test('a larger figure is never lower, and a later one always further right', () => {
    fc.assert(
      fc.property(trends, both, (trend, box) => {
        const { points } = trendGeometry(trend, box);
        const value = (index: number) => Number(trend.periods[index]?.value);
        for (const [n, a] of points.entries())
          for (const b of points.slice(n + 1)) {
            expect(b.x).toBeGreaterThan(a.x);
            if (value(a.index) !== value(b.index))
              expect(value(a.index) < value(b.index) ? a.y >= b.y : a.y <= b.y).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });

  test('the ring and its words lie inside the drawing, and a target is met inside the plot', () => {
    const ringed = fc.tuple(trends, fc.nat(), fc.integer({ min: -99, max: 99 })).map(([trend, at, value]) => {
      const index = at % Math.max(1, trend.periods.length);
      return { ...trend, earlier: { index, value, text: String(value), label: '2017/18', direction: null } };
    });
    fc.assert(
      fc.property(ringed, both, (trend, box) => {
        if (trend.periods.length === 0) return;
        const { ring, frame, target } = trendGeometry(trend, box);
        if (!ring) throw new Error('there is no ring');
        const width = textWidth(ring.text, box.size);
        const from = { start: 0, middle: width / 2, end: width }[ring.word.anchor];
        expect(ring.word.y).toBeGreaterThan(box.size / 2);
        expect(ring.word.y).toBeLessThan(frame.plot.bottom + 1);
        expect(ring.y <= frame.plot.bottom + 0.1 && ring.y >= frame.plot.top - 0.1).toBe(true);
        if (box === wideBox) {
          expect(ring.word.x - from).toBeGreaterThanOrEqual(-1);
          expect(ring.word.x - from + width).toBeLessThanOrEqual(box.width);
        }
        for (const [, y] of target.met.matchAll(/[,V]([\d.]+)/g))
          expect(Number(y) >= frame.plot.top - 7 && Number(y) <= frame.plot.bottom + 7).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('at most ten gridlines, from the lowest to the highest, each with another word', () => {
    fc.assert(
      fc.property(trends, both, (trend, box) => {
        const { grid } = trendGeometry(trend, box).frame;
        expect(grid.length).toBeGreaterThanOrEqual(2);
        expect(grid.length).toBeLessThanOrEqual(10);
        expect(new Set(grid.map(({ text }) => text)).size).toBe(grid.length);
        for (const [n, line] of grid.slice(1).entries()) expect(line.y).toBeLessThan(grid[n]?.y ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  test('labels at the right are apart and inside the drawing, and so are the words beneath', () => {
    fc.assert(
      fc.property(trends, both, (trend, box) => {
        const { labels, months, grid, plot } = trendGeometry(trend, box).frame;
        const spans = labels.map((label) => spanOf(label, box.size)).sort((a, b) => a.top - b.top);
        for (const [n, span] of spans.entries()) {
          expect(span.top >= -1 && span.bottom <= box.height + 1).toBe(true);
          if (n > 0) expect(span.top).toBeGreaterThanOrEqual((spans[n - 1]?.bottom ?? 0) - 0.5);
        }
        for (const { lines, x } of labels)
          for (const line of lines) expect(x + textWidth(line, box.size)).toBeLessThanOrEqual(box.width + 1);
        for (const { text } of grid) expect(textWidth(text, box.size)).toBeLessThanOrEqual(plot.left);
        const words = months.map(({ x, lines }) => {
          const half = Math.max(...lines.map((line) => textWidth(line, box.size))) / 2;
          return { from: x - half, to: x + half };
        });
        expect(words.length).toBeLessThanOrEqual(12);
        for (const [n, word] of words.slice(1).entries())
          expect(word.from).toBeGreaterThanOrEqual((words[n]?.to ?? 0) - 0.5);
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(boxes))(
    'no figures, one, a constant, and a line of a hundred and twenty in the %s box',
    (_, box) => {
      expect(trendGeometry(trendWith([]), box).points).toEqual([]);
      expect(trendGeometry(trendWith([null, null]), box).points).toEqual([]);
      expect(trendGeometry(trendWith(['5']), box).points).toMatchObject([{ latest: true, index: 0 }]);
      const flat = trendGeometry(trendWith(Array(24).fill('0')), box);
      expect(new Set(flat.points.map(({ y }) => y)).size).toBe(1);
      const long = trendGeometry(trendWith(Array.from({ length: 120 }, (_, n) => String(n % 7))), box);
      expect(long.points).toHaveLength(120);
      // So close together that a dot on each would be a smear: only the latest has one.
      expect(long.dots.map(({ latest }) => latest)).toEqual([true]);
    },
  );
});
