import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { wideBox } from '@/components/chart/chart-frame';
import { TrendKey } from '@/components/chart/chart-key';
import { trendGeometry } from '@/components/chart/trend-geometry';
import { Sparkline } from '@/components/scorecard/sparkline';
import { Figure } from '@/components/sign/figure';
import { rowChanges } from '@/lib/edition/difference/row-difference';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { trendOf } from '@/lib/edition/trend-of';
import { canonical } from '@/lib/record/canonical';
import { trendSentence } from '@/lib/row-words/trend-sentence';
import { firstTrendMonth } from '@/lib/scorecard/trend-months';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { periodsOfYear, wantsClosing } from '@/lib/series/measure-year';
import { publishedReading } from '@/lib/series/published-reading';
import { trendSummary } from '@/lib/trend/trend-summary';
import { periodMarks, periodSentences } from '@/lib/trend/trend-words';
import { proposeOutturn } from '@/lib/year-end/proposal';
import { linesOf, measureFile } from '../../support/open-data/measure-file';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const elsewhere = { where: 'the Children’s services report', on: '2018-06-13' };
const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
const starts = ['2018-07-01', '2018-06-01', '2018-05-01', '2018-04-01', '2018-03-01'];
/** March to May 2018 were published elsewhere; June and July were entered here. */
const mixed = starts.map((start, index) => signed(start, String(80 + index), index >= 2 ? { elsewhere } : {}));
const plain = starts.map((start, index) => signed(start, String(80 + index)));
const record = (readings: ReadingRecord[], more: Partial<MeasureRecord> = {}) =>
  recordOf({ comparator: 'previous_period', ...more, readings });
const frozen = (readings: ReadingRecord[], more: Partial<MeasureRecord> = {}) =>
  freezeMeasure(record(readings, more), cut);
const shown = (readings: ReadingRecord[]) => readings.map((reading) => publishedReading(record(readings), reading));

const words = 'published in the Children’s services report of 13 June 2018, not in this portal';

describe('a row', () => {
  test('marks its own figure, the one that it is compared with, and its trend', () => {
    const { row } = frozen(mixed.slice(2));
    expect(row.current.marks).toEqual(['h']);
    expect(row.previous.marks).toEqual(['h']);
    expect(row.notes).toEqual([
      `Published elsewhere: the figure for May 2018, the figure in April 2018 that it is compared with and two earlier figures of the trend were ${words}.`,
    ]);
    const whole = frozen(mixed).row;
    expect(whole.current.marks).toEqual([]);
    expect(whole.trend.points.map((point) => point.elsewhere)).toEqual([true, true, true, undefined, undefined]);
    expect(whole.notes).toEqual([`Published elsewhere: three figures of the trend were ${words}.`]);
  });

  test('says "published elsewhere" beside the figure, and under the trend line', () => {
    const { row } = frozen(mixed.slice(2));
    expect(renderToStaticMarkup(createElement(Figure, { figure: row.current, marks: row.current.marks }))).toBe(
      '<b>82%</b><small>[h] published elsewhere</small>',
    );
    const whole = frozen(mixed).row;
    expect(trendSentence(whole.trend.points, null)).toMatch(/; 3 published elsewhere$/);
    const first = firstTrendMonth([whole]);
    expect(renderToStaticMarkup(createElement(Sparkline, { row: whole, first }))).toContain('class="els"');
  });

  test('without such figures is the very same as before there were any: not a byte more', () => {
    const text = canonical(frozen(plain)) + canonical(shown(plain));
    expect(text).not.toContain('elsewhere');
    expect(canonical(frozen(mixed))).not.toBe(canonical(frozen(plain)));
  });

  test('from one edition to the next tells no change where only the note moves on', () => {
    const [was, is] = [frozen(mixed.slice(1)), frozen(mixed)];
    const side = ({ row, sheet }: typeof was) => ({ asAt: cut.asAt, row, sheet });
    expect(
      rowChanges(side(was), side(is))
        .map(([, sentence]) => sentence)
        .join(' '),
    ).not.toMatch(/Notes/i);
  });
});

describe('the page of a measure', () => {
  const sheet = frozen(mixed).sheet;
  const trend = trendOf(sheet, shown(mixed));

  test('says the day beside each period, and where in a summary and a key', () => {
    expect(trend.periods.map(periodMarks)).toEqual([
      ['published elsewhere on 13 June 2018'],
      ['published elsewhere on 13 June 2018'],
      ['published elsewhere on 13 June 2018'],
      [],
      [],
    ]);
    expect(periodSentences(trend)[0]).toContain('published elsewhere on 13 June 2018');
    expect(trendSummary(trend)).toContain(`3 figures were ${words}.`);
    expect(renderToStaticMarkup(createElement(TrendKey, { trend, startsAt: null }))).toContain(
      'Published in the Children’s services report of 13 June 2018, not in this portal: Mar 2018 to May 2018',
    );
  });

  test('draws them with a line and a sign of their own', () => {
    const { paths, points } = trendGeometry(trend, wideBox);
    // Between May, published elsewhere, and June, entered here, the line is the less certain one.
    expect([paths.elsewhere, paths.published].map((path) => path.split('L').length - 1)).toEqual([3, 1]);
    expect(points.map(({ kind }) => kind)).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'plain', 'plain']);
  });

  test('counts them in process control, the far ones too', () => {
    const { process } = frozen(mixed, {
      earlier: [
        { periodStart: '2018-02-01', value: '90', numerator: null, denominator: null, illustrative: false, elsewhere },
      ],
    }).sheet;
    expect(process.refused === null && process.elsewhere).toBe(4);
  });

  test('and the file has the mark, and where it was', () => {
    const council = { name: 'Testshire', areaCode: null, licence: null };
    const lines = linesOf(measureFile('Buses', sheet, shown(mixed), council));
    expect(lines[0]).toMatchObject({
      status_marker: '[h]',
      source: 'Published in the Children’s services report of 13 June 2018, not in this portal',
    });
    expect(lines[4]).toMatchObject({ status_marker: '', source: '' });
  });
});

describe('the figure of a year that is made of them', () => {
  const months = periodsOfYear({ frequency: 'monthly', startMonth: 4 }, 2017).map(({ start }) => start);
  const readings = months.map((start, index) =>
    signed(start, null, { missing: null, numerator: '9', denominator: '10', ...(index < 3 && { elsewhere }) }),
  );

  test('is not asked for by them alone', () => {
    const year = (some: ReadingRecord[]) =>
      wantsClosing(recordOf({ requiredFrom: '2017-04-01', readings: some }), 2017);
    expect(year([signed('2018-01-01', '90', { elsewhere })])).toBe(false);
    expect(year([signed('2018-02-01', '90'), signed('2018-01-01', '90', { elsewhere })])).toBe(true);
  });

  test('says so, how many of the periods and where', () => {
    const more = { requiredFrom: '2017-04-01', readings };
    expect(proposeOutturn(recordOf(more), 2017).words).toBe(
      `Pooled: 108 of 120 in the 12 months, 3 of 12 were ${words}`,
    );
    const last = [signed('2018-03-01', '90', { elsewhere })];
    expect(
      proposeOutturn(recordOf({ requiredFrom: '2017-04-01', window: 'snapshot', readings: last }), 2017).words,
    ).toBe(`The last figure, at 31 March 2018, ${words}`);
  });
});
