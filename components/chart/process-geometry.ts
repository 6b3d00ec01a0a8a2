import { shown } from '@/lib/figure/figure';
import { type Process, type Sign, signOf } from '@/lib/spc/frozen-process';
import type { Trend } from '@/lib/trend/trend';
import { limitFigure } from '@/lib/trend/trend-words';
import { type Box, type End, type Frame, frameOf } from './chart-frame';
import { linePaths, type Place, type Stroke } from './figure-line';
import { stepPath } from './stepped-line';
import { greenLevels, levelValues, shadedBeyond, targetEnds, targetShape } from './target-geometry';

type Drawn = Extract<Process, { refused: null }>;
export type ProcessPoint = Place & { index: number; kind: Sign; illustrative: boolean };
export type ProcessGeometry = {
  frame: Frame;
  /** The line between the figures by how certain they are. */
  paths: Record<Stroke, string>;
  points: ProcessPoint[];
  /** Steps that change where a segment begins: the mean, and both limits where there are any. */
  centre: string;
  limits: string[];
  target: { met: string; edges: string[] };
};

type Level = 'centre' | 'low' | 'high';

/** Where everything in a process control chart stands, for the periods that its trend shows. */
export function processGeometry(process: Drawn, trend: Trend, box: Box): ProcessGeometry {
  const { periods } = trend;
  const at = periods.map(({ start }) => process.starts.indexOf(start));
  const figures = at.map((index) => process.values[index] ?? null);
  const segments = at.map((index) => process.segments.find(({ from, to }) => from <= index && index <= to) ?? null);
  const level = (which: Level) =>
    segments.map((segment) => numberOf(which === 'centre' ? segment?.centre : segment?.limits?.[which]));
  const levels = { centre: level('centre'), low: level('low'), high: level('high') };
  const green = greenLevels(periods);
  const values = figures.map(numberOf);
  const frame = frameOf({
    box,
    measure: trend,
    labels: periods.map(({ label }) => label),
    values: [...values, ...levels.centre, ...levels.low, ...levels.high, ...levelValues(green)].filter(
      (value) => value !== null,
    ),
    shaded: shadedBeyond(green),
    ends: [
      ...latestEnd(figures, trend),
      ...levelEnds(segments.at(-1) ?? null, trend),
      ...targetEnds(trend).filter(({ tone }) => tone === 'goal'),
    ],
    flags: periods.flatMap(({ start }, index) => {
      const restart = index > 0 && process.restarts.find((candidate) => candidate.start === start);
      return restart ? [{ index, text: restart.why.startsWith('rebased') ? 'Rebased' : 'Break' }] : [];
    }),
  });
  const { x, y, edge } = frame;
  const places = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const heights = (some: (number | null)[]) => some.map((value) => (value === null ? null : y(value)));
  const begins = (index: number) => process.restarts.some(({ start }) => start === periods[index]?.start);
  const line = places.map((place, index) => ({
    place,
    stroke: strokeOf(periods[index]),
    fresh: index > 0 && begins(index),
  }));
  return {
    frame,
    paths: linePaths(line),
    points: places.flatMap((place, index) => {
      const period = periods[index];
      if (!place || !period) return [];
      const kind = signOf(process, period.start);
      return [{ ...place, index, kind, illustrative: period.illustrative }];
    }),
    centre: stepPath(heights(levels.centre), edge, begins),
    limits: [levels.low, levels.high].map((some) => stepPath(heights(some), edge, begins)).filter(Boolean),
    target: targetShape(green, frame),
  };
}

const strokeOf = (period: Trend['periods'][number] | undefined): Stroke => {
  if (period?.illustrative) return 'illustrative';
  return period?.elsewhere ? 'elsewhere' : 'published';
};

const numberOf = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

function latestEnd(figures: (string | null)[], trend: Trend): End[] {
  const index = figures.findLastIndex((value) => value !== null);
  const value = figures[index] ?? null;
  return value === null ? [] : [{ text: shown(value, trend), value: Number(value), index, tone: 'latest' }];
}

function levelEnds(segment: Drawn['segments'][number] | null, trend: Trend): End[] {
  const end = (name: string, value: string | null | undefined): End[] =>
    value ? [{ text: `${name} ${limitFigure(value, trend)}`, value: Number(value), index: null, tone: 'level' }] : [];
  return [
    ...end('Mean', segment?.centre),
    ...end('Upper limit', segment?.limits?.high),
    ...end('Lower limit', segment?.limits?.low),
  ];
}
