import { scaleLinear } from 'd3-scale';
import type { Unit } from '@/lib/measure/measure';
import type { Frequency } from '@/lib/time/period';
import { type Flag, type PlacedFlag, placeFlags } from './chart-flags';
import { monthLabels } from './chart-months';
import { type Shaded, valueScale } from './chart-scale';
import { tenth } from './figure-line';
import { spread, textWidth, wrap } from './label-room';

/**
 * A drawing's own units, which are the pixels of the narrowest place that it is shown in, and its type size. Where there is more
 * room the drawing grows and its type does not.
 */
export type Box = { width: number; height: number; size: number };
export const wideBox: Box = { width: 560, height: 300, size: 13 };
export const narrowBox: Box = { width: 288, height: 280, size: 13 };

/** From one line of a label to the next, in type sizes. */
export const linePitch = 1.2;

/** A label at the right of what it names, the value of a line or the point of a period; `more` stands in lines beneath. */
export type End = { text: string; more?: string | null; value: number; index: number | null; tone: string };
/** `strong` says how many of the lines are the text's own. */
type PlacedLabel = { lines: string[]; strong: number; tone: string; x: number; y: number; lead: string | null };

type FrameInput = {
  box: Box;
  measure: { unit: Unit; decimals: number; frequency: Frequency };
  /** The name of each period: 'Jul 2018'. */
  labels: string[];
  /** Everything that is drawn. */
  values: number[];
  /** The most important first: where there is no room, the last go without. */
  ends: End[];
  flags: Flag[];
  /** The thresholds beyond which the drawing is shaded. */
  shaded?: Shaded;
  /** A value over which a word stands, so that it needs room above where it is among the highest. */
  worded?: number | undefined;
};

export type Frame = {
  box: Box;
  plot: { left: number; right: number; top: number; bottom: number };
  grid: { y: number; text: string; zero: boolean }[];
  caption: string | null;
  months: { x: number; lines: string[] }[];
  labels: PlacedLabel[];
  flags: PlacedFlag[];
  /** Where the scale begins, when that is not at zero; as a figure. */
  startsAt: string | null;
  /** Whether periods lie too close for a dot on each. */
  dense: boolean;
  x: (index: number) => number;
  edge: (index: number) => number;
  y: (value: number) => number;
};

/** Everything round the lines of a chart: margins as wide as their words, equal steps in time, round gridlines, labels apart. */
export function frameOf({ box, measure, labels, values, ends, flags, shaded, worded }: FrameInput): Frame {
  const { width, height, size } = box;
  const scale = valueScale(values, measure, shaded);
  const most = width * (width < wideBox.width ? 0.28 : 0.22);
  const wrapped = ends.map(({ text, more }): Wrapped => {
    const own = wrap(text, size, most);
    return { lines: more ? [...own, ...wrap(more, size, most)] : own, strong: own.length };
  });
  const widest = (texts: string[]) => Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const half = textWidth('0000', size) / 2;
  const left = Math.min(Math.max(widest(scale.ticks.map(({ text }) => text)) + 8, half), width * 0.4);
  // Whatever the words need, a fourteenth of the width is left for the lines.
  const right = Math.max(width - Math.max(widest(wrapped.flatMap(({ lines }) => lines)) + 14, half), left + width / 14);
  const { x, edge, apart } = timeScale(labels.length, left, right);
  const rows = placeFlags(flags, edge, { left, right: width, size });
  const isHigh = worded !== undefined && scale.high - worded < (scale.high - scale.low) * 0.1;
  const caption = scale.caption ? size * 1.7 : 0;
  const top = size * (isHigh ? 2.2 : 0.8) + caption + Math.max(0, ...rows.map(({ row }) => row + 1)) * size * 1.5;
  const bottom = height - size * 3.1;
  const y = scaleLinear([scale.low, scale.high], [bottom, top]);
  const place = (value: number) => tenth(y(value));
  return {
    box,
    plot: { left: tenth(left), right: tenth(right), top: tenth(top), bottom: tenth(bottom) },
    grid: scale.ticks.map(({ value, text }) => ({ y: place(value), text, zero: value === 0 })),
    caption: scale.caption,
    months: monthLabels(labels, measure.frequency, { x, size }),
    labels: placeLabels(ends, wrapped, { x, y, size, right, top, bottom }),
    flags: rows.map((flag) => ({ ...flag, y: tenth(caption + size * (1 + flag.row * 1.5)) })),
    startsAt: scale.low <= 0 && scale.high >= 0 ? null : (scale.ticks.at(scale.low > 0 ? 0 : -1)?.text ?? null),
    dense: apart < 9,
    x,
    edge,
    y: place,
  };
}

/** Periods in equal steps, the latest near the right edge; a lone one stands there too, where now is. */
function timeScale(count: number, left: number, right: number) {
  const inset = Math.min((right - left) / Math.max(1, count) / 2, 14);
  const apart = count > 1 ? (right - left - 2 * inset) / (count - 1) : 0;
  const x = (index: number) => tenth(right - inset - (count - 1 - index) * apart);
  const edge = (index: number) =>
    index <= 0 ? tenth(left) : index >= count ? tenth(right) : tenth((x(index - 1) + x(index)) / 2);
  return { x, edge, apart };
}

type Wrapped = { lines: string[]; strong: number };
type Room = Pick<Frame, 'x' | 'y'> & { size: number; right: number; top: number; bottom: number };

function placeLabels(ends: End[], wrapped: Wrapped[], { x, y, size, right, top, bottom }: Room): PlacedLabel[] {
  const pitch = size * linePitch;
  const wanted = ends.map(({ value }, i) => ({
    at: y(value),
    height: (wrapped[i]?.lines.length ?? 1) * pitch + size * 0.25,
  }));
  const middles = spread(wanted, top - size * 0.7, bottom + size * 0.7);
  return ends.flatMap(({ tone, value, index }, i) => {
    const middle = middles[i];
    const { lines, strong } = wrapped[i] ?? { lines: [], strong: 0 };
    if (middle === null || middle === undefined) return [];
    const from = index === null ? right : x(index) + 7;
    const moved = Math.abs(middle - y(value)) > 2.5;
    const lead = `M${tenth(from)},${tenth(y(value))}H${tenth(right + 1)}L${tenth(right + 9)},${tenth(middle)}`;
    const first = middle - ((lines.length - 1) * pitch) / 2 + size * 0.35;
    return [
      { lines, strong, tone, x: tenth(right + 12), y: tenth(first), lead: moved || right - from > 12 ? lead : null },
    ];
  });
}
