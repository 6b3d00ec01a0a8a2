import fc from 'fast-check';
import type { CountedMeasure, CountedReading, Total } from '@/lib/disclosure/counted-measure';
import type { Target } from '@/lib/target/target';
import { laterBy, unitsOf } from './public-view';
import { countedMeasure, formFacts, pair, policy, running } from './random-service';

/** The first month of a life of 24 months, of which the year begins in April. */
export const firstMonth = '2016-04-01';
export const editionsInAll = 24;

/** A figure with the edition, counted from 0, that shows it for the first time. */
export type LivedReading = CountedReading & { shownBy: number };

/** A measure with every figure of its life; its years are closed by the edition after their last month. */
export type LivedMeasure = Omit<CountedMeasure, 'readings' | 'alreadyPublic' | 'alreadyHidden'> & {
  readings: LivedReading[];
};

/** A service that publishes an edition each month for two years. */
export type LivedService = { measures: LivedMeasure[]; wholes: Total[] };

type Parts = { numerator: number; denominator: number };

const limit = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 10, max: 90 }));

const drawn = fc.record({
  form: fc.constantFrom('proportion' as const, 'rate' as const, 'average' as const, 'count' as const),
  policy,
  decimals: fc.integer({ min: 0, max: 2 }),
  polarity: fc.constantFrom('higher' as const, 'lower' as const),
  comparator: fc.constantFrom('previous_period' as const, 'previous_year' as const, 'same_period_last_year' as const),
  window: fc.constantFrom('single' as const, 'single' as const, 'ytd' as const),
  frequency: fc.constantFrom('monthly' as const, 'quarterly' as const, 'quarterly' as const),
  addsUp: fc.boolean(),
  pairs: fc.array(pair, { minLength: 24, maxLength: 24 }),
  population: fc.integer({ min: 40, max: 2000 }),
  days: fc.integer({ min: 1, max: 60 }),
  limits: fc.option(fc.tuple(limit, limit)),
  before: fc.integer({ min: 1, max: 60 }),
  correction: fc.option(
    fc.record({ at: fc.nat(22), after: fc.integer({ min: 1, max: 3 }), by: fc.integer({ min: -7, max: 7 }) }),
  ),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

/** The figures of each year one after the other, added up where they run from its first day. */
function partsOverTime({ window, frequency, pairs }: Drawn): Parts[] {
  const inYear = frequency === 'monthly' ? 12 : 4;
  const years = [pairs.slice(0, inYear), pairs.slice(inYear, 2 * inYear)];
  return window === 'ytd' ? years.flatMap(running) : years.flat();
}

/** A figure of these parts in the form of its measure; the population below a rate is the same throughout. */
function figuresOf({ form, population, days }: Drawn, { numerator, denominator }: Parts, at: number) {
  if (form === 'count') return { value: String(numerator), numerator: null, denominator: null };
  const own = {
    rate: [numerator, population],
    average: [denominator * days + at, denominator],
    proportion: [numerator, denominator],
  };
  const [top, bottom] = own[form] as [number, number];
  return { value: null, numerator: String(top), denominator: String(bottom) };
}

/** A correction of one figure, within its neighbours where they run on, and within what it is out of. */
function corrected(one: Drawn, all: Parts[]): { at: number; after: number; parts: Parts } | null {
  const { correction, form, window } = one;
  const now = correction && all[correction.at];
  if (!correction || !now || form === 'average') return null;
  const most = form === 'proportion' ? now.denominator : 400;
  const numerator = Math.min(most, Math.max(0, now.numerator + correction.by));
  if (numerator === now.numerator || window === 'ytd') return null;
  return { at: correction.at, after: correction.after, parts: { ...now, numerator } };
}

/** What a closed year comes to: its last running figure, all of its periods together, or, of counts that do not add up, nothing. */
function outturnOf(measure: LivedMeasure, year: number): { year: number; value: string }[] {
  const end = laterBy(`${year}-04-01`, 12);
  const own = measure.readings.filter(({ start }) => start >= `${year}-04-01` && start < end);
  const latest = own.filter(({ start, revision }) =>
    own.every((other) => other.start !== start || other.revision <= revision),
  );
  const isCount = measure.scale === null;
  const last =
    measure.window === 'ytd' ? latest.filter(({ start }) => latest.every((other) => other.start <= start)) : latest;
  if (isCount && measure.window !== 'ytd' && !measure.periodsAddUp) return [];
  const sum = (part: 'value' | 'numerator' | 'denominator') =>
    last.reduce((total, reading) => total + Number(reading[part]), 0);
  if (isCount) return [{ year, value: String(sum('value')) }];
  const pooled = { numerator: String(sum('numerator')), denominator: String(sum('denominator')) };
  const units = unitsOf(measure as never, { ...pooled, value: null } as CountedReading, measure.decimals);
  return [{ year, value: (units / 10 ** measure.decimals).toFixed(measure.decimals) }];
}

/** A measure of any form over 24 months or 8 quarters, with a target that changes, a correction, and its years closed. */
function livedMeasure(code: string, one: Drawn, more: Partial<CountedMeasure> = {}): LivedMeasure {
  const step = one.frequency === 'monthly' ? 1 : 3;
  const all = partsOverTime(one);
  const shape = one.polarity === 'higher' ? 'at_least' : 'at_most';
  const targetAt = (start: string): Target | null => {
    const green = one.limits?.[start < '2017-04-01' ? 0 : 1];
    return green === undefined ? null : { shape, green: String(green), amber: null };
  };
  const readingOf = (parts: Parts, at: number, revision = 0, after = 0): LivedReading => {
    const start = laterBy(firstMonth, at * step);
    const shownBy = Math.min(editionsInAll - 1, (at + 1) * step - 1 + after);
    return { start, revision, target: targetAt(start), ...figuresOf(one, parts, at), shownBy };
  };
  const readings = all.map((parts, at) => readingOf(parts, at));
  const correction = corrected(one, all);
  if (correction) readings.push(readingOf(correction.parts, correction.at, 1, correction.after));
  const {
    alreadyPublic: _,
    alreadyHidden: __,
    ...measure
  } = countedMeasure(
    code,
    {
      ...formFacts[one.form],
      decimals: one.form === 'count' ? 0 : one.decimals,
      policy: one.policy,
      polarity: one.polarity,
      comparator: one.comparator,
      window: one.window,
      frequency: one.frequency,
      ...(one.form === 'count' && one.window === 'single' && one.addsUp && { periodsAddUp: true }),
      ...more,
    },
    [],
  );
  const lived: LivedMeasure = {
    ...measure,
    readings: readings.toSorted((a, b) => b.start.localeCompare(a.start) || b.revision - a.revision),
  };
  const before = one.form === 'count' ? [] : [{ year: 2015, value: String(one.before) }];
  return { ...lived, outturns: [...before, ...outturnOf(lived, 2016)] };
}

/** Two shares of the same people, under the same words. */
const sameBase = drawn.chain((one) =>
  fc
    .array(fc.nat(100), { minLength: 24, maxLength: 24 })
    .map((shares) => (pace: 'quarters' | 'any'): LivedMeasure[] => {
      const frequency = pace === 'any' ? one.frequency : 'quarterly';
      const base = { ...one, form: 'proportion' as const, correction: null, frequency };
      const other = base.pairs.map(({ denominator }, at) => ({
        denominator,
        numerator: Math.floor((denominator * (shares[at] ?? 0)) / 100),
      }));
      const words = { denominatorLabel: 'people in care' };
      return [livedMeasure('s1', base, words), livedMeasure('s2', { ...base, pairs: other }, words)];
    }),
);

/** Two or three counts and their total, quarter by quarter; where 1 or 2 is the highest small count, small rows may leave one sum. */
const family = fc
  .tuple(drawn, fc.array(fc.array(pair, { minLength: 8, maxLength: 8 }), { minLength: 2, maxLength: 3 }))
  .map(([one, rows]): LivedService => {
    const counts = {
      ...one,
      form: 'count' as const,
      frequency: 'quarterly' as const,
      window: 'single' as const,
      correction: null,
      policy: one.policy && { ...one.policy, threshold: Math.max(5, one.policy.threshold) },
    };
    const parts = rows.map((pairs, at) => livedMeasure(`f-${at}`, { ...counts, pairs }));
    const sums = (rows[0] ?? []).map((_, at) => ({
      denominator: 1,
      numerator: rows.reduce((sum, row) => sum + (row[at]?.numerator ?? 0), 0),
    }));
    const total = livedMeasure('f', { ...counts, pairs: sums });
    const part = 'value' as const;
    return {
      measures: [total, ...parts],
      wholes: [{ whole: { code: 'f', part }, parts: parts.map(({ code }) => ({ code, part })) }],
    };
  });

/** A service that lives for two years: a measure or two, a family or a pair of shares; of `quarters` one of these, which is cheaper. */
export const livedService = (pace: 'quarters' | 'any'): fc.Arbitrary<LivedService> => {
  const alone = fc
    .array(drawn, { minLength: 1, maxLength: pace === 'any' ? 2 : 1 })
    .map((all) =>
      all.map((one, at) => livedMeasure(`m${at}`, pace === 'any' ? one : { ...one, frequency: 'quarterly' })),
    );
  const service = (measures: LivedMeasure[], wholes: Total[] = []): LivedService => ({ measures, wholes });
  const kinds = [alone.map((own) => service(own)), family, sameBase.map((shares) => service(shares(pace)))] as const;
  if (pace === 'quarters') return fc.oneof(...kinds);
  return fc
    .tuple(alone, fc.option(family, { freq: 2 }), fc.option(sameBase, { freq: 2 }))
    .map(([own, rows, shares]) =>
      service([...own, ...(rows?.measures ?? []), ...(shares?.(pace) ?? [])], rows?.wholes),
    );
};
