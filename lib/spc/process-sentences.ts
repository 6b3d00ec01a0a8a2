import { withNoun } from '@/lib/figure/figure';
import type { Trend } from '@/lib/trend/trend';
import { limitFigure, noFigure, periodFigure, periodMarks } from '@/lib/trend/trend-words';
import { type Process, signWord } from './frozen-process';

type Drawn = Extract<Process, { refused: null }>;

/** Each period of a process control chart in one line: '1 to 31 July 2018: 83, mean 79.2, limits 74.1 and 84.3, Concern (high)'. */
export function processSentences(process: Drawn, trend: Trend): string[] {
  return trend.periods.map((period) => {
    const at = process.starts.indexOf(period.start);
    const worked = process.values[at] ?? null;
    const segment = process.segments.find(({ from, to }) => from <= at && at <= to);
    const limits = segment?.limits;
    const figure =
      worked === null
        ? period.value === null
          ? noFigure(period)
          : 'left out, because it is shown at fewer decimals'
        : withNoun(periodFigure(period, trend) ?? '', trend.unit);
    const words = [
      figure,
      segment?.centre && `mean ${limitFigure(segment.centre, trend)}`,
      limits && `limits ${limitFigure(limits.low, trend)} and ${limitFigure(limits.high, trend)}`,
      worked !== null && signWord(process, period.start),
      ...(worked === null ? [] : periodMarks(period)),
    ];
    return `${period.range}: ${words.filter(Boolean).join(', ')}`;
  });
}
