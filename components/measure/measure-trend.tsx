import type { ReactNode } from 'react';
import { TrendChart } from '@/components/chart/trend-chart';
import { TrendTable } from '@/components/chart/trend-table';
import { HiddenNote } from '@/components/sign/hidden-note';
import { type Span, spanWords } from '@/lib/edition/measure-span';
import type { MeasureView } from '@/lib/edition/measure-view';
import { label } from '@/lib/time/period';

type Props = { view: MeasureView; data?: ReactNode };

/** The trend of a measure: how far back, the chart, and every figure of it in a table, and where the data are. */
export function MeasureTrend({ view, data }: Props) {
  const { trend, row, sheet, span, spans } = view;
  const { periods } = trend;
  const [first, last] = [periods[0], periods.at(-1)];
  const covers = row.covers ? `, ${row.covers}` : '';
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
                  {option === 'all' ? `All since ${since(view)}` : spanWords(option, trend.frequency)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <HiddenNote
        hidden={periods.some(({ value, hidden }) => value === null && hidden)}
        rounded={periods.some(({ hidden }) => hidden?.decimals !== undefined)}
      />
      <TrendChart
        trend={trend}
        title={row.title}
        subtitle={first && last ? `${row.unit}${covers}, ${first.label} to ${last.label}` : row.unit}
      />
      <details className="figures">
        <summary>The figures of the charts as a table</summary>
        <TrendTable trend={trend} process={sheet.process} />
      </details>
      {data}
    </section>
  );
}

const spanAddress = ({ address }: MeasureView, span: Span) =>
  `${address}${span === 'recent' ? '' : `?show=${span}`}#trend`;

const since = ({ oldest, trend }: MeasureView) =>
  oldest ? label({ frequency: trend.frequency, start: oldest }) : 'the beginning';
