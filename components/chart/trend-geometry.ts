import { shownThreshold } from '@/lib/figure/figure';
import type { Band } from '@/lib/target/colour';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { benchmarksByPeriod, type PlacedBenchmark } from '@/lib/trend/trend-benchmarks';
import { benchmarkFigure, periodFigure } from '@/lib/trend/trend-words';
import { type Box, type End, type Frame, frameOf } from './chart-frame';
import { type LinePoint, linePaths, type Place, pathOf, type Stroke, standsAlone } from './figure-line';
import { stepArea, stepPath } from './stepped-line';

export type PointKind = 'plain' | 'provisional' | 'revised' | 'illustrative' | 'elsewhere' | 'unpublished';
/** What the line alone shows where points stand close. */
const plainKinds: PointKind[] = ['plain', 'illustrative', 'elsewhere'];
type ChartPoint = Place & { index: number; kind: PointKind; provisional: boolean; latest: boolean };
type BenchmarkLine = { name: string; alike: boolean; path: string; points: Place[] };

export type TrendGeometry = {
  frame: Frame;
  paths: Record<Stroke, string>;
  /** A place for each figure, also where the line alone shows it: `dots` are those that are drawn. */
  points: ChartPoint[];
  dots: ChartPoint[];
  targets: string[];
  amberEdges: string[];
  amberArea: string;
  benchmarks: BenchmarkLine[];
};

type Side = keyof Band;
const sides: Side[] = ['low', 'high'];
type Levels = Record<'green' | 'amber', Record<Side, (number | null)[]>>;

/** Where everything in a trend chart stands, in the units of its box. */
export function trendGeometry(trend: Trend, box: Box): TrendGeometry {
  const { periods } = trend;
  const values = periods.map(({ value }) => (value === null ? null : Number(value)));
  const levels = levelsOf(periods);
  const benchmarks = benchmarksByPeriod(trend);
  const frame = frameOf({
    box,
    measure: trend,
    labels: periods.map(({ label }) => label),
    values: [
      ...values,
      ...sides.flatMap((side) => [...levels.green[side], ...levels.amber[side]]),
      ...benchmarks.flatMap(({ placed }) => placed.map((held) => (held ? Number(held.value) : null))),
    ].filter((value) => value !== null),
    ends: [...latestEnd(trend), ...targetEnds(trend), ...benchmarkEnds(trend, benchmarks)],
    flags: periods.flatMap((period, index) => (period.break === null ? [] : [{ index, text: 'Break' }])),
  });
  const { x, y, edge } = frame;
  const at = (index: number, value: number | null): Place | null =>
    value === null ? null : { x: x(index), y: y(value) };
  const line = periods.map((period, index): LinePoint => {
    return { place: at(index, values[index] ?? null), stroke: strokeOf(period), fresh: period.break !== null };
  });
  const points = pointsOf(periods, line);
  const heights = (numbers: (number | null)[]) => numbers.map((value) => (value === null ? null : y(value)));
  const { green, amber } = levels;
  const between = (side: Side) => stepArea(heights(green[side]), heights(amber[side]), edge);
  return {
    frame,
    paths: linePaths(line),
    points,
    dots: points.filter(
      ({ index, kind, latest }) => latest || standsAlone(line, index) || !plainKinds.includes(kind) || !frame.dense,
    ),
    targets: sides.map((side) => stepPath(heights(green[side]), edge)).filter(Boolean),
    amberEdges: sides.map((side) => stepPath(heights(amber[side]), edge)).filter(Boolean),
    amberArea: sides.map(between).join(''),
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
    return [{ ...place, index, kind: kindOf(period), provisional: period.provisional, latest: index === latest }];
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

/** The thresholds of each period; where amber ends with green on one side, that side has no limit of its own. */
function levelsOf(periods: TrendPeriod[]): Levels {
  const level = (read: (period: TrendPeriod) => string | null | undefined) =>
    periods.map((period) => {
      const value = read(period) ?? null;
      return value === null ? null : Number(value);
    });
  const amber = (side: Side) =>
    level(({ bands }) => (bands?.amber?.[side] === bands?.green[side] ? null : bands?.amber?.[side]));
  return {
    green: { low: level(({ bands }) => bands?.green.low), high: level(({ bands }) => bands?.green.high) },
    amber: { low: amber('low'), high: amber('high') },
  };
}

function latestEnd(trend: Trend): End[] {
  const index = trend.periods.findLastIndex(({ value }) => value !== null);
  const period = trend.periods[index];
  const text = period ? periodFigure(period, trend) : null;
  return text === null ? [] : [{ text, value: Number(period?.value), index, tone: 'latest' }];
}

/** Names the target and its amber limits as they stand in the last period that has any. */
function targetEnds(trend: Trend): End[] {
  const index = trend.periods.findLastIndex(({ bands }) => bands !== null);
  const bands = trend.periods[index]?.bands;
  if (!bands) return [];
  const inForce = index === trend.periods.length - 1;
  const { green, amber } = bands;
  const two = green.low !== null && green.high !== null;
  const end = (tone: string, name: string, value: string | null): End[] =>
    value === null
      ? []
      : [
          {
            text: `${name} ${shownThreshold(value, trend)}`,
            value: Number(value),
            index: inForce ? null : index,
            tone,
          },
        ];
  return [
    ...end('aim', two ? 'Target from' : 'Target', green.low),
    ...end('aim', two ? 'Target to' : 'Target', green.high),
    ...sides.flatMap((side) => (amber && amber[side] !== green[side] ? end('limit', 'Amber limit', amber[side]) : [])),
  ];
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
