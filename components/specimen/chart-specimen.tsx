import { ChartTable } from '@/components/chart/chart-table';
import { ProcessChart } from '@/components/chart/process-chart';
import { TrendChart } from '@/components/chart/trend-chart';
import { Sparkline, SparklineKey } from '@/components/scorecard/sparkline';
import { firstTrendMonth } from '@/lib/scorecard/trend-months';
import { type ChartStates, chartStates, process, refusedProcess, trend } from './chart-states';
import { sparkStates } from './spark-states';

const about = { measure: 'Repairs on time', unit: '%', covers: null, area: 'Anyshire', source: 'Source: invented.' };

/** Every chart with its table, in every state that it has; all figures are invented. */
export function ChartSpecimen() {
  const rows = sparkStates.map(({ row }) => row);
  const first = firstTrendMonth(rows);
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">Charts</h2>
      <p>Every figure here is invented.</p>
      <h3>Trends of rows</h3>
      <SparklineKey first={first} rows={rows} />
      <dl className="sparks">
        {sparkStates.map(({ name, row }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Sparkline row={row} first={first} />
            </dd>
          </div>
        ))}
      </dl>
      {chartStates.map(({ name, trend: drawn }: ChartStates, index) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <TrendChart trend={drawn} about={about} id={`trend-${index + 1}`} />
        </section>
      ))}
      <h3>Process control, and where it is refused</h3>
      <ProcessChart process={process} trend={trend} about={about} />
      <ProcessChart process={refusedProcess} trend={trend} about={about} />
      <ChartTable trend={trend} process={process} />
    </section>
  );
}
