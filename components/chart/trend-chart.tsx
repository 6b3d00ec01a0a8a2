import type { Trend } from '@/lib/trend/trend';
import { trendSummary } from '@/lib/trend/trend-summary';
import { periodSentences } from '@/lib/trend/trend-words';
import { benchmarkMark, ChartDot } from './chart-dot';
import { ChartDrawing } from './chart-drawing';
import { type Box, narrowBox, wideBox } from './chart-frame';
import { TrendKey } from './chart-key';
import { strokes } from './figure-line';
import { trendGeometry } from './trend-geometry';

type Props = { trend: Trend; title: string; subtitle?: string };

/**
 * A trend as a chart with its title, key and summary: drawn twice, for wide and for narrow screens, of which the style shows
 * one. A script may make it explorable; nothing is missing without.
 */
export function TrendChart({ trend, title, subtitle }: Props) {
  const summary = trendSummary(trend);
  const drawable = trend.periods.some(({ value }) => value !== null);
  return (
    <figure className="chart" data-readings={drawable ? JSON.stringify(periodSentences(trend)) : undefined}>
      <figcaption>
        <b>{title}</b>
        {subtitle && <span>{subtitle}</span>}
      </figcaption>
      {drawable && (
        <>
          <p className="readout" aria-live="polite" />
          <div className="drawings">
            <TrendDrawing trend={trend} title={title} box={wideBox} />
            <TrendDrawing trend={trend} title={title} box={narrowBox} />
          </div>
          <TrendKey trend={trend} startsAt={trendGeometry(trend, wideBox).frame.startsAt} />
        </>
      )}
      <p className="chart-summary" id="trend-summary">
        {summary}
      </p>
    </figure>
  );
}

function TrendDrawing({ trend, title, box }: { trend: Trend; title: string; box: Box }) {
  const { frame, paths, points, dots, targets, amberEdges, amberArea, benchmarks } = trendGeometry(trend, box);
  const heights = new Map(points.map(({ index, y }) => [index, y]));
  return (
    <ChartDrawing
      frame={frame}
      label={`Line chart: ${title}`}
      describedBy="trend-summary"
      places={trend.periods.map((_, index) => heights.get(index) ?? null)}
      areas={amberArea && <path className="tint" d={amberArea} />}
    >
      {amberEdges.map((path) => (
        <path key={path} className="limit" d={path} />
      ))}
      {targets.map((path) => (
        <path key={path} className="aim" d={path} />
      ))}
      {benchmarks.map(({ name, alike, path, points: held }, nth) => (
        <g key={name}>
          {path && <path className={`bench b${nth + 1}${alike ? '' : ' unlike'}`} d={path} />}
          <path className={`mark b${nth + 1}`} d={held.map(({ x, y }) => `M${x} ${y}${benchmarkMark(nth)}`).join('')} />
        </g>
      ))}
      {strokes.map((stroke) => paths[stroke] && <path key={stroke} className={stroke} d={paths[stroke]} />)}
      {dots.map(({ index, ...dot }) => (
        <ChartDot key={index} {...dot} />
      ))}
    </ChartDrawing>
  );
}
