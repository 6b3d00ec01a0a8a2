import { scaleLinear } from 'd3-scale';
import type { FrozenRow, TrendPoint } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { numberToDraw } from '@/lib/figure/number-to-draw';
import { trendSentence } from '@/lib/row-words/trend-sentence';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate, label } from '@/lib/time/period';
import type { Block, Chart, Manner } from './paper';

type Place = [x: number, y: number];

/** The trends of measures, each under a sentence that says what it shows; a measure with fewer than two figures has none. */
export function chartBlocks(
  title: string,
  rows: FrozenRow[],
  sheets: ReadonlyMap<string, MeasureSheet>,
  asAt: string,
): Block[] {
  const charts = rows.flatMap((row) => chartOf(row, sheets.get(row.code) ?? null, asAt) ?? []);
  return charts.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...charts];
}

/** The trend of a row; null where there is no line to draw. */
export function chartOf(row: FrozenRow, sheet: MeasureSheet | null, asAt: string): Chart | null {
  const { points, target, growing } = row.trend;
  const values = points.map(({ value }) => numberToDraw(value));
  const known = values.filter((value) => value !== null);
  const [first, end] = [points[0], points.at(-1)];
  if (known.length < 2 || !first || !end) return null;
  const targetValues = targetsOf(row);
  const drawn = [...known, ...targetValues.filter((value) => value !== null)];
  const lastTarget = targetValues.at(-1) ?? null;
  const scale = scaleLinear()
    .domain([Math.min(...drawn), Math.max(...drawn)])
    .nice(4);
  const series = seriesOf(values, points, targetValues);
  const lastIndex = values.findLastIndex((value) => value !== null);
  const height = scale(values[lastIndex] ?? 0);
  const format = scale.tickFormat(4);
  const invented = points.some(({ illustrative }) => illustrative);
  return {
    kind: 'chart',
    title: `${row.number}. ${sheet ? withoutEnd(sheet.headline) : row.title}`,
    subtitle: `${row.title}, ${row.unit}, ${label({ frequency: row.frequency, start: first.start })} to ${label({ frequency: row.frequency, start: end.start })}, as at ${formatDate(asAt)}`,
    alternative: `Trend of measure ${row.number}, ${row.title}: ${trendSentence(points, target, growing)}`,
    periods: points.map(({ start }) => label({ frequency: row.frequency, start })),
    series,
    lines: series.flatMap(({ manner, values }) => {
      const heights = values.map((value) => (value === null ? null : scale(value)));
      const lines = manner === 'target' ? targetLines(heights) : stretches(heights);
      return lines.map((places) => ({ manner, places }));
    }),
    levels: scale.ticks(4).map((tick) => ({ at: scale(tick), value: tick, text: format(tick) })),
    last: { x: across(lastIndex, points.length), y: height, text: lastText(row, points[lastIndex]) },
    target: targetLabel(row, height, lastTarget === null ? null : scale(lastTarget)),
    from: label({ frequency: row.frequency, start: first.start }),
    to: label({ frequency: row.frequency, start: end.start }),
    key: [
      targetValues.some((value) => value !== null) ? 'Thin line: the target.' : 'No target is drawn.',
      ...(invented ? ['Dashed: invented for the demonstration, not real.'] : []),
      ...(points.some(({ elsewhere }) => elsewhere) ? ['Dotted: published elsewhere, before this portal.'] : []),
      ...(points.some(({ hidden, value }) => hidden && value === null)
        ? ['Where the line breaks, the figure is hidden [c].']
        : []),
    ].join(' '),
  };
}

/** The last figure as the row shows it, where the point is the row's own. */
const lastText = ({ current, period }: FrozenRow, point: TrendPoint | undefined): string =>
  (point?.start === period?.start ? current.text : null) ?? point?.value ?? '';

/** The words of the target beside the end of its line; none where they would cover those of the last figure. */
function targetLabel({ target }: FrozenRow, last: number, at: number | null): Chart['target'] {
  if (at === null || target.text === null || Math.abs(last - at) < 0.16) return null;
  return { at, text: `target ${target.text}` };
}

/** How far to the right the period of an index lies, of so many. */
const across = (index: number, count: number): number => index / Math.max(1, count - 1);

/** The target of each point; an edition from before targets were frozen by period has the latest over all of them. */
function targetsOf({ trend: { points, target, targets } }: FrozenRow): (number | null)[] {
  const steps = targets ?? (target === null ? [] : [{ start: '', value: target }]);
  return points.map(({ start }) => numberToDraw(steps.findLast((step) => step.start <= start)?.value ?? null));
}

/** The figures of each manner; an invented stretch leads up to the figures beside it, as on the page. */
function seriesOf(values: (number | null)[], points: TrendPoint[], targets: (number | null)[]): Chart['series'] {
  const manners = points.map(
    ({ illustrative, elsewhere }): Manner => (illustrative ? 'invented' : elsewhere ? 'elsewhere' : 'published'),
  );
  const figures = (['invented', 'elsewhere', 'published'] as const).map((manner) => {
    const reach = manner === 'published' ? [0] : [-1, 0, 1];
    const belongs = (index: number) => reach.some((beside) => manners[index + beside] === manner);
    return { manner, values: values.map((value, index) => (belongs(index) ? value : null)) };
  });
  return [{ manner: 'target' as const, values: targets }, ...figures].filter((one) =>
    one.values.some((value) => value !== null),
  );
}

/** Level lines, each over the periods of one target and half-way to those beside it. */
function targetLines(targets: (number | null)[]): Place[][] {
  const half = 0.5 / Math.max(1, targets.length - 1);
  const clamp = (at: number) => Math.min(1, Math.max(0, at));
  return targets.flatMap((target, index): Place[][] => {
    if (target === null || (index > 0 && targets[index - 1] === target)) return [];
    const after = targets.findIndex((value, at) => at > index && value !== target);
    const end = after < 0 ? targets.length - 1 : after - 1;
    return [
      [
        [clamp(index * 2 * half - half), target],
        [clamp(end * 2 * half + half), target],
      ],
    ];
  });
}

/** The stretches of heights without gaps, as places. */
function stretches(heights: (number | null)[]): Place[][] {
  const found: Place[][] = [];
  let stretch: Place[] = [];
  heights.forEach((height, index) => {
    if (height === null) stretch = [];
    else if (stretch.push([across(index, heights.length), height]) === 1) found.push(stretch);
  });
  return found;
}
