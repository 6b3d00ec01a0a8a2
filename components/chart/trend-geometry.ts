import { type Colour, colourWords } from '@/lib/target/colour';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { benchmarksByPeriod, type PlacedBenchmark } from '@/lib/trend/trend-benchmarks';
import { benchmarkFigure, periodFigure } from '@/lib/trend/trend-words';
import { type Box, type End, type Frame, frameOf } from './chart-frame';
import { type Ring, ringOf } from './earlier-ring';
import { type LinePoint, linePaths, type Place, pathOf, type Stroke, standsAlone } from './figure-line';
import {
  amberLevels,
  greenLevels,
  levelPaths,
  levelValues,
  shadedBeyond,
  targetEnds,
  targetShape,
} from './target-geometry';

export type PointKind = 'plain' | 'provisional' | 'revised' | 'illustrative' | 'elsewhere' | 'unpublished';
/** What the line alone shows where points stand close. */
const plainKinds: PointKind[] = ['plain', 'illustrative', 'elsewhere'];
type ChartPoint = Place & {
  index: number;
  kind: PointKind;
  provisional: boolean;
  latest: boolean;
  colour: Colour | null;
};
type BenchmarkLine = { name: string; alike: boolean; path: string; points: Place[] };

export type TrendGeometry = {
  frame: Frame;
  paths: Record<Stroke, string>;
  /** A place for each figure, also where the line alone shows it: `dots` are those that are drawn. */
  points: ChartPoint[];
  dots: ChartPoint[];
  target: { met: string; edges: string[] };
  amberEdges: string[];
  ring: Ring | null;
  benchmarks: BenchmarkLine[];
};

/** Where everything in a trend chart stands, in the units of its box. */
export function trendGeometry(trend: Trend, box: Box): TrendGeometry {
  const { periods, earlier } = trend;
  const values = periods.map(({ value }) => (value === null ? null : Number(value)));
  const [green, amber] = [greenLevels(periods), amberLevels(periods)];
  const benchmarks = benchmarksByPeriod(trend);
  const frame = frameOf({
    box,
    measure: trend,
    labels: periods.map(({ label }) => label),
    values: [
      ...values.filter((value) => value !== null),
      ...levelValues(green),
      ...levelValues(amber),
      ...(earlier ? [earlier.value] : []),
      ...benchmarks.flatMap(({ placed }) => placed.flatMap((held) => (held ? [Number(held.value)] : []))),
    ],
    ends: [...latestEnd(trend), ...targetEnds(trend), ...benchmarkEnds(trend, benchmarks)],
    flags: periods.flatMap((period, index) => (period.break === null ? [] : [{ index, text: 'Break' }])),
    shaded: shadedBeyond(green),
    worded: earlier?.value,
  });
  const { x, y } = frame;
  const at = (index: number, value: number | null): Place | null =>
    value === null ? null : { x: x(index), y: y(value) };
  const line = periods.map((period, index): LinePoint => {
    return { place: at(index, values[index] ?? null), stroke: strokeOf(period), fresh: period.break !== null };
  });
  const points = pointsOf(periods, line);
  return {
    frame,
    paths: linePaths(line),
    points,
    dots: points.filter(
      ({ index, kind, latest }) => latest || standsAlone(line, index) || !plainKinds.includes(kind) || !frame.dense,
    ),
    target: targetShape(green, frame),
    amberEdges: levelPaths(amber, frame),
    ring: earlier ? ringOf(earlier, { frame, line }) : null,
    benchmarks: benchmarks.map(({ name, alike, placed }) => {
      const held = placed
        .map((value, index) => at(index, value && Number(value.value)))
        .filter((place) => place !== null);
      return { name, alike, path: held.length > 1 ? pathOf(held) : '', points: held };
    }),
  };
}

function pointsOf(periods: TrendPeriod[], line: LinePoint[]): ChartPoint[] {
  const latest = line.findLastIndex(({ place }) => place !== null);
  return line.flatMap(({ place }, index) => {
    const period = periods[index];
    if (!place || !period) return [];
    const { provisional, colour } = period;
    return [{ ...place, index, kind: kindOf(period), provisional, latest: index === latest, colour }];
  });
}

function strokeOf({ illustrative, unpublished, elsewhere }: TrendPeriod): Stroke {
  if (illustrative) return 'illustrative';
  if (unpublished !== null) return 'unpublished';
  return elsewhere ? 'elsewhere' : 'published';
}

function kindOf({ unpublished, illustrative, elsewhere, revised, provisional }: TrendPeriod): PointKind {
  if (unpublished !== null) return 'unpublished';
  if (illustrative) return 'illustrative';
  if (elsewhere) return 'elsewhere';
  if (revised) return 'revised';
  return provisional ? 'provisional' : 'plain';
}

function latestEnd(trend: Trend): End[] {
  const index = trend.periods.findLastIndex(({ value }) => value !== null);
  const period = trend.periods[index];
  const text = period ? periodFigure(period, trend) : null;
  if (!period || text === null) return [];
  const { value, colour, judged } = period;
  const more = colour && (judged ? `judged ${colourWords[colour]}` : colourWords[colour]);
  return [{ text, more, value: Number(value), index, tone: colour ? `latest ${colour}` : 'latest' }];
}

function benchmarkEnds({ unit }: Trend, benchmarks: PlacedBenchmark[]): End[] {
  return benchmarks.flatMap(({ name, placed }, nth) => {
    const index = placed.findLastIndex((held) => held !== null);
    const held = placed[index];
    if (!held) return [];
    return [
      { text: `${name} ${benchmarkFigure(held.value, unit)}`, value: Number(held.value), index, tone: `b${nth + 1}` },
    ];
  });
}
