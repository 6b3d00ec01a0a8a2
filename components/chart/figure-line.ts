import { line } from 'd3-shape';

export type Place = { x: number; y: number };

/** How a stretch of line is drawn; where two kinds meet, the less certain one is. */
export const strokes = ['illustrative', 'unpublished', 'elsewhere', 'published'] as const;
export type Stroke = (typeof strokes)[number];

/** A period's place on the chart, null without a figure; `fresh` where a new series begins. */
export type LinePoint = { place: Place | null; stroke: Stroke; fresh: boolean };

/** Drawings need no more than a tenth of a unit. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

const drawn = line<Place>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);

/** A path through places in their order; empty for none. */
export const pathOf = (places: Place[]): string => drawn(places) ?? '';

/** The paths between neighbouring figures, one for each stroke; gaps and new series break them. */
export function linePaths(points: LinePoint[]): Record<Stroke, string> {
  const paths: Record<Stroke, string> = { illustrative: '', unpublished: '', elsewhere: '', published: '' };
  let stretch: { stroke: Stroke; places: Place[] } | null = null;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const joined = joins(before, point);
    const stroke = strokes.find((kind) => kind === before?.stroke || kind === point.stroke) ?? 'published';
    if (stretch && (!joined || stretch.stroke !== stroke)) {
      paths[stretch.stroke] += pathOf(stretch.places);
      stretch = null;
    }
    if (!joined || !before?.place || !point.place) continue;
    stretch ??= { stroke, places: [before.place] };
    stretch.places.push(point.place);
  }
  if (stretch) paths[stretch.stroke] += pathOf(stretch.places);
  return paths;
}

/** Whether a figure is joined to neither neighbour, and so is seen only as a dot. */
export const standsAlone = (points: LinePoint[], index: number): boolean =>
  !joins(points[index - 1], points[index]) && !joins(points[index], points[index + 1]);

const joins = (before: LinePoint | undefined, point: LinePoint | undefined): boolean =>
  Boolean(before?.place && point?.place && !point.fresh);
