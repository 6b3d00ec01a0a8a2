import { ProcessChart } from '@/components/chart/process-chart';
import { TrendChart } from '@/components/chart/trend-chart';
import { TrendTable } from '@/components/chart/trend-table';
import { Sparkline } from '@/components/scorecard/sparkline';
import { type Process, processOf } from '@/lib/spc/process';
import { label, range, shift } from '@/lib/time/period';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';

/** Figures of two years: a gap, a fall that is a signal, an invented beginning, a provisional end. */
const figures = [81, 79, 82, 80, 83, 78, 81, null, 80, 82, 79, 81, 80, 83, 79, 81, 60, 61, 59, 62, 60, 61, 60, 58];
const atLeast80 = { shape: 'at_least', green: '80', amber: '70' } as const;
const bands = { green: { low: '80', high: null }, amber: { low: '70', high: null } };

const periods = figures.map((figure, index): TrendPeriod => {
  const period = shift({ frequency: 'monthly', start: '2018-07-01' }, index - figures.length + 1);
  return {
    start: period.start,
    label: label(period),
    range: range(period),
    value: figure === null ? null : String(figure),
    why: figure === null ? 'Not collected' : null,
    provisional: index === figures.length - 1,
    revised: index === 12,
    illustrative: index < 6,
    unpublished: null,
    bands,
    break: index === 10 ? 'Counted by another system.' : null,
  };
});

const trend: Trend = {
  unit: 'percent',
  decimals: 0,
  frequency: 'monthly',
  periods,
  benchmarks: [
    {
      name: 'England',
      source: 'An invented publication',
      alike: true,
      note: 'Counted alike.',
      values: [{ from: '2017-04-01', until: '2018-03-31', value: '76' }],
    },
  ],
};
const empty: Trend = { ...trend, periods: [], benchmarks: [] };

const process: Process = processOf({
  frequency: 'monthly',
  window: 'single',
  improvement: 'higher',
  target: atLeast80,
  periods: periods.map(({ start, value, illustrative }) => ({ start, value, illustrative })),
  restarts: [],
});
const refused: Process = { refused: 'Each figure covers twelve months, most of them those of the figure before.' };

/** Every chart with its table, full and empty; all figures are invented. */
export function ChartSpecimen() {
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">Charts</h2>
      <p>Every figure here is invented.</p>
      <Sparkline points={periods.map(({ elsewhere: _, hidden: __, ...point }) => point)} target="80" />
      <TrendChart trend={trend} title="Repairs on time" subtitle="Percentage, by month" />
      <ProcessChart process={process} trend={trend} />
      <ProcessChart process={refused} trend={trend} />
      <TrendTable trend={trend} process={process} />
      <TrendChart trend={empty} title="Nothing yet" />
    </section>
  );
}
