import type { TrendPoint } from '@/lib/edition/edition';
import { plain } from '@/lib/row-words/trend-sentence';

type Place = { x: number; y: number };
export type SparklineGeometry = {
  /** Path of the published figures; gaps break it, a lone figure is a dot. */
  published: string;
  /** Path of the invented figures, up to the published ones beside them. */
  illustrative: string;
  /** Path of the figures that were published elsewhere, up to those beside them that were published here. */
  elsewhere: string;
  /** Path of the target, over the periods for which one was set; empty for none. */
  target: string;
  last: (Place & { illustrative: boolean; elsewhere: boolean }) | null;
};

export const sparklineBox = { width: 120, height: 32, pad: 4 };

/** From the period that starts on a day on, this is the target; null where there is none any more. */
export type TargetStep = { start: string; value: string | null };

/** A trend as whole-number paths in a box: equal steps in time, the scale from the smallest to the largest figure or target. */
export function sparklineGeometry(points: TrendPoint[], targets: TargetStep[], box = sparklineBox): SparklineGeometry {
  const values = points.map((point) => plain(point.value));
  const targetValues = points.map(({ start }) => plain(targets.findLast((step) => step.start <= start)?.value ?? null));
  const drawn = [...values, ...targetValues].filter((value) => value !== null);
  const low = Math.min(...drawn);
  const span = Math.max(...drawn) - low;
  const step = points.length > 1 ? (box.width - 2 * box.pad) / (points.length - 1) : 0;
  const x = (index: number) => Math.round(box.width - box.pad - (points.length - 1 - index) * step);
  const y = (value: number) =>
    Math.round(
      span === 0 ? box.height / 2 : box.height - box.pad - ((value - low) / span) * (box.height - 2 * box.pad),
    );

  const places = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const invented = points.map((point) => point.illustrative);
  const elsewhere = points.map((point) => point.elsewhere === true);
  const lastIndex = places.findLastIndex((place) => place !== null);
  const last = places[lastIndex];
  return {
    published: path(places, (index) => !invented[index] && !elsewhere[index]),
    elsewhere: path(places, (index) => !invented[index] && [-1, 0, 1].some((beside) => elsewhere[index + beside])),
    illustrative: path(places, (index) => [-1, 0, 1].some((beside) => invented[index + beside])),
    target: targetPath(targetValues, x, y, box.width),
    last: last
      ? { ...last, illustrative: invented[lastIndex] === true, elsewhere: elsewhere[lastIndex] === true }
      : null,
  };
}

/** Level lines, each over the periods of one target and half-way to the next, from edge to edge where it held all the time. */
function targetPath(
  targetValues: (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  width: number,
): string {
  const between = (index: number) => Math.round((x(index - 1) + x(index)) / 2);
  return targetValues
    .map((targetValue, index) => {
      if (targetValue === null || (index > 0 && targetValues[index - 1] === targetValue)) return '';
      const after = targetValues.findIndex((value, at) => at > index && value !== targetValue);
      return `M${index === 0 ? 0 : between(index)} ${y(targetValue)}H${after < 0 ? width : between(after)}`;
    })
    .join('');
}

/** Relative path through the places that belong; one without neighbours is a line of no length, which a round cap shows. */
function path(places: (Place | null)[], belongs: (index: number) => boolean): string {
  const stretches: Place[][] = [];
  let stretch: Place[] = [];
  places.forEach((place, index) => {
    if (!place || !belongs(index)) stretch = [];
    else if (stretch.push(place) === 1) stretches.push(stretch);
  });
  return stretches.map(([first, ...rest]) => (first ? `M${first.x} ${first.y}${steps(first, rest)}` : '')).join('');
}

function steps(first: Place, rest: Place[]): string {
  if (rest.length === 0) return 'h0';
  const moves = rest.map((place, index) => {
    const before = rest[index - 1] ?? first;
    return `${place.x - before.x} ${place.y - before.y}`;
  });
  return `l${moves.join(' ')}`.replaceAll(' -', '-');
}
