import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Sparkline, SparklineKey } from '../../../components/scorecard/sparkline';
import { sparklineBox, sparklineGeometry } from '../../../components/scorecard/sparkline-geometry';
import type { FrozenRow, TrendPoint } from '../../../lib/edition/edition';
import { trendSentence } from '../../../lib/row-words/trend-sentence';
import { firstTrendMonth, lastMonth, monthLabel } from '../../../lib/scorecard/trend-months';
import type { Colour } from '../../../lib/target/target';
import { type Frequency, frequencies, shift } from '../../../lib/time/period';

type Row = Parameters<typeof Sparkline>[0]['row'];
const july = 2018 * 12 + 6;
/** The first of the 25 months up to July 2018. */
const first = july - 24;

function pointsOf(values: (string | null)[], frequency: Frequency = 'monthly', invented = 0): TrendPoint[] {
  const last = { frequency, start: frequency === 'monthly' ? '2018-07-01' : '2018-04-01' };
  return values.map((value, index) => ({
    start: shift(last, index - values.length + 1).start,
    value,
    illustrative: index < invented,
  }));
}

/** A row of these figures up to July 2018, with nothing else. */
function rowWith(values: (string | null)[], more: Partial<Row> & { invented?: number } = {}): Row {
  const { invented = 0, frequency = 'monthly', ...rest } = more;
  const points = pointsOf(values, frequency, invented);
  const text = values.at(-1) ?? null;
  const schedule: FrozenRow['schedule'] = {
    frequency,
    startMonth: 4,
    lagDays: 30,
    from: '2016-07-01',
    until: null,
    latest: points.at(-1)?.start ?? null,
    gaps: [],
  };
  return {
    frequency,
    previous: { text: null, why: 'No earlier figure.', label: '2017/18' },
    target: { text: null, why: 'No target is set.', rule: null },
    current: text === null ? { text, why: 'Not available yet.', marks: [] } : { text, why: null, marks: [] },
    period: text === null ? null : { label: '', range: '', start: points.at(-1)?.start ?? '' },
    rag: { colour: null, sentence: '' },
    schedule,
    trend: { points, target: null, targets: [] },
    ...rest,
  };
}

const drawn = (row: Row) => {
  const line = sparklineGeometry(row, first);
  if (!line) throw new Error('there is nothing to draw');
  return line;
};
const atMost = (value: string, targets: { start: string; value: string | null }[], values: string[]) =>
  rowWith(values, {
    target: { text: value, why: null, rule: `at most ${value}` },
    trend: { points: pointsOf(values), target: value, targets },
  });
const html = (row: Row) => renderToStaticMarkup(createElement(Sparkline, { row, first }));

describe('the geometry of a sparkline', () => {
  test('a month is four pixels, which are eight units; the last of the 25 stands at 200 of 208, the largest figure at 10 of 56', () => {
    expect(drawn(rowWith(['0', '10', '5']))).toMatchObject({
      published: 'M184 46l8-36 8 18',
      last: { x: 200, y: 28 },
      met: '',
      edge: '',
      earlier: null,
    });
  });

  test('every row shows the same months: a quarter stands at its last one, and what is older is left out', () => {
    expect(drawn(rowWith(['0', '10'], { frequency: 'quarterly' })).published).toBe('M168 46l24-36');
    const years = rowWith(['9', '0', '10'], { frequency: 'annual' });
    // The year from April 2018 ends after July 2018, so that these rows show up to March 2019.
    expect(firstTrendMonth([years])).toBe(2019 * 12 + 2 - 24);
    expect(sparklineGeometry(years, firstTrendMonth([years]))?.published).toBe('M8 14l96 32 96-36');
    expect(monthLabel(first)).toBe('Jul 2016');
    expect(sparklineGeometry(rowWith(['5']), july + 1)).toBeNull();
  });

  test('the target takes part in the scale, and is met in the shade: at most 10 beneath its edge, at least 10 above it', () => {
    const set = [{ start: '2018-06-01', value: '10' }];
    expect(drawn(atMost('10', set, ['0', '5', '20']))).toMatchObject({
      edge: 'M188 28H208',
      met: 'M188 28H208V56H188z',
    });
    const atLeast = {
      ...atMost('10', set, ['0', '5', '20']),
      target: { text: '10', why: null, rule: 'at least 10' },
    } as const;
    expect(drawn(atLeast).met).toBe('M188 28H208V0H188z');
  });

  test('a target is drawn only over the periods for which it was set, and steps where it changed', () => {
    const edge = (targets: { start: string; value: string | null }[]) =>
      drawn(atMost('5', targets, ['0', '10', '5'])).edge;
    expect(
      edge([
        { start: '2018-05-01', value: '0' },
        { start: '2018-06-01', value: '10' },
        { start: '2018-07-01', value: null },
      ]),
    ).toBe('M180 46H188M188 10H196');
    expect(edge([])).toBe('');
    // An edition from before that was recorded has the latest target over all of them.
    const { targets: _, ...old } = atMost('5', [], ['0', '10', '5']).trend;
    expect(drawn({ ...atMost('5', [], ['0', '10', '5']), trend: old }).edge).toBe('M180 28H208');
  });

  test('a flat trend lies in the middle', () => {
    expect(drawn(rowWith(['100', '100', '100'])).published).toBe('M184 28l8 0 8 0');
  });

  test('a gap breaks the line; what stands alone is a line of no length', () => {
    expect(drawn(rowWith(['0', '10', null, '5'])).published).toBe('M176 46l8-36M200 28h0');
  });

  test('invented points have a line of their own, which reaches the first published one', () => {
    expect(drawn(rowWith(['0', '10', '5', '5'], { invented: 2 }))).toMatchObject({
      illustrative: 'M176 46l8-36 8 18',
      published: 'M192 28l8 0',
    });
  });

  test('reads figures as they are shown: 1,613 and −2.5', () => {
    expect(drawn(rowWith(['−2.5', '1,613'])).published).toBe('M192 46l8-36');
  });

  test('last year’s figure is a ring at March, where its year ended, whatever the figure of March is', () => {
    const previous = { text: '£20', why: null, label: '2017/18' } as const;
    expect(drawn(rowWith(['0', '10', '5', '5', '5'], { previous })).earlier).toEqual({ x: 168, y: 10 });
    // A figure of that very year is not compared with itself, and an earlier year is not in the trend.
    expect(drawn(rowWith(['1', '2'], { previous: { ...previous, label: '2018/19' } })).earlier).toBeNull();
    expect(drawn(rowWith(['1', '2'], { previous: { ...previous, label: '2015/16' } })).earlier).toBeNull();
    const june = { ...previous, label: '30 Jun 2018' };
    expect(drawn(rowWith(['1', '2', '3'], { previous: june })).earlier).toMatchObject({ x: 192 });
    expect(
      drawn(rowWith(['1', '2'], { previous: { text: null, why: 'Hidden.', hidden: true, label: '2017/18' } })).earlier,
    ).toBeNull();
  });

  test('the last mark is the row’s own figure: none where it has none now', () => {
    expect(drawn(rowWith(['0', '10', null])).last).toBeNull();
  });
});

describe('whatever the figures', () => {
  const rows = fc
    .record({
      values: fc.array(fc.option(fc.integer({ min: -999, max: 9999 }).map(String)), { minLength: 1, maxLength: 30 }),
      frequency: fc.constantFrom(...frequencies),
      target: fc.integer({ min: -99, max: 99 }).map(String),
      rule: fc.constantFrom('at most', 'at least', 'between'),
      from: fc.constantFrom('2016-07-01', '2018-04-01', '2018-07-01'),
      previous: fc.option(fc.integer({ min: -999, max: 9999 }).map(String)),
    })
    .map(({ values, frequency, target, rule, from, previous }) =>
      rowWith(values, {
        frequency,
        target: { text: target, why: null, rule: `${rule} ${target}` },
        trend: { points: pointsOf(values, frequency), target, targets: [{ start: from, value: target }] },
        ...(previous !== null && { previous: { text: previous, why: null, label: '2017/18' } }),
      }),
    );

  test('marks, ring, shade and line are whole numbers inside the drawing, and a mark is there in full', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const line = sparklineGeometry(row, firstTrendMonth([row]));
        if (!line) return;
        for (const place of [line.last, line.earlier]) {
          if (!place) continue;
          expect(place.x >= 8 && place.x <= sparklineBox.width - 8).toBe(true);
          expect(place.y >= 8 && place.y <= sparklineBox.height - 8).toBe(true);
        }
        expect(line.published + line.met + line.edge).toMatch(/^[MHVhlz\d -]*$/);
        for (const [, x = '', y = ''] of line.edge.matchAll(/M(\d+) (\d+)/g))
          expect(Number(x) <= sparklineBox.width && Number(y) <= sparklineBox.height).toBe(true);
        for (const { start } of row.trend.points)
          expect(lastMonth(start, row)).toBeLessThanOrEqual(firstTrendMonth([row]) + 24);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sparkline on the page', () => {
  test.each<[Colour | null, string]>([
    ['red', 'r'],
    ['amber', 'a'],
    ['green', 'g'],
    [null, 'n'],
  ])('%s ends in the shape #%s, and is for the eye only', (colour, sign) => {
    const markup = html(rowWith(['1', '2'], { rag: { colour, sentence: '' } }));
    expect(markup).toContain(`href="#${sign}"`);
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toMatch(/role=|aria-label|<title/);
  });

  test('a judged colour is the shape of what was judged, as in the counts', () => {
    const judged = { colour: 'green', reason: '', by: 'head of service' } as const;
    expect(html(rowWith(['1', '2'], { rag: { colour: 'red', sentence: '', judged } }))).toContain('href="#g"');
  });

  test('a hidden figure has none, whatever it is and whatever the months before were', () => {
    const hidden = (values: (string | null)[]) =>
      html(rowWith(values, { current: { text: null, why: 'Few people.', hidden: true, marks: [] } }));
    expect(hidden(['1', '2', null])).toBe('<i>[c] hidden</i>');
    expect(hidden(['70', '3', '5'])).toBe('<i>[c] hidden</i>');
  });

  test('its grammar is said once above the table, and of dots and dashes only where there are some', () => {
    const key = (rows: Row[]) => renderToStaticMarkup(createElement(SparklineKey, { first, rows }));
    expect(key([rowWith(['1', '2'])])).toContain('Trend from Jul 2016, each on its own scale. Shaded: target met.');
    expect(key([rowWith(['1', '2'])])).not.toMatch(/invented|elsewhere/);
    expect(key([rowWith(['1', '2'])])).toContain('Ring: the figure of 2017/18.');
    const june = rowWith(['1', '2'], { previous: { text: '1', why: null, label: 'Jun 2018' } });
    expect(key([rowWith(['1', '2']), june])).toContain('Ring: the earlier figure.');
    expect(key([rowWith(['1', '2'], { invented: 1 })])).toContain('Dotted: invented.');
    const none = [rowWith([])];
    expect(renderToStaticMarkup(createElement(SparklineKey, { first: firstTrendMonth(none), rows: none }))).toBe('');
  });
});

describe('the trend in words', () => {
  const trend = (values: (string | null)[], invented = 0) => pointsOf(values, 'monthly', invented);

  test('names first, lowest, highest and last, the target, and what is illustrative', () => {
    expect(trendSentence(trend(['80', '78', '91', '83'], 3), '76')).toBe(
      '4 figures: first 80, lowest 78, highest 91, last 83; target 76; 3 illustrative',
    );
  });

  test('one figure, no target', () => {
    expect(trendSentence(trend([null, '1,613']), null)).toBe('1 figure: 1,613; no target');
  });
});
