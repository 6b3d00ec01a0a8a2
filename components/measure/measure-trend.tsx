import type { ReactNode } from 'react';
import { ChartTable } from '@/components/chart/chart-table';
import { TrendChart } from '@/components/chart/trend-chart';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import type { MeasureView } from '@/lib/edition/measure-view';
import { type HowFar, howFarWords } from '@/lib/edition/trend-length';
import { label } from '@/lib/time/period';
import type { ChartAbout } from '@/lib/trend/chart-words';

type Props = { view: MeasureView; about: ChartAbout; files?: ReactNode; embedCode?: ReactNode };

/** The trend of a measure: how far back, the chart, and every figure of it in a table, and how it is shown elsewhere. */
export function MeasureTrend({ view, about, files, embedCode }: Props) {
  const { trend, sheet, span, spans } = view;
  const { periods } = trend;
  return (
    <section id="trend" className="part" aria-labelledby="trend-title">
      <h2 id="trend-title">Trend</h2>
      {spans.length > 1 && (
        <nav className="views" aria-label="How far back" data-ranges="">
          <b>Show</b>
          <ul>
            {spans.map((option) => (
              <li key={option}>
                <a href={spanAddress(view, option)} aria-current={option === span ? 'true' : undefined}>
                  {option === 'all' ? `All since ${since(view)}` : howFarWords(option, trend.frequency)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <HiddenLegend
        hidden={periods.some(({ value, hidden }) => value === null && hidden)}
        rounded={periods.some(({ hidden }) => hidden?.decimals !== undefined)}
      />
      <TrendChart trend={trend} about={about} files={files} />
      <details className="figures">
        <summary>The figures of the charts as a table</summary>
        <ChartTable trend={trend} process={sheet.process} />
      </details>
      {embedCode}
    </section>
  );
}

const spanAddress = ({ address }: MeasureView, span: HowFar) =>
  `${address}${span === 'recent' ? '' : `?show=${span}`}#trend`;

const since = ({ oldest, trend }: MeasureView) =>
  oldest ? label({ frequency: trend.frequency, start: oldest }) : 'the beginning';
