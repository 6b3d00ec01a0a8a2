import fc from 'fast-check';
import type { CountedMeasure, CountedReading, Total } from '@/lib/disclosure/counted-measure';
import type { Target } from '@/lib/target/target';
import { facts } from '../reference/measure-facts';
import { laterBy } from './public-view';

export type Service = { service: CountedMeasure[]; wholes: Total[] };

const first = '2018-04-01';

const policyOf = (method: 'hide' | 'show', threshold: number): CountedMeasure['policy'] => ({
  method,
  threshold,
  reason: 'Few people live here.',
  decidedBy: 'Ada',
  decidedOn: '2018-03-01',
});

/** A measure of a test with whatever it says otherwise. */
export function countedMeasure(
  code: string,
  differences: Partial<CountedMeasure>,
  readings: Partial<CountedReading>[],
): CountedMeasure {
  const blank = { start: first, revision: 0, target: null, value: null, numerator: null, denominator: null };
  return {
    ...facts({ polarity: 'higher', comparator: 'previous_period' }),
    code,
    numeratorLabel: `were counted by ${code}`,
    denominatorLabel: `people of ${code}`,
    policy: policyOf('hide', 5),
    exceptions: [],
    outturns: [],
    alreadyPublic: [],
    alreadyHidden: [],
    ...differences,
    readings: readings.map((reading) => ({ ...blank, ...reading })),
  };
}

/** Counts as councils have them: many small ones, some of dozens, few of more than a hundred. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 3, arbitrary: fc.integer({ min: 6, max: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: 20, max: 90 }) },
);
export const pair = fc
  .tuple(count, count)
  .map(([numerator, rest]) => ({ numerator, denominator: Math.max(1, numerator + rest) }));

export const policy = fc
  .record({
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constant('hide' as const) },
      { weight: 1, arbitrary: fc.constant('show' as const) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    threshold: fc.constantFrom(5, 5, 5, 5, 3, 1, 9),
  })
  .map(({ method, threshold }) => (method ? policyOf(method, threshold) : null));

const target = (from: number, to: number, shape: 'at_least' | 'at_most') =>
  fc.option(fc.integer({ min: from, max: to }).map((green): Target => ({ shape, green: String(green), amber: null })));

const polarity = fc.constantFrom('higher' as const, 'lower' as const);
const shapeOf = { higher: 'at_least', lower: 'at_most' } as const;

/** Running totals of some pairs. */
export const running = (pairs: { numerator: number; denominator: number }[]) =>
  pairs.map((_, at) =>
    pairs.slice(0, at + 1).reduce((sum, each) => ({
      numerator: sum.numerator + each.numerator,
      denominator: sum.denominator + each.denominator,
    })),
  );

const forms = fc.constantFrom('proportion' as const, 'rate' as const, 'average' as const, 'count' as const);

export const formFacts = {
  proportion: { unit: 'percent', scale: 100 },
  rate: { unit: 'per_1000', scale: 1000, numeratorLabel: 'sentences' },
  average: { unit: 'days', scale: 1, numeratorLabel: 'took … days' },
  count: { unit: 'number', scale: null, decimals: 0 },
} as const;

/** A measure of any form with some months or quarters, single or year to date, with an outturn and a correction now and then. */
const measure = (at: number) =>
  fc
    .record({
      form: forms,
      policy,
      decimals: fc.integer({ min: 0, max: 2 }),
      polarity,
      comparator: fc.constantFrom('previous_period' as const, 'previous_year' as const),
      window: fc.constantFrom('single' as const, 'single' as const, 'ytd' as const),
      pairs: fc.array(pair, { minLength: 1, maxLength: 4 }),
      population: fc.integer({ min: 40, max: 2000 }),
      days: fc.integer({ min: 1, max: 60 }),
      limit: fc.oneof(target(0, 10, 'at_least'), target(10, 90, 'at_least')),
      outturn: fc.option(fc.integer({ min: 1, max: 60 })),
      correction: fc.option(fc.integer({ min: -7, max: 7 })),
    })
    .map((drawn): CountedMeasure => {
      const { form } = drawn;
      const isRunning = drawn.window === 'ytd';
      const pairs = isRunning ? running(drawn.pairs) : drawn.pairs;
      const shape = shapeOf[drawn.polarity];
      const readings = pairs.map(({ numerator, denominator }, month): Partial<CountedReading> => {
        const seen = {
          start: laterBy(first, month),
          target: drawn.limit && ({ ...drawn.limit, shape } as Target),
        };
        if (form === 'count') return { ...seen, value: String(numerator) };
        if (form === 'rate') return { ...seen, numerator: String(numerator), denominator: String(drawn.population) };
        if (form === 'average')
          return { ...seen, numerator: String(denominator * drawn.days + month), denominator: String(denominator) };
        return { ...seen, numerator: String(numerator), denominator: String(denominator) };
      });
      const corrected = readings.at(-1) as Partial<CountedReading>;
      const part = form === 'count' ? 'value' : 'numerator';
      const most = form === 'proportion' ? Number(corrected.denominator) : 400;
      const moved = Math.min(most, Math.max(0, Number(corrected[part]) + (drawn.correction ?? 0)));
      if (drawn.correction && !isRunning) readings.push({ ...corrected, revision: 1, [part]: String(moved) });
      return countedMeasure(
        `m${at}`,
        {
          ...formFacts[form],
          decimals: form === 'count' ? 0 : drawn.decimals,
          policy: drawn.policy,
          polarity: drawn.polarity,
          comparator: drawn.comparator,
          window: drawn.window,
          outturns: drawn.outturn !== null && form !== 'count' ? [{ year: 2017, value: String(drawn.outturn) }] : [],
        },
        readings.toReversed(),
      );
    });

/** Rows that add up to another, in one to three months: counts, or the people below proportions. */
const family = (at: number) =>
  fc
    .record({
      months: fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      size: fc.integer({ min: 2, max: 4 }),
      policy,
      isOfBases: fc.boolean(),
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
    })
    .map(({ months, size, isOfBases, shares, policy: decided }): Service => {
      const part = isOfBases ? 'denominator' : 'value';
      const rows = Array.from({ length: size }, (_, row) => {
        const readings = months.map((counts, month): Partial<CountedReading> => {
          const own = (counts[row] as number) + (isOfBases ? 1 : 0);
          const start = laterBy(first, month);
          if (!isOfBases) return { start, value: String(own) };
          const numerator = Math.floor((own * (shares[row] as number)) / 100);
          return { start, numerator: String(numerator), denominator: String(own) };
        });
        const differences = isOfBases ? {} : formFacts.count;
        return countedMeasure(`f${at}-${row}`, { ...differences, policy: decided }, readings.toReversed());
      });
      const totals = months.map((_, month) => ({
        start: laterBy(first, month),
        value: String(
          rows.reduce(
            (sum, row) => sum + Number(row.readings.find(({ start }) => start === laterBy(first, month))?.[part]),
            0,
          ),
        ),
      }));
      const total = countedMeasure(`f${at}`, { ...formFacts.count, policy: decided }, totals.toReversed());
      const parts = rows.map(({ code }) => ({ code, part }) as const);
      return { service: [total, ...rows], wholes: [{ whole: { code: total.code, part: 'value' }, parts }] };
    });

/** Four quarters that add up to their year, or are pooled in it. */
const year = (at: number) =>
  fc
    .record({
      quarters: fc.array(pair, { minLength: 4, maxLength: 4 }),
      isCount: fc.boolean(),
      policy,
      decimals: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ quarters, isCount, policy: decided, decimals }): Service => {
      const readings = quarters.map(({ numerator, denominator }, quarter): Partial<CountedReading> => {
        const start = laterBy(first, quarter * 3);
        return isCount
          ? { start, value: String(numerator) }
          : { start, numerator: String(numerator), denominator: String(denominator) };
      });
      const { numerator, denominator } = running(quarters).at(-1) as { numerator: number; denominator: number };
      const places = isCount ? 0 : decimals;
      const units = Math.floor((2 * numerator * 100 * 10 ** places + denominator) / (2 * denominator));
      const value = isCount ? String(numerator) : (units / 10 ** places).toFixed(places);
      const differences = isCount ? { ...formFacts.count, periodsAddUp: true } : { decimals: places };
      const own = countedMeasure(
        `y${at}`,
        { ...differences, policy: decided, frequency: 'quarterly', outturns: [{ year: 2018, value }] },
        readings.toReversed(),
      );
      return { service: [own], wholes: [] };
    });

/** A service of some measures, some of which add up. */
export const randomService: fc.Arbitrary<Service> = fc
  .tuple(
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 3 })
      .chain((kinds) => fc.tuple(...kinds.map((_, at) => measure(at)))),
    fc.option(family(1)),
    fc.option(year(1)),
  )
  .map(([measures, rows, quarters]) => ({
    service: [...measures, ...(rows?.service ?? []), ...(quarters?.service ?? [])],
    wholes: rows?.wholes ?? [],
  }));
