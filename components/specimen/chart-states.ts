import { Exact } from '@/lib/figure/decimal';
import { type Process, processOf } from '@/lib/spc/frozen-process';
import { type ColourBands, colourOf } from '@/lib/target/colour';
import { label, range, shift } from '@/lib/time/period';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';

/** Figures of two years: a gap, a fall that is a signal, an invented beginning, a provisional end. */
const figures = [81, 79, 82, 80, 83, 78, 81, null, 80, 82, 79, 81, 80, 83, 79, 81, 60, 61, 59, 62, 60, 61, 60, 58];
const atLeast80 = { shape: 'at_least', green: '80', amber: '70' } as const;
const withAmber: ColourBands = { green: { low: '80', high: null }, amber: { low: '70', high: null } };

type Marks = (index: number) => Partial<TrendPeriod>;

/** A trend of these figures up to July 2018, with the target and the marks of each period. */
export function trendFrom(
  values: (number | null)[],
  bands: (index: number) => ColourBands | null,
  marks: Marks = () => ({}),
): Trend {
  const periods = values.map((figure, index): TrendPeriod => {
    const period = shift({ frequency: 'monthly', start: '2018-07-01' }, index - values.length + 1);
    const band = bands(index);
    return {
      start: period.start,
      label: label(period),
      range: range(period),
      value: figure === null ? null : String(figure),
      why: figure === null ? 'Not collected' : null,
      provisional: false,
      revised: false,
      illustrative: false,
      unpublished: null,
      bands: band,
      colour: figure === null || band === null ? null : colourOf(new Exact(String(figure)), band),
      break: null,
      ...marks(index),
    };
  });
  return { unit: 'percent', decimals: 0, frequency: 'monthly', periods, benchmarks: [] };
}

/** A trend with everything that one can have. */
export const trend: Trend = {
  ...trendFrom(
    figures,
    () => withAmber,
    (index) => ({
      provisional: index === figures.length - 1,
      revised: index === 12,
      illustrative: index < 6,
      ...(index >= 6 && index < 9 && { elsewhere: { where: 'the annual report', on: '2017-06-01' } }),
      break: index === 10 ? 'Counted by another system.' : null,
    }),
  ),
  earlier: { index: 19, value: 62, text: '62%', label: '2017/18', direction: 'worsening' },
  benchmarks: [
    {
      name: 'England',
      source: 'An invented publication',
      alike: true,
      note: 'by the same rules',
      values: [{ from: '2017-04-01', until: '2018-03-31', value: '76' }],
    },
  ],
};

/** Figures that rise slowly, and fall at last. */
export const falling = [
  13, 13, 14, 13, 14, 14, 14, 14, 14, 15, 14, 14, 15, 15, 15, 16, 16, 16, 16, 16, 16, 15.5, 15, 14.9, 14.3,
];
const fromApril = (high: string | null, low: string | null = null): ((index: number) => ColourBands | null) => {
  return (index) => (index < 21 ? null : { green: { low, high }, amber: null });
};

export type ChartStates = { name: string; trend: Trend };

/** The states of a trend chart. */
export const chartStates: ChartStates[] = [
  { name: 'Everything at once', trend },
  {
    name: 'At most, from April, with last year’s figure',
    trend: {
      ...trendFrom(falling, fromApril('12')),
      decimals: 1,
      earlier: { index: 20, value: 16, text: '16%', label: '2017/18', direction: 'improving' },
    },
  },
  { name: 'At least 100%, at the end of the scale', trend: trendFrom([100, 99, 100, 98, 100], () => bandsFrom('100')) },
  {
    name: 'A range, and a judged colour',
    trend: trendFrom([28, 31, 33, 42, 44], fromStart('30', '40'), (index) =>
      index === 4 ? { colour: 'green', judged: 'judged Green, by the rule Red' } : {},
    ),
  },
  {
    name: 'A target that ended, and no latest figure',
    trend: trendFrom([80, 82, 84, 81, null], (index) => (index < 3 ? bandsFrom('80') : null)),
  },
  {
    name: 'Hidden months, and one that is not published',
    trend: trendFrom([40, null, 38, 41, 37], fromStart(null, '45'), (index) => {
      if (index === 1) return { why: 'It counts few people', hidden: { why: 'It counts few people' } };
      return index === 4 ? { unpublished: 'a draft' } : {};
    }),
  },
  { name: 'One figure', trend: trendFrom([83], () => null) },
  { name: 'No figures', trend: trendFrom([], () => null) },
];

function bandsFrom(low: string): ColourBands {
  return { green: { low, high: null }, amber: null };
}
function fromStart(low: string | null, high: string | null): () => ColourBands {
  return () => ({ green: { low, high }, amber: null });
}

export const process: Process = processOf({
  frequency: 'monthly',
  window: 'single',
  improvement: 'higher',
  target: atLeast80,
  periods: trend.periods.map(({ start, value, illustrative }) => ({ start, value, illustrative })),
  restarts: [],
});
export const refusedProcess: Process = {
  refused: 'Each figure covers twelve months, most of them those of the figure before.',
};
