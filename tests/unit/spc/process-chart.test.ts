import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { narrowBox, wideBox } from '@/components/chart/chart-frame';
import { ChartTable } from '@/components/chart/chart-table';
import { ProcessChart } from '@/components/chart/process-chart';
import { processGeometry } from '@/components/chart/process-geometry';
import { TrendChart } from '@/components/chart/trend-chart';
import { shown, shownThreshold } from '@/lib/figure/figure';
import { type Process, processOf, type Restart } from '@/lib/spc/frozen-process';
import { processSummary } from '@/lib/spc/process-summary';
import type { Trend } from '@/lib/trend/trend';
import { trendSummary } from '@/lib/trend/trend-summary';
import { limitFigure } from '@/lib/trend/trend-words';
import { measureFile } from '../../support/open-data/measure-file';
import { publishedOf, sheetOf } from '../../support/reference/frozen-measure';
import { atMost, trends, trendWith } from '../../support/reference/trends';

const about = { measure: 'T', unit: 'Number', covers: null, area: 'Anyshire', source: 'Source: Anyshire.' };

type Drawn = Extract<Process, { refused: null }>;

function controlOf(trend: Trend, restarts: Restart[] = []): Drawn {
  const process = processOf({
    frequency: trend.frequency,
    window: 'single',
    improvement: 'lower',
    restarts,
    target: { shape: 'at_most', green: '12', amber: null },
    periods: trend.periods.map(({ start, value, illustrative }) => ({ start, value, illustrative })),
  });
  if (process.refused !== null) throw new Error(process.refused);
  return process;
}

/** 50 on average, ranges of 3 on average: limits at 42.02 and 57.98; see tests/support/reference/spc-series.ts. */
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
    expect(target.edges.map(height)).toEqual([at(55)]);
    expect(points.every(({ kind }) => kind === 'common_cause')).toBe(true);
    expect(frame.labels.map(({ lines }) => lines.join(' ')).sort()).toEqual(
      ['50', 'Lower limit 42.0', 'Mean 50.0', 'At most 55 target', 'Upper limit 58.0'].sort(),
    );
  });

  test('are told in a sentence with the same numbers', () => {
    expect(processSummary(process, trend)).toBe(
      'The mean is 50.0, with limits at 42.0 and 58.0. Of 13 figures, none is a signal.',
    );
  });

  test('one more beyond a limit is a signal in shape, colour and word', () => {
    const beyond = trendWith([...steady, '70'], { bands: () => atMost('55') });
    const html = renderToStaticMarkup(
      createElement(ProcessChart, { process: controlOf(beyond), trend: beyond, about }),
    );
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
    const html = renderToStaticMarkup(
      createElement(ProcessChart, { process: controlOf(trend, [restart]), trend, about }),
    );
    expect(text(html)).toContain(`From ${trend.periods[13]?.label}: rebased: A new team`);
  });

  test('without it the same figures are signals', () => {
    expect(Object.keys(controlOf(trend).signals).length).toBeGreaterThan(20);
    expect(controlOf(trend, [restart]).signals).toEqual({});
  });
});

describe('what was invented looks invented', () => {
  const figures = [...steady, '70'];
  const marked = (illustrative: (index: number) => boolean) =>
    trendWith(figures, { mark: (index) => ({ illustrative: illustrative(index) }) });
  const drawn = (trend: Trend) => {
    const html = renderToStaticMarkup(createElement(ProcessChart, { process: controlOf(trend), trend, about }));
    const [wide = ''] = html.split('<svg class="plot narrow"');
    return { html, wide };
  };

  test('on the process chart: hollow points of the same shapes, joined by another line, named in the key', () => {
    const { html, wide } = drawn(marked((index) => index < 10 || index === 13));
    expect(wide.match(/class="sign common_cause hollow"/g)).toHaveLength(10);
    expect(wide.match(/class="sign concern hollow"/g)).toHaveLength(1);
    expect(wide.match(/class="sign common_cause"/g)).toHaveLength(3);
    expect(wide).toMatch(/<path class="illustrative" d="[^"]+"/);
    expect(wide).toMatch(/<path class="process" d="[^"]+"/);
    expect(text(html)).toContain('Hollow: illustrative, invented for the demonstration, not real');
    expect(text(html)).toContain('11 of the figures that this is worked out from are invented');
  });

  test('where nothing is invented, nothing is hollow', () => {
    const { html, wide } = drawn(marked(() => false));
    expect(wide).not.toMatch(/hollow|illustrative/);
    expect(text(html)).not.toContain('invented');
  });

  test('on the trend chart too: hollow dots on a dotted line', () => {
    const html = renderToStaticMarkup(createElement(TrendChart, { trend: marked((index) => index < 10), about }));
    const [wide = ''] = html.split('<svg class="plot narrow"');
    expect(wide.match(/class="dot illustrative"/g)).toHaveLength(10);
    expect(wide).toMatch(/<path class="illustrative" d="[^"]+"/);
  });
});

test('the line of a break stands in front of the shade and behind the figures', () => {
  const trend = trendWith(steady, {
    bands: () => atMost('50', '55'),
    mark: (index) => ({ break: index === 6 ? 'counted anew' : null }),
  });
  const html = renderToStaticMarkup(createElement(TrendChart, { trend, about }));
  const at = (name: string) => html.indexOf(`class="${name}"`);
  expect(at('met')).toBeGreaterThan(0);
  expect(at('flag')).toBeGreaterThan(at('met'));
  expect(at('published')).toBeGreaterThan(at('flag'));
  const restart = { start: trend.periods[6]?.start ?? '', why: 'rebased: A new team' };
  const more = trendWith([...steady, ...steady], { bands: () => atMost('50') });
  const process = controlOf(more, [{ ...restart, start: more.periods[13]?.start ?? '' }]);
  const control = renderToStaticMarkup(createElement(ProcessChart, { process, trend: more, about }));
  expect(control.indexOf('class="met"')).toBeGreaterThan(0);
  expect(control.indexOf('class="met"')).toBeLessThan(control.indexOf('class="flag"'));
});

describe('honest silence on the page', () => {
  const moved = '44 48 45 47 44 48 46 56 52 55 53 56 52 54'.split(' ');
  const trend = trendWith(moved, { bands: () => atMost('12') });
  const process = controlOf(trend);

  test('every point is a signal and none has a verdict, in the chart, the summary, the table and the file', () => {
    const html = text(renderToStaticMarkup(createElement(ProcessChart, { process, trend, about })));
    expect(html).toContain('Cannot be told: it has moved throughout, so a new baseline may help.');
    expect(html).not.toMatch(/Improvement|Concern|will be missed|a real/);
    expect(processSummary(process, trend)).toMatch(/Of 14 figures, 14 are signals, from which nothing is concluded\.$/);
    const table = text(renderToStaticMarkup(createElement(ChartTable, { trend, process })));
    expect(table.match(/Signal, no verdict/g)).toHaveLength(14);
    const sheet = sheetOf({ process });
    const file = measureFile(
      'T',
      sheet,
      trend.periods.map(({ start, value }) => publishedOf(start, value)),
      { name: 'Testshire', areaCode: null, licence: null },
    );
    expect(file.match(/Signal, no verdict/g)).toHaveLength(14);
  });

  test('screening is said with its reason where it is on', () => {
    const screened = { ...process, screening: 'Snow closed the roads.' };
    expect(text(renderToStaticMarkup(createElement(ProcessChart, { process: screened, trend, about })))).toContain(
      'left out of the normal range (screening is on): Snow closed the roads.',
    );
  });
});

test('a chart that draws less than is worked with says so', () => {
  const all = trendWith(Array.from({ length: 80 }, (_, n) => String(50 + (n % 2))));
  const shownPart = { ...all, periods: all.periods.slice(-25) };
  const process = controlOf(all);
  const html = renderToStaticMarkup(createElement(ProcessChart, { process, trend: shownPart, about }));
  expect(text(html)).toContain('of 80 periods from Dec 2011 on; the last 25 are drawn');
  expect(processGeometry(process, shownPart, wideBox).points).toHaveLength(25);
});

test('an old sheet is told in the words that it was frozen with, though the two would not be said together now', () => {
  const trend = trendWith([...steady, '70'], { bands: () => atMost('12') });
  const { screening: _, ...now } = controlOf(trend);
  const old: Drawn = {
    ...now,
    segments: now.segments.map(({ silent: __, ...segment }) => segment),
    variation: { kind: 'improvement', way: 'high' },
    assurance: 'consistently_misses',
    signalSentence: 'Above its normal range: a real improvement.',
    assuranceSentence: 'Consistently misses: no part of the normal range meets the target, so it will be missed.',
  };
  const html = text(renderToStaticMarkup(createElement(ProcessChart, { process: old, trend, about })));
  for (const words of ['Improvement (high)', 'Consistently misses', old.signalSentence, old.assuranceSentence])
    expect(html).toContain(words);
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
        const table = text(renderToStaticMarkup(createElement(ChartTable, { trend, process })));
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
        const html = renderToStaticMarkup(createElement(TrendChart, { trend, about }));
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
