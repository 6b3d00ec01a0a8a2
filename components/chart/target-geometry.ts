import { shownThreshold } from '@/lib/figure/figure';
import type { ColourBand } from '@/lib/target/colour';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { whenIn } from '@/lib/trend/trend-words';
import type { End, Frame } from './chart-frame';
import type { Shaded } from './chart-scale';
import { stepArea, stepPath } from './stepped-line';

type Side = keyof ColourBand;
const sides: Side[] = ['low', 'high'];
type Levels = Record<Side, (number | null)[]>;

/** The least height of the shade, where the scale ends at the target. */
const leastShade = 6;

/** The thresholds of the target of each period. */
export const greenLevels = (periods: TrendPeriod[]): Levels => ({
  low: periods.map(({ bands }) => numberOf(bands?.green.low)),
  high: periods.map(({ bands }) => numberOf(bands?.green.high)),
});

/** The amber limits of each period; where amber ends with green on one side, that side has none of its own. */
export const amberLevels = (periods: TrendPeriod[]): Levels => {
  const level = (side: Side) =>
    periods.map(({ bands }) => (bands?.amber?.[side] === bands?.green[side] ? null : numberOf(bands?.amber?.[side])));
  return { low: level('low'), high: level('high') };
};

/** Every number that levels have. */
export const levelValues = (levels: Levels): number[] =>
  [...levels.low, ...levels.high].filter((value) => value !== null);

/** The thresholds on whose other side the target is met. */
export const shadedBeyond = ({ low, high }: Levels): Shaded => ({
  above: low.filter((value) => value !== null),
  below: high.filter((value) => value !== null),
});

/** Where the target is met, over the periods that had one, and its edges. */
export function targetShape({ low, high }: Levels, { y, edge, plot }: Pick<Frame, 'y' | 'edge' | 'plot'>) {
  const top = high.map((value, index) => {
    const from = low[index] ?? null;
    if (value !== null) return y(value);
    return from === null ? null : Math.min(plot.top, y(from) - leastShade);
  });
  const bottom = low.map((value, index) => {
    const to = high[index] ?? null;
    if (value !== null) return y(value);
    return to === null ? null : Math.max(plot.bottom, y(to) + leastShade);
  });
  return { met: stepArea(top, bottom, edge), edges: levelPaths({ low, high }, { y, edge }) };
}

/** A line for each side of levels that has any. */
export const levelPaths = (levels: Levels, { y, edge }: Pick<Frame, 'y' | 'edge'>): string[] => {
  const heights = (side: Side) => levels[side].map((value) => (value === null ? null : y(value)));
  return sides.map((side) => stepPath(heights(side), edge)).filter(Boolean);
};

/** Names the target and its amber limits as they stand in the last period that has any, and since when. */
export function targetEnds(trend: Trend): End[] {
  const { periods } = trend;
  const index = periods.findLastIndex(({ bands }) => bands !== null);
  const bands = periods[index]?.bands;
  if (!bands) return [];
  const inForce = index === periods.length - 1;
  const at = inForce ? null : index;
  const { green, amber } = bands;
  const more = `target${spanOf(trend, index)}`;
  const end = (name: string, value: string | null): End[] =>
    value === null
      ? []
      : [{ text: `${name} ${shownThreshold(value, trend)}`, more, value: Number(value), index: at, tone: 'goal' }];
  return [
    ...end('At least', green.low),
    ...end('At most', green.high),
    ...sides.flatMap((side): End[] => {
      const limit = amber?.[side] ?? null;
      if (limit === null || limit === green[side]) return [];
      return [{ text: `Amber limit ${shownThreshold(limit, trend)}`, value: Number(limit), index: at, tone: 'limit' }];
    }),
  ];
}

/** ' from April 2018' where the target began within the trend, ' until May 2018' where it ended there; else nothing. */
function spanOf(trend: Trend, index: number): string {
  const { periods } = trend;
  const target = (at: number) => JSON.stringify(periods[at]?.bands?.green ?? null);
  let from = index;
  while (from > 0 && target(from - 1) === target(index)) from -= 1;
  const words = (at: number) => {
    const period = periods[at];
    return period ? whenIn(period, trend) : '';
  };
  return `${from > 0 ? ` from ${words(from)}` : ''}${index < periods.length - 1 ? ` until ${words(index)}` : ''}`;
}

const numberOf = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
