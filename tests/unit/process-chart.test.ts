import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { narrowBox, wideBox } from '@/components/chart-frame';
import { ProcessChart } from '@/components/process-chart';
import { processGeometry } from '@/components/process-geometry';
import { TrendChart } from '@/components/trend-chart';
import { TrendTable } from '@/components/trend-table';
import { shown, shownThreshold } from '@/lib/figure';
import { type Process, processOf, type Restart } from '@/lib/process';
import { processSummary } from '@/lib/process-summary';
import type { Trend } from '@/lib/trend';
import { trendSummary } from '@/lib/trend-summary';
import { limitFigure } from '@/lib/trend-words';
import { atMost, trends, trendWith } from '../support/trends';

type Drawn = Extract<Process, { refused: null }>;

function controlOf(trend: Trend, restarts: Restart[] = []): Drawn {
  const process = processOf({
    ...{ frequency: trend.frequency, window: 'single', improvement: 'lower', restarts },
    target: { shape: 'at_most', green: '12', amber: null },
    periods: trend.periods.map(({ start, value, illustrative }) => ({ start, value, illustrative })),
  });
  if (process.refused !== null) throw new Error(process.refused);
  return process;
}

/** 50 on average, ranges of 3 on average: limits at 42.02 and 57.98; see tests/support/spc-series.ts. */
const steady = ['50', '52', '48', '51', '49', '53', '47', '50', '52', '48', '51', '49', '50'];
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('thirteen steady figures', () => {
  const trend = trendWith(steady, { bands: () => atMost('55') });
  const process = controlOf(trend);
  const { frame, centre, limits, target, points } = processGeometry(process, trend, wideBox);

  test('have their mean and limits as lines across, each at its own height on the scale', () => {
    const at = (value: number) => frame.y(value);
    const height = (path: string | undefined) => Number(/,([\d.]+)H/.exec(path ?? '')?.[1]);
    expect(height(centre)).toBe(at(50));
    expect(limits.map(height)).toEqual([at(42.02), at(57.98)]);
    expect(height(target)).toBe(at(55));
    expect(points.every(({ kind }) => kind === 'common_cause')).toBe(true);
    expect(frame.labels.map(({ lines }) => lines.join(' ')).sort()).toEqual(
      ['50', 'Lower limit 42.0', 'Mean 50.0', 'Target 55', 'Upper limit 58.0'].sort(),
    );
  });

  test('are told in a sentence with the same numbers', () => {
    expect(processSummary(process, trend)).toBe(
      'The mean is 50.0, with limits at 42.0 and 58.0. Of 13 figures, none is a signal.',
    );
  });

  test('one more beyond a limit is a signal in shape, colour and word', () => {
    const beyond = trendWith([...steady, '70'], { bands: () => atMost('55') });
    const html = renderToStaticMarkup(createElement(ProcessChart, { process: controlOf(beyond), trend: beyond }));
    expect(html).toContain('class="sign concern"');
    expect(text(html)).toContain('Concern (high)');
    expect(text(html)).toContain('Above its normal range: a real cause for concern.');
  });
});

describe('a new baseline', () => {
  const trend = trendWith([...steady, ...steady.map((value) => String(Number(value) + 40))]);
  const restart = { start: trend.periods[13]?.start ?? '', why: 'rebased: A new team' };
  const { centre, limits, paths, frame } = processGeometry(controlOf(trend, [restart]), trend, wideBox);

  test('begins its mean and its limits anew, breaks the line, and says why', () => {
    for (const path of [centre, ...limits, paths.published]) expect(path.match(/M/g)).toHaveLength(2);
    expect(frame.flags.map(({ text: word }) => word)).toEqual(['Rebased']);
    const html = renderToStaticMarkup(createElement(ProcessChart, { process: controlOf(trend, [restart]), trend }));
    expect(text(html)).toContain(`From ${trend.periods[13]?.label}: rebased: A new team`);
  });

  test('without it the same figures are signals', () => {
    expect(Object.keys(controlOf(trend).signals).length).toBeGreaterThan(20);
    expect(controlOf(trend, [restart]).signals).toEqual({});
  });
});

describe('whatever the figures', () => {
  test('every place is a number, and the drawing has no more figures than the trend shows', () => {
    fc.assert(
      fc.property(trends, fc.constantFrom(wideBox, narrowBox), (trend, box) => {
        const geometry = processGeometry(controlOf(trend), trend, box);
        const paths = [...Object.values(geometry.paths), geometry.centre, geometry.target, ...geometry.limits].join(
          ' ',
        );
        expect(paths).not.toMatch(/NaN|Infinity/);
        for (const { x, y } of geometry.points) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('every figure, target, limit and figure of others that is drawn stands in the table', () => {
    fc.assert(
      fc.property(trends, (trend) => {
        const process = controlOf(trend);
        const table = text(renderToStaticMarkup(createElement(TrendTable, { trend, process })));
        for (const { value, bands } of trend.periods) {
          if (value !== null) expect(table).toContain(shown(value, trend));
          if (bands?.green.high) expect(table).toContain(shownThreshold(bands.green.high, trend));
        }
        for (const { centre, limits, from, to } of process.segments) {
          const inside = process.starts.slice(from, to + 1).length > 0;
          for (const limit of [centre, limits?.low, limits?.high])
            if (limit && inside) expect(table).toContain(limitFigure(limit, trend));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a chart always has words: a summary that ends, and no drawing without a figure', () => {
    fc.assert(
      fc.property(trends, (trend) => {
        const html = renderToStaticMarkup(createElement(TrendChart, { trend, title: 'T' }));
        expect(trendSummary(trend)).toMatch(/\.$/);
        expect(html.includes('<svg class="plot')).toBe(trend.periods.some(({ value }) => value !== null));
        expect(html).not.toMatch(/style=|NaN|undefined/);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [['10', '20', '15'], 'first 10, lowest 10 in May 2018, highest 20 in Jun 2018, latest 15.'],
  [['12', '12', '12'], '3 figures from May 2018 to Jul 2018: every one is 12.'],
  [['10', null, '30'], '2 figures: 10 in May 2018 and 30 in Jul 2018.'],
  [['10', null, '30'], '1 period has no figure.'],
  [[], 'No figures yet.'],
  [[null], 'No period here has a figure.'],
  [['5'], '1 figure: 5 in Jul 2018.'],
])('what %j shows, in words: %s', (values, words) => {
  expect(trendSummary(trendWith(values))).toContain(words);
});

test('the summary counts what met the target of its time', () => {
  const changed = trendWith(['10', '12', '11'], { bands: (index) => atMost(index === 0 ? '10' : '11') });
  expect(trendSummary(changed)).toContain('The target is at most 11; 2 of 3 figures met the target of their time.');
});
