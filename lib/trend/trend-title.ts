import { Exact } from '@/lib/figure/decimal';
import { above, below } from '@/lib/target/colour';
import { capital } from '@/lib/text/number-in-words';
import { monthName } from '@/lib/time/day';
import { whenEarlier } from './earlier-figure';
import type { Trend, TrendPeriod } from './trend';
import { periodFigure, whenIn } from './trend-words';

type Figure = TrendPeriod & { value: string };

/** From so many moves the same way in a row on, the title says that figures rise or fall. */
const fewestMoves = 3;
/** From so many figures on, the title says that the latest is the highest or lowest. */
const fewestForExtreme = 6;

/**
 * What a trend shows, as the title of its chart: how it has moved up to its latest figure, and how that one stands to its target:
 * 'Falling since March, still above the target'. Only figures that are shown, and only those since the last break, are spoken of.
 * Null where nothing can be said. Source: docs/rules.md, The page of a measure.
 */
export function trendTitle(trend: Trend): string | null {
  const { periods } = trend;
  const series = periods.slice(
    Math.max(
      0,
      periods.findLastIndex((period) => period.break !== null),
    ),
  );
  const figures = series.filter((period): period is Figure => period.value !== null);
  const last = figures.at(-1);
  if (!last) return null;
  const isCurrent = last === periods.at(-1);
  const movement = movementOf(series, figures, trend, isCurrent);
  const standing = isCurrent ? standingOf(last, series.at(-2)) : null;
  return capital([movement, standing].filter(Boolean).join(', '));
}

function movementOf(series: TrendPeriod[], figures: Figure[], trend: Trend, isCurrent: boolean): string {
  const [first, last] = [figures[0] as Figure, figures.at(-1) as Figure];
  const text = (figure: Figure) => periodFigure(figure, trend) ?? '';
  const when = (figure: Figure) => whenIn(figure, trend);
  const until = isCurrent ? '' : ` in ${when(last)}`;
  // A figure that covers a longer span than the one before says nothing by being larger.
  if (trend.growing) return `${text(last)} from ${last.range}`;
  if (figures.length === 1) return `${text(last)} in ${when(last)}`;
  if (figures.every((figure) => order(figure, first) === 0))
    return `unchanged at ${text(last)} ${isCurrent ? 'since' : 'from'} ${when(first)}${isCurrent ? '' : ` to ${when(last)}`}`;
  const run = isCurrent ? runBefore(series) : null;
  if (run) return `${run.way} since ${sinceWords(run.from, last, trend)}`;
  const way = isCurrent && figures.length === series.length ? extremeOf(figures) : null;
  if (way) return `the ${way} since ${when(first)}`;
  const compared = isCurrent ? comparedWith(trend, series, last) : null;
  if (compared) return compared;
  const moved = order(last, first);
  if (moved === 0) return `${text(last)}${until}, as in ${when(first)}`;
  return `${moved > 0 ? 'rose' : 'fell'} from ${text(first)} in ${when(first)} to ${text(last)}${until}`;
}

/** The latest figure beside the one that it is compared with, where that is one of the same series; else null. */
function comparedWith({ earlier, ...trend }: Trend, series: TrendPeriod[], last: Figure): string | null {
  if (!earlier || earlier.direction === null) return null;
  if (earlier.index < trend.periods.length - series.length) return null;
  const figure = periodFigure(last, trend);
  const then = whenEarlier(earlier.label);
  const moved = new Exact(last.value).cmp(earlier.value);
  if (earlier.direction === 'no_change')
    return moved === 0 ? `${figure}, as ${then}` : `${figure}, little changed from ${earlier.text} ${then}`;
  // Figures that are compared as they are stored may differ though they are shown alike.
  return moved === 0 ? null : `${moved > 0 ? 'rose' : 'fell'} from ${earlier.text} ${then} to ${figure}`;
}

const order = (one: Figure, other: Figure): number => new Exact(one.value).cmp(other.value);

/** The moves the same way that end with the latest figure, without a gap between them; null where they are few. */
function runBefore(series: TrendPeriod[]): { way: 'rising' | 'falling'; from: Figure } | null {
  let moves = 0;
  let way = 0;
  for (let index = series.length - 1; index > 0; index -= 1) {
    const [before, after] = [series[index - 1] as TrendPeriod, series[index] as TrendPeriod];
    if (before.value === null || after.value === null) break;
    const step = order(after as Figure, before as Figure);
    if (step === 0 || (moves > 0 && step !== way)) break;
    way = step;
    moves += 1;
  }
  const from = series[series.length - 1 - moves];
  return moves < fewestMoves ? null : { way: way > 0 ? 'rising' : 'falling', from: from as Figure };
}

function extremeOf(figures: Figure[]): 'highest' | 'lowest' | null {
  if (figures.length < fewestForExtreme) return null;
  const last = figures.at(-1) as Figure;
  const sides = figures.slice(0, -1).map((figure) => order(last, figure));
  if (sides.every((side) => side > 0)) return 'highest';
  return sides.every((side) => side < 0) ? 'lowest' : null;
}

/** A month of the same year without the year: 'since March'. */
function sinceWords(from: Figure, last: Figure, trend: Trend): string {
  const isSameYear = from.start.slice(0, 4) === last.start.slice(0, 4);
  return trend.frequency === 'monthly' && isSameYear ? monthName(Number(from.start.slice(5, 7))) : whenIn(from, trend);
}

/** How the latest figure stands to its target, and whether the one before it stood otherwise; null where nobody judges it so. */
function standingOf(last: Figure, before: TrendPeriod | undefined): string | null {
  if (last.bands === null || last.colour === null || last.judged) return null;
  const { green } = last.bands;
  const met = last.colour === 'green';
  const beforeMet =
    before && before.value !== null && before.colour !== null && !before.judged && before.colour === 'green';
  const beforeMissed = before && before.value !== null && before.colour !== null && !before.judged && !beforeMet;
  if (met) {
    const words = green.low !== null && green.high !== null ? 'within the target' : 'meeting the target';
    return beforeMissed ? `now ${words}` : words;
  }
  const value = new Exact(last.value);
  // Where the stored figure misses a target that the shown one meets, no side is seen.
  const words = above(value, green)
    ? 'above the target'
    : below(value, green)
      ? 'below the target'
      : 'missing the target';
  return beforeMissed ? `still ${words}` : beforeMet ? `now ${words}` : words;
}
