import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { trendOf } from '@/lib/edition/trend-of';
import type { MeasureFacts } from '@/lib/measure/measure';
import { canonical } from '@/lib/record/canonical';
import { publishedReading } from '@/lib/series/published-reading';
import { breakBetween, changesOf } from '@/lib/series/series-break';
import { processLength, workedFrom } from '@/lib/spc/frozen-process';
import { periodsFrom, shift } from '@/lib/time/period';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
/** Readings of the months up to July 2018, the last one first. */
const months = (values: (string | null)[]) =>
  values.map((value, n) => signed(shift({ frequency: 'monthly', start: '2018-07-01' }, -n).start, value));

describe('what an edition freezes of a measure’s page', () => {
  test('steady figures of twenty months: within the normal range, beside the row and on its page', () => {
    const values = Array.from({ length: 20 }, (_, n) => String(80 + ((n * 7) % 5)));
    const { row, sheet } = freezeMeasure(recordOf({ readings: months(values) }), cut);
    expect(row.signal).toEqual({
      variation: { kind: 'common_cause', way: null },
      assurance: 'hit_or_miss',
      sentence: 'Within its normal range: this change is not a signal.',
    });
    if (sheet.process.refused !== null) throw new Error('refused');
    expect(sheet.process.starts).toHaveLength(20);
    expect(sheet.process.values.at(-1)).toBe('80');
    expect(sheet.headline).toMatch(/^80% in July 2018/);
  });

  test('where the latest period has no figure, an earlier one does not speak for it', () => {
    const { row } = freezeMeasure(recordOf({ readings: months([null, ...Array(20).fill('80')]) }), cut);
    expect(row.signal).toMatchObject({
      variation: null,
      sentence: 'There is no current figure that could be a signal.',
    });
  });

  test('it is worked out from the figures as shown: a digit that nobody sees decides nothing', () => {
    const shown = months(Array.from({ length: 14 }, (_, n) => String(80 + (n % 3))));
    const unseen = months(Array.from({ length: 14 }, (_, n) => `${80 + (n % 3)}.3`));
    const of = (readings: ReturnType<typeof months>) => freezeMeasure(recordOf({ readings }), cut).sheet.process;
    expect(of(unseen)).toEqual(of(shown));
  });

  test('refused, with the reason, for rolling, year-to-date and since-date windows', () => {
    for (const window of ['rolling12', 'ytd', 'since'] as const) {
      const { row, sheet } = freezeMeasure(recordOf({ window, readings: months(['80', '81']) }), cut);
      expect(sheet.process.refused).toMatch(/^No process control chart: /);
      expect(row.signal).toEqual({ variation: null, assurance: null, sentence: sheet.process.refused });
    }
  });

  describe('however long ago the baseline was set', () => {
    /** As the record has them: the last sixty readings whole, and the figures before them, the oldest first. */
    const parted = (values: string[]) => {
      const all = months(values);
      const earlier = all
        .slice(processLength)
        .toReversed()
        .map(({ periodStart, illustrative, ...reading }) => ({
          periodStart,
          illustrative,
          value: reading.value,
          numerator: reading.numerator,
          denominator: reading.denominator,
        }));
      return { readings: all.slice(0, processLength), earlier, periodsHere: [all.at(-1)?.periodStart ?? ''] };
    };
    const processOfRecord = (more: Parameters<typeof recordOf>[0]) => {
      const { process } = freezeMeasure(recordOf(more), cut).sheet;
      if (process.refused !== null) throw new Error('refused');
      return process;
    };

    test('all figures since then are worked with: 30 of 60 and 60 of 90 have a mean of 80', () => {
      const values = [...Array(60).fill('90'), ...Array(30).fill('60')];
      const process = processOfRecord(parted(values));
      expect(process.starts).toHaveLength(90);
      expect(process.segments).toMatchObject([{ count: 90, centre: '80' }]);
    });

    test('a rebase where the figures begin is still told, for there was something before it', () => {
      const [oldest] = months(Array(70).fill('80')).slice(-1);
      const start = oldest?.periodStart ?? '';
      const rebases = [{ start, reason: 'A new desk' }];
      const record = { ...parted(Array(70).fill('80')), rebases };
      expect(processOfRecord(record).restarts).toEqual([]);
      const longer = processOfRecord({ ...record, periodsHere: ['2010-04-01'] });
      expect(longer.restarts).toEqual([{ start, why: 'rebased: A new desk' }]);
      expect(longer.segments).toHaveLength(1);
    });

    test('a rebase far back keeps its mean and its limits whatever comes after the next one, up to 200 figures', () =>
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 50, max: 99 }).map(String), { minLength: 13, maxLength: 40 }),
          fc.array(fc.integer({ min: 0, max: 99 }).map(String), { minLength: 1, maxLength: 200 }),
          (segment, later) => {
            // Newest first: what comes later, the segment, and what was before it.
            const values = [...later, ...segment, '1', '99'];
            const all = months(values);
            const at = (index: number) => all[index]?.periodStart ?? '';
            const [second, first] = [at(later.length - 1), at(later.length + segment.length - 1)];
            const rebases = [first, second].map((start) => ({ start, reason: 'So' }));
            const { segments } = processOfRecord({ ...parted(values), rebases });
            const alone = processOfRecord({ readings: months(segment) }).segments[0];
            expect(segments[1]).toMatchObject({ count: segment.length, centre: alone?.centre, limits: alone?.limits });
            const since = processOfRecord({ readings: months(later) }).segments[0];
            expect(segments[2]).toMatchObject({ count: later.length, centre: since?.centre });
          },
        ),
        { numRuns: 40 },
      ));

    test.each([
      [[], null],
      [['2015-01-01'], null],
      [['2013-08-01'], '2013-08-01'],
      [['2010-01-01', '2012-01-01', '2015-01-01'], '2012-01-01'],
    ])('restarts at %j and sixty periods since August 2013: from %s on', (starts, from) =>
      expect(
        workedFrom(
          starts.map((start) => ({ start })),
          '2013-08-01',
        ),
      ).toBe(from),
    );
  });

  test('few people: 19 in the usual month, and nothing is concluded beside the row or on the page', () => {
    const low = months(Array.from({ length: 21 }, (_, n) => String(n < 7 ? 95 : n % 2 ? 50 : 98))).map((reading) => ({
      ...reading,
      numerator: String(Number(reading.value) * 0.19),
      denominator: '19',
    }));
    const of = (more: Partial<MeasureFacts>) => freezeMeasure(recordOf({ readings: low, ...more }), cut);
    const { row, sheet } = of({});
    expect(row.signal).toEqual({
      variation: null,
      assurance: null,
      silent: 'few_people',
      sentence: 'Cannot be told: there are too few people for this to tell, fewer than 20 in the usual period.',
    });
    expect(sheet.process).toMatchObject({ variations: {}, variation: null, assurance: null });
    expect(of({ countsPeople: false }).row.signal?.variation?.kind).toBe('improvement');
    // What is divided by months is not of so many people.
    const monthly = of({ unit: 'number', scale: 1, denominatorLabel: 'months', outsideHundred: true }).row.signal;
    expect(monthly?.sentence).not.toContain('too few people');
  });

  test('for a target with two ends neither high nor low is better, though the measure says that higher is', () => {
    const target = { shape: 'between', green: '70', greenTo: '90', amber: null, amberTo: null } as const;
    const targets = [{ id: 1, effectiveFrom: '2010-04-01', target, decision: null }];
    const values = Array.from({ length: 21 }, (_, n) => String(n < 7 ? 95 : n % 2 ? 50 : 98));
    const { row } = freezeMeasure(recordOf({ readings: months(values), targets }), cut);
    expect(row.signal).toEqual({
      variation: { kind: 'neither', way: 'high' },
      assurance: null,
      sentence: 'Seven months above average: a real change, and neither higher nor lower is better.',
    });
  });

  test('screening, where a person turned it on, narrows the limits and is said with its reason; otherwise it is absent', () => {
    const upset = Array.from({ length: 20 }, (_, n) => String(n === 10 ? 20 : 80 + (n % 2)));
    const process = (screeningReason: string | null) => {
      const { sheet } = freezeMeasure(recordOf({ readings: months(upset), screeningReason }), cut);
      if (sheet.process.refused !== null) throw new Error('refused');
      return sheet.process;
    };
    const [off, on] = [process(null), process('A flood closed the office.')];
    expect('screening' in off).toBe(false);
    expect(on.screening).toBe('A flood closed the office.');
    const reach = ({ segments }: typeof off) => Number(segments[0]?.limits?.high) - Number(segments[0]?.limits?.low);
    expect(reach(on)).toBeLessThan(reach(off) / 3);
  });

  test('a rebase and a break each begin a new segment, with the reason in words', () => {
    const readings = months(Array(30).fill('80'));
    const rebases = [{ start: '2017-06-01', reason: 'A new desk' }];
    const breaks = [{ start: '2018-01-01', reason: 'Counted anew.' }];
    const { process } = freezeMeasure(recordOf({ readings, rebases, breaks }), cut).sheet;
    if (process.refused !== null) throw new Error('refused');
    expect(process.restarts).toEqual([
      { start: '2017-06-01', why: 'rebased: A new desk' },
      { start: '2018-01-01', why: 'break in series: Counted anew' },
    ]);
    expect(process.segments.map(({ from, to }) => to - from + 1)).toEqual([16, 7, 7]);
  });

  test('a target with two ends gives no assurance, and says why', () => {
    const target = { shape: 'between', green: '70', greenTo: '90', amber: null, amberTo: null } as const;
    const targets = [{ id: 1, effectiveFrom: '2010-04-01', target, decision: null }];
    const { process } = freezeMeasure(recordOf({ readings: months(Array(14).fill('80')), targets }), cut).sheet;
    expect(process.refused === null && [process.assurance, process.assuranceSentence]).toEqual([
      null,
      'No assurance: the target is a range, which has two ends.',
    ]);
  });

  test('nothing of a period that had not ended by the day is in it, and everything has a canonical text', () => {
    const readings = [signed('2018-08-01', '12'), ...months(['80', null, '82'])];
    const { row, sheet } = freezeMeasure(recordOf({ readings }), cut);
    expect(JSON.stringify([row, sheet])).not.toContain('2018-08-01"');
    expect(() => canonical([row, sheet])).not.toThrow();
  });
});

describe('a change that makes figures unlike', () => {
  const decision = { reason: 'A new law', decidedBy: 'Cabinet', decidedOn: '2018-01-05' };
  const words = { title: 'T', definition: 'D', numeratorLabel: null, denominatorLabel: null };
  const changes = {
    wordings: [
      { ...words, version: 1, effectiveFrom: '2016-04-01', decision: null },
      { ...words, version: 2, effectiveFrom: '2018-02-01', decision },
    ],
    breaks: [{ start: '2017-10-01', reason: 'Another system.' }],
  };

  test('is told oldest first: a break with its reason, a definition with its decision; the first wording is none', () => {
    expect(changesOf(changes)).toEqual([
      { start: '2017-10-01', why: 'break in series: Another system' },
      { start: '2018-02-01', why: 'the definition changed (version 2): A new law' },
    ]);
  });

  test.each([
    ['2017-09-01', '2017-10-01', 'there is a break in the series between them'],
    ['2017-10-01', '2018-01-01', null],
    ['2018-01-01', '2018-02-01', 'the definition of the measure changed between them'],
    ['2018-02-01', '2018-07-01', null],
    ['2016-04-01', '2016-05-01', null],
  ])('between %s and %s: %s', (earlier, later, why) => {
    expect(breakBetween(changes, earlier, later)).toBe(why);
  });

  test('a row keeps the words by which its figure was counted, until the first figure under the new ones', () => {
    const wordings = changes.wordings.map((wording) => ({ ...wording, title: `Title ${wording.version}` }));
    const record = recordOf({ title: 'Title 2', wordings, readings: [signed('2018-01-01', '80')] });
    expect(freezeMeasure(record, cut).row.title).toBe('Title 1');
    const counted = { ...record, readings: [signed('2018-02-01', '81'), ...record.readings] };
    expect(freezeMeasure(counted, cut).row.title).toBe('Title 2');
  });

  test('a reading knows the definition that it was counted by', () => {
    const record = recordOf({ readings: [], ...changes });
    const versions = ['2016-04-01', '2018-01-01', '2018-02-01'].map(
      (start) => publishedReading(record, signed(start, '1')).definition,
    );
    expect(versions).toEqual([1, 1, 2]);
  });
});

test('a trend has every period from the first to the last reading once, and the figure and target of each', () => {
  const start = fc
    .integer({ min: 0, max: 40 })
    .map((n) => shift({ frequency: 'monthly', start: '2015-04-01' }, n).start);
  fc.assert(
    fc.property(fc.uniqueArray(start, { minLength: 1, maxLength: 20 }), (starts) => {
      const record = recordOf({ readings: [] });
      const published = starts.map((each, n) => publishedReading(record, signed(each, n % 4 === 3 ? null : String(n))));
      const { periods } = trendOf(freezeMeasure(record, cut).sheet, published);
      const sorted = starts.toSorted();
      expect(periods.map((period) => period.start)).toEqual(
        periodsFrom('monthly', sorted[0] as string, sorted.at(-1) as string).map((period) => period.start),
      );
      for (const period of periods) {
        const own = published.find((reading) => reading.start === period.start);
        expect(period.value).toBe(own?.value ?? null);
        expect(period.bands?.green).toEqual({ low: '80', high: null });
        expect(period.why === null).toBe(period.value !== null);
      }
    }),
  );
});
