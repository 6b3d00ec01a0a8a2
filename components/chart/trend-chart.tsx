import type { ReactNode } from 'react';
import { type ChartAbout, chartSubtitle } from '@/lib/trend/chart-words';
import type { Trend } from '@/lib/trend/trend';
import { trendSummary } from '@/lib/trend/trend-summary';
import { trendTitle } from '@/lib/trend/trend-title';
import { periodSentences } from '@/lib/trend/trend-words';
import { benchmarkMark, ChartDot, LatestMark } from './chart-dot';
import { ChartDrawing } from './chart-drawing';
import { ChartFigure } from './chart-figure';
import { type Box, narrowBox, wideBox } from './chart-frame';
import { TrendKey } from './chart-key';
import { strokes } from './figure-line';
import { trendGeometry } from './trend-geometry';

type Props = { trend: Trend; about: ChartAbout; files?: ReactNode; id?: string };

/** A trend as a chart: drawn twice, for wide and for narrow places, of which the style shows one. */
export function TrendChart({ trend, about, files, id = 'trend-summary' }: Props) {
  const title = trendTitle(trend) ?? about.measure;
  const drawable = trend.periods.some(({ value }) => value !== null);
  return (
    <ChartFigure
      id={id}
      title={title}
      subtitle={chartSubtitle(about, trend)}
      sentences={drawable ? periodSentences(trend) : undefined}
      drawings={[wideBox, narrowBox].map((box) => (
        <TrendDrawing key={box.width} trend={trend} title={title} id={id} box={box} />
      ))}
      notes={<TrendKey trend={trend} startsAt={trendGeometry(trend, wideBox).frame.startsAt} />}
      summary={trendSummary(trend)}
      source={about.source}
      files={files}
    />
  );
}

function TrendDrawing({ trend, title, id, box }: { trend: Trend; title: string; id: string; box: Box }) {
  const { frame, paths, points, dots, target, amberEdges, ring, benchmarks } = trendGeometry(trend, box);
  const heights = new Map(points.map(({ index, y }) => [index, y]));
  return (
    <ChartDrawing
      frame={frame}
      label={`Line chart: ${title}`}
      describedBy={id}
      places={trend.periods.map((_, index) => heights.get(index) ?? null)}
      areas={target.met && <path className="met" d={target.met} />}
    >
      {amberEdges.map((path) => (
        <path key={path} className="limit" d={path} />
      ))}
      {target.edges.map((path) => (
        <path key={path} className="edge" d={path} />
      ))}
      {benchmarks.map(({ name, alike, path, points: held }, nth) => (
        <g key={name}>
          {path && <path className={`bench b${nth + 1}${alike ? '' : ' unlike'}`} d={path} />}
          <path className={`mark b${nth + 1}`} d={held.map(({ x, y }) => `M${x} ${y}${benchmarkMark(nth)}`).join('')} />
        </g>
      ))}
      {strokes.map((stroke) => paths[stroke] && <path key={stroke} className={stroke} d={paths[stroke]} />)}
      {dots.map(({ index, colour, latest, ...dot }) =>
        latest && colour ? (
          <LatestMark key={index} {...dot} colour={colour} hollow={dot.provisional || dot.kind === 'unpublished'} />
        ) : (
          <ChartDot key={index} {...dot} latest={latest} />
        ),
      )}
      {ring && (
        <>
          <circle className="ring" cx={ring.x} cy={ring.y} r="5.5" />
          <text className="word" textAnchor={ring.word.anchor} x={ring.word.x} y={ring.word.y}>
            {ring.text}
          </text>
        </>
      )}
    </ChartDrawing>
  );
}
