import type { FrozenRow } from '@/lib/edition/edition';
import { numberToDraw } from '@/lib/figure/number-to-draw';
import { lastMonth, monthNumber } from '@/lib/scorecard/trend-months';
import { earlierIndex } from '@/lib/trend/earlier-figure';

type Place = { x: number; y: number };
type SparklineGeometry = {
  /** Path of the published figures; gaps break it, and a lone figure is a line of no length. */
  published: string;
  /** Path of the invented figures, up to the published ones beside them. */
  illustrative: string;
  /** Path of the figures that were published elsewhere, up to those beside them that were published here. */
  elsewhere: string;
  /** The area in which the target is met, over the periods for which one was set, and its edge; empty for none. */
  met: string;
  edge: string;
  /** The earlier figure that the row is compared with. */
  earlier: Place | null;
  /** The row's own figure. */
  last: Place | null;
};

/** In half pixels, so that the signs of the page fit as they are: 104 × 28, a step of four pixels for each month. */
export const sparklineBox = { width: 208, height: 56 };
const step = 8;
const padding = 10;

export type SparklineRow = Pick<
  FrozenRow,
  'trend' | 'frequency' | 'target' | 'previous' | 'current' | 'period' | 'schedule'
>;

/** A row's trend from a month on as whole-number paths on its own scale; null where there is no figure in these months. */
export function sparklineGeometry(row: SparklineRow, first: number): SparklineGeometry | null {
  const points = row.trend.points.filter(({ start }) => lastMonth(start, row) >= first);
  const values = points.map(({ value }) => numberToDraw(value));
  if (values.every((value) => value === null)) return null;
  const steps = row.trend.targets ?? (row.trend.target === null ? [] : [{ start: '', value: row.trend.target }]);
  const targets = points.map(({ start }) => numberToDraw(steps.findLast((each) => each.start <= start)?.value ?? null));
  const starts = points.map(({ start }) => start);
  const ringed = earlierIndex(starts, row.previous.label, row.schedule);
  const before = ringed < 0 ? null : numberToDraw(row.previous.text);

  const x = (month: number) => (month - first + 1) * step;
  const y = heights([...values, ...targets, before].filter((value) => value !== null));
  const endOf = (index: number) => x(lastMonth(starts[index] ?? '', row));
  const places = values.map((value, index) => (value === null ? null : { x: endOf(index), y: y(value) }));
  const invented = points.map((point) => point.illustrative);
  const elsewhere = points.map((point) => point.elsewhere === true);
  const beside = (some: boolean[], index: number) => [-1, 0, 1].some((by) => some[index + by]);
  const stretches = targetStretches(starts, targets, { from: (start) => x(monthNumber(start)) - step / 2, y });
  const rule = row.target.rule ?? '';
  const floor = rule.startsWith('at most') ? sparklineBox.height : rule.startsWith('at least') ? 0 : null;
  return {
    published: pathOf(places, (index) => !invented[index] && !elsewhere[index]),
    elsewhere: pathOf(places, (index) => !invented[index] && beside(elsewhere, index)),
    illustrative: pathOf(places, (index) => beside(invented, index)),
    met: floor === null ? '' : stretches.map(({ from, to, y }) => `M${from} ${y}H${to}V${floor}H${from}z`).join(''),
    edge: stretches.map(({ from, to, y }) => `M${from} ${y}H${to}`).join(''),
    earlier: before === null ? null : { x: endOf(ringed), y: y(before) },
    last: row.current.text !== null && starts.at(-1) === row.period?.start ? (places.at(-1) ?? null) : null,
  };
}

/** The scale from the smallest to the largest, which leaves room for a mark and for the shade on either side. */
function heights(drawn: number[]): (value: number) => number {
  const low = Math.min(...drawn);
  const span = Math.max(...drawn) - low;
  const { height } = sparklineBox;
  return (value) =>
    Math.round(span === 0 ? height / 2 : height - padding - ((value - low) / span) * (height - 2 * padding));
}

type Stretch = { from: number; to: number; y: number };

/** The periods of one target after another, each from its first month on, the last one to the right edge. */
function targetStretches(
  starts: string[],
  targets: (number | null)[],
  { from, y }: { from: (start: string) => number; y: (value: number) => number },
): Stretch[] {
  return targets.flatMap((target, index) => {
    if (target === null || (index > 0 && targets[index - 1] === target)) return [];
    const after = targets.findIndex((value, at) => at > index && value !== target);
    const to = after < 0 ? sparklineBox.width : from(starts[after] ?? '');
    return [{ from: Math.max(0, from(starts[index] ?? '')), to, y: y(target) }];
  });
}

/** Relative path through the places that belong; one without neighbours is a line of no length, which a round cap shows. */
function pathOf(places: (Place | null)[], belongs: (index: number) => boolean): string {
  const stretches: Place[][] = [];
  let stretch: Place[] = [];
  places.forEach((place, index) => {
    if (!place || !belongs(index)) stretch = [];
    else if (stretch.push(place) === 1) stretches.push(stretch);
  });
  return stretches.map(([first, ...rest]) => (first ? `M${first.x} ${first.y}${moves(first, rest)}` : '')).join('');
}

function moves(first: Place, rest: Place[]): string {
  if (rest.length === 0) return 'h0';
  const steps = rest.map((place, index) => {
    const before = rest[index - 1] ?? first;
    return `${place.x - before.x} ${place.y - before.y}`;
  });
  return `l${steps.join(' ')}`.replaceAll(' -', '-');
}
