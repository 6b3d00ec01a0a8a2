import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HiddenMeasure, HiddenReading } from '@/lib/disclosure/counted-measure';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { trendOf } from '@/lib/edition/trend-of';
import { readingValue } from '@/lib/figure/computed-value';
import { round } from '@/lib/figure/rounding';
import { editionPaper } from '@/lib/paper/edition-paper';
import { canonical } from '@/lib/record/canonical';
import { revisedFigure } from '@/lib/series/ledger';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { publicReading, withoutHidden } from '@/lib/series/public-measure';
import { publishedReading, ruleColour } from '@/lib/series/published-reading';
import { shift } from '@/lib/time/period';
import { trendSummary } from '@/lib/trend/trend-summary';
import { periodSentences } from '@/lib/trend/trend-words';
import { exportsOf } from '../../support/open-data/measure-file';
import { paperSourceOf } from '../../support/paper/paper-council';
import { paperText } from '../../support/paper/paper-words';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
const council = { name: 'Testshire', areaCode: null, licence: null };
const why = 'Hidden, because it could tell of 1 to 5 people.';
const monthsBack = (count: number) => shift({ frequency: 'monthly', start: '2018-07-01' }, -count).start;

/** Everything that an edition freezes of a measure or that a page, a file or the ledger makes of it, as one text. */
function publicText(measure: MeasureRecord, hidden: HiddenMeasure): string {
  const { row, sheet } = freezePublicMeasure(measure, cut, hidden);
  const readings = measure.readings.map((reading) =>
    publishedReading(measure, publicReading(measure, reading, hidden)),
  );
  const trend = trendOf(sheet, readings);
  const corrected = measure.readings
    .filter(({ was }) => was !== null)
    .map((reading) => {
      const { periodStart, revision } = reading;
      const was = { ...reading, ...reading.was, revision: revision - 1, periodStart };
      const { targets } = measure;
      return revisedFigure(
        measure,
        targets,
        withoutHidden(measure, was, hidden),
        withoutHidden(measure, reading, hidden),
      );
    });
  const before = freezePublicMeasure({ ...measure, readings: measure.readings.slice(1) }, cut, hidden);
  const differences = editionDifferences(
    { asAt: cut.asAt, rows: [before.row], sheets: new Map([[row.code, before.sheet]]) },
    { asAt: cut.asAt, rows: [row], sheets: new Map([[row.code, sheet]]), readings: new Map([[row.code, readings]]) },
  );
  const paper = paperText(editionPaper(paperSourceOf([row])));
  const words = [trendSummary(trend), ...periodSentences(trend), ...exportsOf(row, sheet, readings, council), paper];
  return canonical(JSON.parse(JSON.stringify({ row, sheet, readings, trend, corrected, differences, words })));
}

type Drawn = {
  numerator: number;
  denominator: number;
  how: 'shown' | 'numbers' | 'denominator too' | 'rounded' | 'colour';
  keeps: boolean;
  corrected: boolean;
};

const drawn = fc.record({
  numerator: fc.integer({ min: 0, max: 30 }),
  denominator: fc.integer({ min: 30, max: 60 }),
  how: fc.constantFrom(
    'shown' as const,
    'numbers' as const,
    'denominator too' as const,
    'rounded' as const,
    'colour' as const,
  ),
  keeps: fc.boolean(),
  corrected: fc.boolean(),
});

const readingOf = ({ numerator, denominator, corrected }: Drawn, at: number): ReadingRecord =>
  signed(monthsBack(at), null, {
    missing: null,
    numerator: String(numerator),
    denominator: String(denominator),
    ...(corrected && {
      revision: 1,
      publicNote: 'Counted again',
      was: { value: null, numerator: String(numerator + 1), denominator: String(denominator), missing: null },
    }),
  });

const hiddenReading = ({ how, keeps }: Drawn, start: string, revision: number): HiddenReading => ({
  start,
  revision,
  parts:
    how === 'colour' ? [] : how === 'denominator too' ? ['value', 'numerator', 'denominator'] : ['value', 'numerator'],
  decimals: how === 'rounded' ? 0 : null,
  hidesColour: !keeps || how === 'colour',
  hidesTravel: !keeps || how === 'colour',
  hidesSignal: true,
  why,
  because: 'small',
});

function hiddenOf(months: Drawn[]): HiddenMeasure {
  const readings = months.flatMap((month, at): HiddenReading[] => {
    if (month.how === 'shown') return [];
    const revisions = month.corrected ? [0, 1] : [0];
    return revisions.map((revision) => hiddenReading(month, monthsBack(at), revision));
  });
  return { code: 'bus-01', readings, outturns: [{ year: 2017, why }], alreadyTold: [] };
}

const measureOf = (months: Drawn[], more: Partial<MeasureRecord>): MeasureRecord =>
  recordOf({
    unit: 'percent',
    decimals: 1,
    scale: 100,
    countsPeople: true,
    numeratorLabel: 'were placed',
    denominatorLabel: 'children',
    targets: [
      { id: 1, effectiveFrom: '2010-04-01', target: { shape: 'at_least', green: '40', amber: '30' }, decision: null },
    ],
    outturns: [{ year: 2017, value: '41.3' }],
    readings: months.map(readingOf),
    ...more,
  });

/** Another number in the place of one that is hidden, that what is said of it all the same allows. */
function altered(months: Drawn[], by: number, more: Partial<MeasureRecord>): Drawn[] {
  return months.map((month, at) => {
    const { how, keeps, denominator } = month;
    if (how === 'shown' || how === 'colour') return month;
    const numerator = (month.numerator + by) % (denominator + 1);
    const other = { ...month, numerator, denominator: how === 'denominator too' ? denominator + by : denominator };
    const now = months.map((each, index) => (index === at ? other : each));
    return isAlike(measureOf(months, more), measureOf(now, more), at, { how, keeps }) ? other : month;
  });
}

/** Whether two forms of a measure say the same of a month, where that is said although its figure is hidden. */
function isAlike(one: MeasureRecord, other: MeasureRecord, at: number, { how, keeps }: Pick<Drawn, 'how' | 'keeps'>) {
  const [a, b] = [one.readings[at] as ReadingRecord, other.readings[at] as ReadingRecord];
  const rounded = (measure: MeasureRecord, reading: ReadingRecord) => round(readingValue(reading, measure) ?? '0', 0);
  if (how === 'rounded' && rounded(one, a) !== rounded(other, b)) return false;
  const before = (reading: ReadingRecord) => ({ ...reading, ...reading.was, periodStart: reading.periodStart });
  if (how === 'rounded' && a.was && rounded(one, before(a)) !== rounded(other, before(b))) return false;
  if (!keeps) return true;
  if (a.was && ruleColour(one, before(a)) !== ruleColour(other, before(b))) return false;
  if (ruleColour(one, a) !== ruleColour(other, b)) return false;
  // The row alone says a direction, of its latest month: July, and June in the edition before.
  const direction = (measure: MeasureRecord) =>
    freezeRow({ ...measure, readings: measure.readings.slice(at) }, cut).travel.direction;
  return at > 1 || direction(one) === direction(other);
}

describe('what is hidden of a measure', () => {
  test('is in nothing that is public: other hidden numbers make the same edition, to the letter', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 18 }),
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom('previous_year' as const, 'previous_period' as const, 'same_period_last_year' as const),
        fc.constantFrom('shown' as const, 'stored' as const),
        (months, by, comparator, compareAs) => {
          const more = { comparator, compareAs };
          const other = altered(months, by, more);
          if (canonical(other) !== canonical(months)) moved += 1;
          const hidden = hiddenOf(months);
          const outturn = [{ year: 2017, value: '77.7', was: '12.3', publicNote: 'Counted again' }];
          expect(publicText(measureOf(other, { ...more, outturns: outturn }), hidden)).toBe(
            publicText(measureOf(months, more), hidden),
          );
        },
      ),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(20);
  });

  test('leaves a measure of which nothing is hidden as it is, to the letter', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 18 }), (months) => {
        const measure = measureOf(months, {});
        const nothing = { code: 'bus-01', readings: [], outturns: [], alreadyTold: [] };
        expect(canonical(freezePublicMeasure(measure, cut, nothing))).toBe(canonical(freezeMeasure(measure, cut)));
        expect(canonical(freezePublicMeasure(measure, cut, undefined))).toBe(canonical(freezeMeasure(measure, cut)));
      }),
    );
  });
});

describe('3 of 40 children, 7.5%, is hidden', () => {
  const months: Drawn[] = [
    { numerator: 3, denominator: 40, how: 'numbers', keeps: true, corrected: false },
    { numerator: 20, denominator: 40, how: 'shown', keeps: true, corrected: false },
  ];
  const measure = measureOf(months, { comparator: 'previous_period' });
  const frozen = (month: Partial<Drawn>) =>
    freezePublicMeasure(measure, cut, {
      ...hiddenOf([{ ...months[0], ...month } as Drawn, months[1] as Drawn]),
      outturns: [],
    });

  test('with a colour and a direction that may be said, in sentences without numbers', () => {
    const { row, sheet } = frozen({});
    expect(row.current).toEqual({ text: null, why, marker: 'c', hidden: true, marks: [] });
    expect(row.rag).toEqual({ colour: 'red', sentence: 'Red: the figure misses the target of at least 40%.' });
    expect(row.travel).toEqual({ direction: 'worsening', colour: 'red', sentence: 'Worsening against Jun 2018.' });
    expect(row.trend.points.at(-1)).toEqual({ start: '2018-07-01', value: null, illustrative: false, hidden: true });
    expect([row.realTerms, sheet.headline]).toEqual([
      null,
      'The figure for July 2018 is hidden: Red against the target of at least 40%.',
    ]);
  });

  test('with a colour and a direction that may not', () => {
    const { row } = frozen({ keeps: false });
    expect(row.rag).toEqual({ colour: null, sentence: 'No colour: it could give away a figure that is hidden.' });
    expect(row.travel).toEqual({
      direction: null,
      colour: null,
      sentence: 'Cannot be compared: it could give away a figure that is hidden.',
    });
  });

  describe('a direction that would be hidden by now', () => {
    const { row: inForce } = frozen({});
    const allHidden = hiddenOf([months[0] as Drawn, months[1] as Drawn]);
    const hidden = {
      ...allHidden,
      readings: allHidden.readings.map((reading) => ({ ...reading, hidesTravel: true })),
      outturns: [],
    };
    const travelBeside = (row: FrozenRow, revision = 0) =>
      freezePublicMeasure(measure, cut, hidden, { row, revision }).row.travel;
    const unsaid = 'Cannot be compared: it could give away a figure that is hidden.';

    test('is said again where the edition in force says the same of the same reading beside the same figure', () =>
      expect(travelBeside(inForce)).toEqual(inForce.travel));

    test('is not where it said something else, of another reading, or beside another figure', () => {
      const previous = { label: inForce.previous.label, text: '51.0%', why: null };
      const improving = { ...inForce.travel, direction: 'improving' as const };
      const none = { direction: null, colour: null, sentence: unsaid };
      const june = { label: 'Jun 2018', range: '1 to 30 June 2018', start: '2018-06-01' };
      const others: Partial<FrozenRow>[] = [
        { previous },
        { travel: improving },
        { travel: none },
        { period: june },
        { period: null },
      ];
      for (const other of others)
        expect(travelBeside({ ...inForce, ...other }).sentence, Object.keys(other)[0]).toBe(unsaid);
      expect(travelBeside(inForce, 1).sentence, 'a correction').toBe(unsaid);
      expect(freezePublicMeasure(measure, cut, hidden).row.travel.sentence, 'nothing in force').toBe(unsaid);
    });
  });

  test('at fewer decimals, which no limit is worked out with', () => {
    const { row, sheet } = frozen({ how: 'rounded' });
    expect(row.current).toMatchObject({ text: '8%', rounded: 'Rounded, because it could tell of 1 to 5 people.' });
    expect(row.trend.points.at(-1)).toMatchObject({ value: '8', hidden: true });
    expect(sheet.headline).toBe('8% in July 2018: Red against the target of at least 40%.');
    expect(sheet.process).toMatchObject({ values: ['50.0', null], hidden: 1 });
  });

  test('the figure that it is compared with is hidden: nothing is compared', () => {
    const hidden = { ...hiddenOf(months.toReversed()), outturns: [] };
    const { row } = freezePublicMeasure(measure, cut, hidden);
    expect(row.previous).toMatchObject({ text: null, marker: 'c', hidden: true });
    expect(row.travel.sentence).toBe('Cannot be compared: there is no figure for Jun 2018, because it is hidden.');
  });
});
