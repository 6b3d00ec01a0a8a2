import fc from 'fast-check';
import { Exact } from '@/lib/figure/decimal';
import type { Unit } from '@/lib/measure/measure';
import { type Colour, type ColourBands, colourOf } from '@/lib/target/colour';
import { type Frequency, frequencies, label, range, shift } from '@/lib/time/period';
import type { Benchmark, Trend, TrendPeriod } from '@/lib/trend/trend';

type More = {
  unit?: Unit;
  decimals?: number;
  frequency?: Frequency;
  bands?: (index: number) => ColourBands | null;
  mark?: (index: number) => Partial<TrendPeriod>;
  benchmarks?: Benchmark[];
};

/** A trend of these figures, null for a gap, that ends with July 2018 or the period that begins in April. */
export function trendWith(values: (string | null)[], more: More = {}): Trend {
  const { unit = 'number', decimals = 0, frequency = 'monthly', bands, mark, benchmarks = [] } = more;
  const last = { frequency, start: frequency === 'monthly' ? '2018-07-01' : '2018-04-01' };
  const periods = values.map((value, index): TrendPeriod => {
    const period = shift(last, index - values.length + 1);
    return {
      start: period.start,
      label: label(period),
      range: range(period),
      value,
      why: value === null ? 'Not available yet' : null,
      provisional: false,
      revised: false,
      illustrative: false,
      unpublished: null,
      bands: bands?.(index) ?? null,
      colour: colourBy(value, bands?.(index) ?? null),
      break: null,
      ...mark?.(index),
    };
  });
  return { unit, decimals, frequency, periods, benchmarks };
}

const colourBy = (value: string | null, bands: ColourBands | null): Colour | null =>
  value === null || bands === null ? null : colourOf(new Exact(value), bands);

export const atMost = (green: string, amber: string | null = null): ColourBands => ({
  green: { low: null, high: green },
  amber: amber === null ? null : { low: null, high: amber },
});

const size = fc.constantFrom(1e-6, 1, 100, 1e5, 1e7);
const scaled = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), size).map(([n, by]) => String(Number((n * by).toPrecision(6))));

/** Trends of every kind: short and long, with gaps, breaks, marks, targets that change, and the figures of others. */
export const trends: fc.Arbitrary<Trend> = fc
  .record({
    values: fc.oneof(
      fc.array(fc.option(scaled(-999, 999)), { maxLength: 6 }),
      fc.array(fc.option(fc.integer({ min: 0, max: 100 }).map(String)), { maxLength: 130 }),
      fc.integer({ min: 1, max: 40 }).map((count) => Array.from({ length: count }, () => '12')),
    ),
    unit: fc.constantFrom<Unit[]>('percent', 'number', 'days', 'pounds', 'per_1000', 'working_days'),
    decimals: fc.integer({ min: 0, max: 3 }),
    frequency: fc.constantFrom(...frequencies),
    targets: fc.array(fc.option(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))), {
      maxLength: 4,
    }),
    breaks: fc.array(fc.nat(130), { maxLength: 3 }),
    marks: fc.array(fc.constantFrom('plain', 'provisional', 'revised', 'illustrative', 'draft'), {
      minLength: 1,
      maxLength: 9,
    }),
    others: fc.array(fc.array(scaled(0, 99), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  })
  .map(({ values: drawn, unit, decimals, frequency, targets, breaks, marks, others: theirs }) => {
    // Only money and counts are ever in the billions.
    const known = (value: string) =>
      unit === 'pounds' || unit === 'number' || Math.abs(Number(value)) < 1e7 ? value : String(Number(value) % 997);
    const values = (drawn as (string | null)[]).map((value) => value && known(value));
    const others = theirs.map((figures) => figures.map(known));
    return trendWith(values, {
      unit,
      decimals,
      frequency,
      bands: (index) => {
        const target = targets[Math.floor((index / Math.max(1, values.length)) * targets.length)];
        return target ? atMost(String(target[0]), String(target[0] + target[1])) : null;
      },
      mark: (index) => {
        const mark = marks[index % marks.length];
        return {
          provisional: mark === 'provisional',
          revised: mark === 'revised',
          illustrative: mark === 'illustrative',
          unpublished: mark === 'draft' ? 'a draft' : null,
          break: index > 0 && breaks.includes(index) ? 'counted anew' : null,
        };
      },
      benchmarks: others.map((figures, nth) => ({
        name: ['England', 'North East', 'Statistical neighbours'][nth] ?? 'Others',
        source: 'A return',
        alike: nth !== 1,
        note: 'the same',
        values: figures.map((value, year) => ({
          from: `${2014 + year}-04-01`,
          until: `${2015 + year}-03-31`,
          value,
        })),
      })),
    });
  });
